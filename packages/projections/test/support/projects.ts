/** Logs of sales projects in the few words a story needs; what is told is read as a store would. */
import assert from 'node:assert/strict';
import {
  type BusinessId,
  type CommandId,
  type DomainEvent,
  type Envelope,
  type EventId,
  later,
  type Tenant,
} from '@millrace/kernel';
import type { views } from '@millrace/projections';
import {
  type ProcessTemplate,
  type ProjectEvent,
  plainProcess,
  projectEvents,
  projectStream,
  type TailoredProcess,
  type Term,
} from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { instant } from './log.js';

/** The views that show projects. */
export type ViewOfProjects = Extract<keyof typeof views, 'pipeline'>;

export type ProjectLog = ReadonlyArray<Envelope<ProjectEvent>>;

/** Something that happened to a project. */
export interface Happened {
  readonly project: string;
  readonly at: string;
  readonly type: ProjectEvent['type'];
  readonly data: object;
}

const label = (id: string) => ({ id: id as Term, name: { en: id, zh: id } });
const phase = (id: string, rottingDays?: number) => ({
  ...label(id),
  activities: [],
  checklist: [],
  ...(rottingDays === undefined ? {} : { rottingDays }),
});

/** Three phases up to the contract and two after it. */
export const deals: ProcessTemplate = {
  ...label('deals'),
  phases: [phase('lead', 10), phase('talk', 20), phase('offer'), phase('deliver'), phase('extend')],
  gates: [],
  signedIn: 'offer' as Term,
  flows: [],
  layers: [],
  sizes: [],
};

/** A process of these stages. */
export const stagesOf = (...stages: ReadonlyArray<ReadonlyArray<string>>): TailoredProcess => ({
  stages: stages.map((phases) => ({ phases: phases as ReadonlyArray<Term>, activities: [], checklist: [] })),
  gates: [],
});

export const usd = (minor: number, currency = 'USD') => ({ minor, currency });

const happened =
  (type: ProjectEvent['type']) =>
  (project: string, at: string, data: object = {}): Happened => ({ project, at, type, data });

export const discovered = (project: string, at: string, more: object = {}): Happened =>
  happened('OpportunityDiscovered')(project, at, { project, channel: 'bidding', discoveredBy: 'ada', ...more });
export const opened = (project: string, at: string, more: object = {}): ReadonlyArray<Happened> => [
  discovered(project, at),
  happened('ProjectOpened')(project, at, {
    template: deals.id,
    playbook: 'p@1',
    process: plainProcess(deals),
    signedIn: deals.signedIn,
    owner: 'ada',
    ...more,
  }),
];
export const enters = (project: string, at: string, ...phases: ReadonlyArray<string>): Happened =>
  happened('PhaseEntered')(project, at, { phases, cause: 'advance' });
export const signs = (project: string, at: string, minor?: number): Happened =>
  happened('ContractSigned')(project, at, minor === undefined ? {} : { amount: usd(minor) });
export const closes = (project: string, at: string, outcome: string, more: object = {}): Happened =>
  happened('ProjectClosed')(project, at, { outcome, ...more });
export const loses = (project: string, at: string, reason = 'price'): Happened =>
  closes(project, at, 'lost', { reason });
export const reopens = (project: string, at: string, ...phases: ReadonlyArray<string>): ReadonlyArray<Happened> => [
  happened('ProjectReopened')(project, at, { reason: 'resumed' }),
  happened('PhaseEntered')(project, at, { phases, cause: 'reopening' }),
];
export const assesses = (project: string, at: string, bp: number): Happened =>
  happened('ProbabilityAssessed')(project, at, { phase: 'lead', bp, by: 'ada' });
export const estimates = (project: string, at: string, minor: number): Happened =>
  happened('AmountEstimated')(project, at, { amount: usd(minor) });
export const tell = happened;

/** A review asked for and decided at once. */
export const decides = (
  project: string,
  at: string,
  review: string,
  decision: string,
  more: object = {},
): ReadonlyArray<Happened> => [
  happened('GateReviewRequested')(project, at, { review, gates: ['gate'], requestedBy: 'ada', plannedTeam: [] }),
  happened('GateDecided')(project, at, {
    review,
    gates: ['gate'],
    decision,
    chair: 'boss',
    reviewers: [{ person: 'boss', role: 'manager' }],
    independence: 'independent',
    form: 'meeting',
    criteria: [],
    evidence: [],
    ...more,
  }),
];

/** Recycled to the first of these phases. */
export const recycles = (
  project: string,
  at: string,
  review: string,
  ...phases: ReadonlyArray<string>
): ReadonlyArray<Happened> => [
  ...decides(project, at, review, 'recycle', { to: phases[0] }),
  happened('PhaseEntered')(project, at, { phases, cause: 'recycle', review }),
];

/** Records what happened. @throws AssertionError for what no store would hold */
export const logOf = (...all: ReadonlyArray<Happened | ReadonlyArray<Happened>>): ProjectLog => longer([], all.flat());

/** The log, and what happened then. */
export const longer = (log: ProjectLog, all: ReadonlyArray<Happened>): ProjectLog => {
  const recorded = [...log];
  const revisions = new Map<string, number>();
  for (const { stream } of log) revisions.set(stream, (revisions.get(stream) ?? 0) + 1);
  for (const one of all) {
    const stream = projectStream(one.project);
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    recorded.push(envelope(one, revision, recorded.at(-1)));
  }
  return recorded;
};

const envelope = (
  { project, at, type, data }: Happened,
  revision: number,
  last: Envelope | undefined,
): Envelope<ProjectEvent> => {
  const read = projectEvents.read(type, projectEvents.schemaOf(type), data);
  assert(E.isRight(read), `not the data of ${type}: ${JSON.stringify(read)}`);
  const position = (last?.position ?? 0) + 1;
  const event: Envelope<DomainEvent<string, unknown>> = {
    id: `00000000-0000-5000-8000-${position.toString().padStart(12, '0')}` as EventId,
    stream: projectStream(project),
    revision,
    position,
    type,
    schema: 1,
    data: read.right,
    meta: {
      tenant: 'stories' as Tenant,
      recordedAt: later(instant(at), last?.meta.recordedAt ?? instant(at)),
      effectiveAt: instant(at),
      actor: 'operator' as BusinessId,
      role: 'operator' as BusinessId,
      commandId: '00000000-0000-7000-8000-000000000000' as CommandId,
      commandDigest: '',
      correlationId: '',
    },
  };
  return event as Envelope<ProjectEvent>;
};
