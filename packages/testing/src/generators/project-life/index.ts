export { type ProjectLifeType, projectLifeCommands, projectWay } from './commands.js';
export { projectLifeContext } from './context.js';
