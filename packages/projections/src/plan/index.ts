export {
  type ActivityLine,
  type PlanLine,
  type PlanQuestion,
  type PlanReport,
  planOf,
  plansOf,
} from './plan.js';
export { type DueActivity, type ResourceLine, resourcesOf } from './resources.js';
