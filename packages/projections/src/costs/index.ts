export {
  type Cost,
  type CostDocuments,
  type CostQuestion,
  type CostReport,
  costsOf,
  type ProjectCost,
  type ProjectPhaseCost,
} from './costs.js';
