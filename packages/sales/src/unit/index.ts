export type { UnitCommand } from './commands.js';
export { type UnitEvent, UnitKind, unitEvents } from './events.js';
export { initial as initialUnit, type OpenedUnit, type Unit } from './evolve.js';
export { readableUnit, unitFold, unitStream } from './readable.js';
