export { type Conformance, conformance, type Finding } from './conformance.js';
export type { Breach } from './findings.js';
export { type ConditionLine, type GateEvidence, type GateLine, type GateLogQuestion, gateLog } from './log.js';
export { type GateDocument, gatesView } from './view.js';
