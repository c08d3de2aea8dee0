export { achievedOf, type Counted } from './achieved.js';
export { counted, cutOffOf, type Played, playSalesPeriod, salesPeriodHistories } from './play.js';
export { pledgesIn } from './pledges.js';
export {
  type Line,
  type SalesPeriodOptions,
  type SalesPeriodScript,
  salesPeriodScripts,
  type Wish,
} from './script.js';
export type { Asked, SalesCommand, SalesEvent, When } from './world.js';
