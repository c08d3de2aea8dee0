export { customerCommands } from './customer-commands.js';
export { customerContext, publishedPlaybook } from './customer-context.js';
export { customerHistories, type HistoriesOptions } from './customer-histories.js';
export { customerOpening } from './customer-opening.js';
export { personCommands } from './person-commands.js';
export { type ProjectLifeType, projectLifeCommands, projectLifeContext, projectWay } from './project-life/index.js';
export {
  type GateWalk,
  type GeneratedProjects,
  gateWalks,
  type ProjectLogsOptions,
  processTemplates,
  projectLogs,
  rulesWith,
  stricterPairs,
  tailoredOf,
} from './project-logs/index.js';
export {
  looseWork,
  type ProjectWorkOptions,
  type ProjectWorkType,
  phaseWork,
  projectWorkCommands,
} from './project-work/index.js';
export {
  type Asked,
  achievedOf,
  type Counted,
  counted,
  cutOffOf,
  type Line,
  type NamedPledge,
  type Played,
  playSalesPeriod,
  pledgesIn,
  type SalesCommand,
  type SalesEvent,
  type SalesPeriodOptions,
  type SalesPeriodScript,
  salesPeriodHistories,
  salesPeriodScripts,
  type When,
  type Wish,
} from './sales-period/index.js';
export { personContext, unitContext } from './staff-context.js';
export {
  anyTailoring,
  anyTailoringMutant,
  anyTemplate,
  type TailoringMutant,
  type TailoringMutation,
} from './tailoring/index.js';
export { unitCommands } from './unit-commands.js';
