export { opportunityChannels } from './channels.js';
export { Department } from './department.js';
export { Behaviours, DecisionFactor, ProjectRules } from './rules.js';
export { Stage, TailoredGate, TailoredProcess } from './tailored.js';
export { Activity, Criterion, Gate, Phase, ProcessTemplate, PurchaseFlow, Simplification } from './template.js';
export { AnalysisKind, Boundary, ReviewForm, Step, Test } from './terms.js';
