export type { PeriodCommand } from './commands.js';
export { type PeriodEvent, periodEvents } from './events.js';
export {
  type Incentive,
  initial as initialPeriod,
  type OpenedPeriod,
  type SalesPeriod,
  type Target,
} from './evolve.js';
export { IncentiveRule, type Tier } from './incentive.js';
export { periodFold, periodStream, readablePeriod } from './readable.js';
export { CountMeasure, TargetLevels, TargetOf } from './target.js';
export { AgendaItem, DocumentRef, MeetingMode, PeriodLabel, type PeriodLabelBrand } from './terms.js';
