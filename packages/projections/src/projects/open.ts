import type { Documents, Instant } from '@millrace/kernel';
import type { OpenedProject, ProcessTemplate, ProjectRules } from '@millrace/sales';
import { byProject, type ProjectDocument, projectAsOf } from './view.js';

/** What each published version of a playbook says of projects. */
export type RulesByVersion = Readonly<Record<string, ProjectRules>>;

/** A project whose outcome is not decided, with the template it runs in the version it keeps. */
export interface OpenFile {
  readonly id: string;
  readonly project: OpenedProject;
  readonly template: ProcessTemplate;
  readonly document: ProjectDocument;
}

/** The open projects as of an instant, by id. */
export const openFiles = (
  documents: Documents<ProjectDocument>,
  rules: RulesByVersion,
  asOf: Instant,
): ReadonlyArray<OpenFile> =>
  byProject(documents).flatMap(([id, document]) => {
    const project = projectAsOf(document, asOf);
    if (project.status !== 'opened' || project.ended !== undefined) return [];
    const template = rules[project.playbook]?.processes.find((one) => one.id === project.template);
    return template === undefined ? [] : [{ id, project, template, document }];
  });
