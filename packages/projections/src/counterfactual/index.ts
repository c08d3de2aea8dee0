export {
  type ComparisonQuestion,
  comparisonsOf,
  type StoppedProject,
  type Strictness,
  type TemplateComparison,
} from './counterfactual.js';
