export { rulesWith } from './context.js';
export { type GeneratedProjects, type ProjectLogsOptions, projectLogs } from './logs.js';
export { stricterPairs } from './stricter.js';
export { processTemplates, tailoredOf } from './template.js';
export { type GateWalk, gateWalks } from './walks.js';
