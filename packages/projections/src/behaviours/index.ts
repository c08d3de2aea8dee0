export {
  type AheadLine,
  aheadOfBuyer,
  type CoverageLine,
  chainCoverage,
  type RulesByVersion,
  templateIn,
} from './buyer.js';
export { type BehaviourQuestion, type Pattern, type PatternLine, patternsOf } from './people.js';
