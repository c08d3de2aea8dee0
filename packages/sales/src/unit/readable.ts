import { type Fold, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { type UnitEvent, unitEvents } from './events.js';
import { evolve, initial, type Unit } from './evolve.js';

/** The fold of a unit. */
export const unitFold: Fold<Unit, UnitEvent> = { initial, evolve };

/** What others fold of a unit's stream. */
export const readableUnit: Readable<Unit, UnitEvent> = { events: unitEvents, fold: unitFold };

/** The stream of a unit. */
export const unitStream = (unit: string): StreamId => streamId('unit', unit);

export type { Unit } from './evolve.js';
