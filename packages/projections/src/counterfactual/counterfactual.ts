import type { Documents, Instant } from '@millrace/kernel';
import { type ProcessTemplate, type ProjectRules, replayUnder, stricter, type WouldStop } from '@millrace/sales';
import { byProject, entriesUntil, isOf, type ProjectDocument } from '../projects/index.js';

/** How the gates of one version compare with those of another. @source GAT-11 */
export type Strictness = 'same' | 'stricter' | 'looser' | 'incomparable';

/** A project that would have been stopped, and where. */
export interface StoppedProject {
  readonly project: string;
  /** The furthest phase under the first rules. */
  readonly reached: string;
  /** The furthest phase under the second. */
  readonly wouldReach: string;
  readonly stoppedAt: WouldStop;
}

/** A template of the first version: whether the second asks more, and whom that would have stopped. */
export interface TemplateComparison {
  readonly template: string;
  readonly strictness: Strictness;
  /** Projects that were looked at; none where the versions cannot be compared. */
  readonly projects: number;
  readonly stopped: ReadonlyArray<StoppedProject>;
}

/** Two versions of what a playbook says of projects, and the files that are replayed under both. */
export interface ComparisonQuestion {
  readonly a: ProjectRules;
  readonly b: ProjectRules;
  readonly documents: Documents<ProjectDocument>;
  readonly asOf: Instant;
}

/**
 * Each template of the first version. A project is replayed under both: only what opens a phase is
 * decided anew, on what was recorded; so nobody comes further under stricter rules. A template that the
 * second version lacks cannot be compared.
 *
 * @source GAT-11
 */
export const comparisonsOf = ({ a, b, documents, asOf }: ComparisonQuestion): ReadonlyArray<TemplateComparison> =>
  a.processes.map((before) => {
    const after = b.processes.find(({ id }) => id === before.id);
    const strictness = strictnessOf(a, b, before.id);
    if (after === undefined || strictness === 'incomparable') {
      return { template: before.id, strictness: 'incomparable', projects: 0, stopped: [] };
    }
    const files = filesOf(documents, before.id, asOf);
    const stopped = files.flatMap(([project, events]) => stoppedBy(project, events, before, after) ?? []);
    return { template: before.id, strictness, projects: files.length, stopped };
  });

const strictnessOf = (a: ProjectRules, b: ProjectRules, template: string): Strictness => {
  const [more, less] = [stricter(a, b, template), stricter(b, a, template)];
  if (more === true) return less === true ? 'same' : 'stricter';
  return less === true ? 'looser' : 'incomparable';
};

type Events = Parameters<typeof replayUnder>[0];

const filesOf = (
  documents: Documents<ProjectDocument>,
  template: string,
  asOf: Instant,
): ReadonlyArray<readonly [string, Events]> =>
  byProject(documents).flatMap(([project, document]) => {
    const entries = entriesUntil(document, asOf);
    const runs = entries.filter(isOf('ProjectOpened', 'ProcessMigrated')).at(-1)?.event.data.template;
    return runs === template ? [[project, entries.map(({ event }) => event)] as const] : [];
  });

const stoppedBy = (
  project: string,
  events: Events,
  before: ProcessTemplate,
  after: ProcessTemplate,
): StoppedProject | undefined => {
  const [was, would] = [replayUnder(events, before), replayUnder(events, after)];
  if (would.stoppedAt === undefined || (was.stoppedAt?.at ?? '\uffff') <= would.stoppedAt.at) return undefined;
  return { project, reached: was.reached ?? '', wouldReach: would.reached ?? '', stoppedAt: would.stoppedAt };
};
