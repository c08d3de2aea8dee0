import { type Fold, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { type PeriodEvent, periodEvents } from './events.js';
import { evolve, initial, type SalesPeriod } from './evolve.js';

/** The fold of a sales period. */
export const periodFold: Fold<SalesPeriod, PeriodEvent> = { initial, evolve };

/** What others fold of a sales period's stream. */
export const readablePeriod: Readable<SalesPeriod, PeriodEvent> = { events: periodEvents, fold: periodFold };

/** The stream of a sales period. */
export const periodStream = (period: string): StreamId => streamId('period', period);

export { type Incentive, initial, type OpenedPeriod, type SalesPeriod } from './evolve.js';
export type { IncentiveRule, Tier } from './incentive.js';
export { PeriodLabel } from './terms.js';
