import type { Documents, Instant } from '@millrace/kernel';
import type { OpenedProject, ProcessTemplate, ProjectRules } from '@millrace/sales';
import { byProject, isOf, type ProjectDocument, projectAsOf, projectReceipt } from '../projects/index.js';
import type { EventRef } from '../receipt.js';

/** What each published version of a playbook says of projects. */
export type RulesByVersion = Readonly<Record<string, ProjectRules>>;

/** A project whose seller is further than its buyer. @source PRJ-15 */
export interface AheadLine {
  readonly project: string;
  readonly phase: string;
  readonly flow: string;
  readonly step: string;
  /** The phase that belongs to the buyer's step. */
  readonly stepPhase: string;
  /** The observation that stands. */
  readonly event: EventRef;
}

/** How much of a project's decision chain is covered, layer by layer. @source PRJ-24 */
export interface CoverageLine {
  readonly project: string;
  readonly layers: ReadonlyArray<{
    readonly layer: string;
    readonly stakeholders: number;
    /** When the layer was last looked at; the map is as old as that. */
    readonly mappedAt: Instant | null;
  }>;
}

/** The template a project runs, in the version it keeps. */
const templateIn = (rules: RulesByVersion, { playbook, template }: OpenedProject): ProcessTemplate | undefined =>
  rules[playbook]?.processes.find(({ id }) => id === template);

type Each<Line> = (
  id: string,
  project: OpenedProject,
  template: ProcessTemplate,
  document: ProjectDocument,
) => Line | undefined;

const ofOpen = <Line>(
  documents: Documents<ProjectDocument>,
  rules: RulesByVersion,
  asOf: Instant,
  line: Each<Line>,
): ReadonlyArray<Line> =>
  byProject(documents).flatMap(([id, document]) => {
    const project = projectAsOf(document, asOf);
    if (project.status !== 'opened' || project.ended !== undefined) return [];
    const template = templateIn(rules, project);
    return template === undefined ? [] : (line(id, project, template, document) ?? []);
  });

/** Open projects that stand in a later phase than the furthest step the buyer was seen to take. */
export const aheadOfBuyer = (
  documents: Documents<ProjectDocument>,
  rules: RulesByVersion,
  asOf: Instant,
): ReadonlyArray<AheadLine> =>
  ofOpen(documents, rules, asOf, (id, project, template, document) => {
    const observed = document.entries.filter(({ at }) => at <= asOf).findLast(isOf('PurchaseStepObserved'));
    if (observed === undefined) return undefined;
    const { flow, step } = observed.event.data;
    const stepPhase = template.flows.find((one) => one.id === flow)?.steps.find((one) => one.id === step)?.phase;
    const placeOf = (phase: string | undefined) => template.phases.findIndex((one) => one.id === phase);
    const phase = project.process.stages[project.stage]?.phases[0];
    if (stepPhase === undefined || phase === undefined || placeOf(phase) <= placeOf(stepPhase)) return undefined;
    return { project: id, phase, flow, step, stepPhase, event: projectReceipt(id, observed) };
  });

/** The decision chains of the open projects whose template has layers. */
export const chainCoverage = (
  documents: Documents<ProjectDocument>,
  rules: RulesByVersion,
  asOf: Instant,
): ReadonlyArray<CoverageLine> =>
  ofOpen(documents, rules, asOf, (project, { stakeholders }, { layers }) => {
    if (layers.length === 0) return undefined;
    return {
      project,
      layers: layers.map(({ id: layer }) => {
        const mapped = stakeholders.filter((one) => one.layer === layer);
        return {
          layer,
          stakeholders: mapped.length,
          mappedAt: mapped.reduce<Instant | null>(
            (last, { mappedAt }) => (last === null || mappedAt > last ? mappedAt : last),
            null,
          ),
        };
      }),
    };
  });
