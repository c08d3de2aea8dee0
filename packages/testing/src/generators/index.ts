export { customerCommands } from './customer-commands.js';
export { customerContext, publishedPlaybook } from './customer-context.js';
export { customerHistories, type HistoriesOptions } from './customer-histories.js';
export { customerOpening } from './customer-opening.js';
export {
  type Asked,
  achievedOf,
  type Counted,
  counted,
  cutOffOf,
  type Line,
  type Played,
  playSalesPeriod,
  pledgesIn,
  type SalesCommand,
  type SalesEvent,
  type SalesPeriodOptions,
  type SalesPeriodScript,
  salesPeriodHistories,
  salesPeriodScripts,
  type When,
  type Wish,
} from './sales-period/index.js';
