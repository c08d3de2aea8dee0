export {
  type AheadLine,
  aheadOfBuyer,
  type CoverageLine,
  chainCoverage,
  type RulesByVersion,
} from './buyer.js';
export { type BehaviourQuestion, type Pattern, type PatternLine, patternsOf } from './people.js';
