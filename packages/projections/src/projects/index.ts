export { openFiles, type RulesByVersion } from './open.js';
export {
  byProject,
  entriesUntil,
  isOf,
  type ProjectDocument,
  type ProjectEntry,
  projectAsOf,
  projectReceipt,
  projectsView,
} from './view.js';
