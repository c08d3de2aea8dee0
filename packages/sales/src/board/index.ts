export type { BoardCommand } from './commands.js';
export { BoardDefinition, BoardMeasure } from './definition.js';
export { type BoardEvent, boardEvents, CorrectionReason } from './events.js';
