export type { BuyerRevenue } from './cohort.js';
export type { Fraction } from './fraction.js';
export { holdersOf } from './holders.js';
export {
  type Feasibility,
  type FeasibilityQuestion,
  type FeasibilityStage,
  feasibility,
  type NotEnoughMatureData,
} from './report.js';
