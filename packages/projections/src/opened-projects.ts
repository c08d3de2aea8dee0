import type { Documents, Instant } from '@millrace/kernel';
import { type PipelineDocument, type PipelineUnit, unitsOf } from './pipeline/index.js';
import { standingAt } from './timeline.js';

/** Every project that had been opened by `asOf`, of whatever template: what is later has not happened. @source LOG-5 */
export const openedProjects = (documents: Documents<PipelineDocument>, asOf: Instant): ReadonlyArray<PipelineUnit> => {
  const templates = new Set<string>();
  for (const { processes } of documents.values()) {
    const standing = standingAt(processes, asOf);
    if (standing !== undefined) templates.add(standing.state.template);
  }
  return [...templates].flatMap((template) => unitsOf(documents, template, asOf));
};
