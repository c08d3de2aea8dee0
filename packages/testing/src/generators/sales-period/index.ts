export { achievedOf, type Counted } from './achieved.js';
export type { Line, Wish } from './line.js';
export { counted, cutOffOf, type Played, playSalesPeriod, salesPeriodHistories } from './play.js';
export { type NamedPledge, pledgesIn } from './pledges.js';
export { type SalesPeriodOptions, type SalesPeriodScript, salesPeriodScripts } from './script.js';
export type { Asked, SalesCommand, SalesEvent, When } from './world.js';
