export { customerCommands } from './customer-commands.js';
export { customerContext, publishedPlaybook } from './customer-context.js';
export { customerHistories, type HistoriesOptions } from './customer-histories.js';
export { customerOpening } from './customer-opening.js';
export { personCommands } from './person-commands.js';
export { personContext, unitContext } from './staff-context.js';
export { unitCommands } from './unit-commands.js';
