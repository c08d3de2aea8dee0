export { looseWork, phaseWork, projectWorkCommands } from './commands.js';
export type { ProjectWorkType } from './fields.js';
export type { ProjectWorkOptions } from './vocabulary.js';
