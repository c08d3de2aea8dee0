export {
  type AheadLine,
  aheadOfBuyer,
  type CoverageLine,
  chainCoverage,
} from './buyer.js';
export { type BehaviourQuestion, type Pattern, type PatternLine, patternsOf } from './people.js';
