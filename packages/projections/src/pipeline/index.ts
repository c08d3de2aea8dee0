export type { ProjectAge } from './ages.js';
export type { PipelineCounts, PipelineDelivery, PipelinePhase, Share, Worth } from './board.js';
export type { PipelineCycle } from './cycle.js';
export type { PipelineDocument } from './document.js';
export { type ProjectFunnelQuestion, projectFunnelReport } from './funnel.js';
export type { PipelineBy, PipelineGroup } from './groups.js';
export { type PipelineDocuments, type PipelineQuestion, type PipelineReport, pipelineReport } from './report.js';
export { type PipelineUnit, probabilityOf, unitsOf } from './standing.js';
export { pipelineView } from './view.js';
