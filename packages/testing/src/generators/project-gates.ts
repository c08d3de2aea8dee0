/** Histories of a project that walks through its gates, by the real deciders of gates. */

import assert from 'node:assert/strict';
import { type DomainEvent, type Instant, replay } from '@millrace/kernel';
import {
  endsInSigning,
  gatesAtExit,
  isPassed,
  nextStage,
  type OpenedProject,
  type ProcessTemplate,
  type Project,
  type ProjectCommand,
  type ProjectEvent,
  projectEvents,
  projectModule,
  type TailoredProcess,
  uncheckedItems,
  waitingReview,
} from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { type DrawnStep, decided, drawnStep, fulfilled, requested } from './project-gates-asks.js';
import { inForce, projectContext } from './project-gates-context.js';
import { processTemplates, tailoredOf } from './project-gates-template.js';
import { hoursIn, timeAt } from './time.js';

/** One project's walk: under which template, tailored how, what happened, and what was refused why. */
export interface GateWalk {
  readonly template: ProcessTemplate;
  readonly process: TailoredProcess;
  readonly events: ReadonlyArray<ProjectEvent>;
  /** Types of the refusals, in order. */
  readonly refused: ReadonlyArray<string>;
}

/**
 * Walks under small random templates, some of them tailored. Work, team, estimates, ungated entries and
 * signing are recorded as they may be; requests, decisions and fulfilments are asked of the decider, and
 * some of them may not be.
 */
export const gateWalks = (templates: fc.Arbitrary<ProcessTemplate> = processTemplates()): fc.Arbitrary<GateWalk> =>
  fc
    .tuple(
      templates,
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      fc.array(drawnStep, { minLength: 20, maxLength: 90, size: 'max' }),
    )
    .map(([template, merges, tailored, steps]) =>
      walkOf(template, tailoredOf(template, tailored ? merges : []), steps),
    );

const walkOf = (template: ProcessTemplate, process: TailoredProcess, steps: ReadonlyArray<DrawnStep>): GateWalk => {
  const playbook = inForce(template);
  const events: Array<ProjectEvent> = [];
  const refused: Array<string> = [];
  let project: Project = projectModule.decider.initial;
  const record = (happened: ReadonlyArray<ProjectEvent>): void => {
    events.push(...happened);
    project = replay(projectModule.decider, happened, project);
  };
  const ask = (command: ProjectCommand, now: Instant, effectiveAt: Instant): void => {
    const answer = projectModule.decider.decide(command, project, projectContext(playbook, now, effectiveAt));
    if (E.isRight(answer)) record(answer.right);
    else refused.push(answer.left.type);
  };
  record([
    was(timeAt(0), 'OpportunityDiscovered', { project: 'x1', channel: 'bidding', discoveredBy: 'ada' }),
    was(timeAt(0), 'ProjectOpened', {
      template: template.id,
      playbook: playbook.version,
      process,
      signedIn: template.signedIn,
      owner: 'ada',
    }),
  ]);
  for (const [index, step] of steps.entries()) {
    const now = timeAt(index + 2);
    const standing: Project = project;
    if (standing.status !== 'opened') continue;
    // One gate command in twelve is dated back.
    const effectiveAt = step.kind === 19 ? hoursIn(24 * Math.floor(index / 2) - 12) : now;
    if (step.kind < 8 || (step.kind < 18 && isFree(standing))) record(happening(standing, template, step, now));
    else ask(gateCommand(standing, template, step, now), now, effectiveAt);
  }
  return { template, process, events, refused };
};

/** What is next at the gate in front; one time in twelve, whatever is drawn. */
const gateCommand = (
  project: OpenedProject,
  template: ProcessTemplate,
  step: DrawnStep,
  now: Instant,
): ProjectCommand => {
  const stray = step.kind === 18 ? step.what % 3 : undefined;
  const waits = gatesAtExit(project).some((gate) => waitingReview(project, gate) !== undefined);
  const open = project.reviews.some((review) => review.decided === undefined);
  if (stray === 0 || (stray === undefined && waits && step.kind < 16)) return fulfilled(project, step);
  return stray === 1 || (stray === undefined && open)
    ? decided(project, template, step, now)
    : requested(project, step);
};

/** An event of a project, its data read as stored. */
const was = (effectiveAt: Instant, type: ProjectEvent['type'], data: object): ProjectEvent => {
  const read = projectEvents.read(type, projectEvents.schemaOf(type), data);
  assert(E.isRight(read), `not the data of ${type}: ${JSON.stringify(read)}`);
  const event: DomainEvent<string, unknown> = { type, data: read.right, effectiveAt };
  return event as ProjectEvent;
};

/** What happens beside the gates, as far as it may. */
const happening = (
  project: OpenedProject,
  template: ProcessTemplate,
  { kind, whom, what }: DrawnStep,
  at: Instant,
): ReadonlyArray<ProjectEvent> => {
  if (project.closedAt !== undefined) {
    if (project.ended?.outcome === 'won' || whom > 5) return [];
    const { phases = [] } = project.process.stages[project.stage] ?? {};
    return [
      was(at, 'ProjectReopened', { reason: 'customerResumed' }),
      was(at, 'PhaseEntered', { phases, cause: 'reopening' }),
    ];
  }
  if (kind < 4) return workDone(project, template, at);
  if (kind === 4) return whom > 9 ? changeOfTeam(project, at) : [];
  if (kind === 5 && project.ended === undefined)
    return [was(at, 'AmountEstimated', { amount: { minor: [50, 500, 5_000][what % 3], currency: 'CNY' } })];
  return moved(project, at);
};

/** Everything that could be asked of the stages entered by now. */
const workDone = (project: OpenedProject, { phases }: ProcessTemplate, at: Instant): ReadonlyArray<ProjectEvent> => {
  const entered = phases.filter(({ id }) => project.entered.some(({ phase }) => phase === id));
  const layers = ['users', 'board'].filter((layer) => project.stakeholders.every(({ id }) => id !== layer));
  const need = {
    ...{ problem: 'slow', wants: 'both', reason: 'growth', budgeted: 'yes', planned: 'yes' },
    ...{ statedRequest: 'faster', realNeed: 'more' },
  };
  return [
    ...entered.flatMap(({ activities }) =>
      activities.flatMap(({ id: activity, analysis, deliverables = [] }) => [
        ...(analysis === 'customer'
          ? [was(at, 'AnalysisRecorded', { kind: analysis, activity, part: 'all', finding: 'so', by: 'ada', need })]
          : []),
        ...(project.activities[activity]?.done ? [] : [was(at, 'ActivityDone', { activity, by: 'ada', evidence: [] })]),
        ...deliverables
          .filter(({ id }) => !Object.hasOwn(project.documents, id))
          .map(({ id }) => was(at, 'DocumentRecorded', { document: id, hash: 'b'.repeat(64) })),
      ]),
    ),
    ...layers.map((layer) =>
      was(at, 'StakeholderMapped', {
        stakeholder: layer,
        layer,
        influence: 5,
        stance: 'neutral',
        keyDecisionMaker: false,
      }),
    ),
    ...uncheckedItems(project).map((item) =>
      was(at, 'ChecklistItemConfirmed', {
        phase: phases.find(({ checklist }) => checklist.some(({ id }) => id === item))?.id,
        item,
      }),
    ),
  ];
};

const changeOfTeam = ({ team }: OpenedProject, at: Instant): ReadonlyArray<ProjectEvent> =>
  team.members.some((person) => person === 'bob')
    ? [was(at, 'TeamMemberLeft', { person: 'bob' })]
    : [was(at, 'TeamMemberJoined', { person: 'bob' })];

/** No gate stands between here and the next phase, or the contract. */
const isFree = (project: OpenedProject): boolean => gatesAtExit(project).every((gate) => isPassed(project, gate));

/** The contract is signed, or the next stage entered, where nothing is in the way. */
const moved = (project: OpenedProject, at: Instant): ReadonlyArray<ProjectEvent> => {
  const next = nextStage(project);
  const gates = gatesAtExit(project);
  const free = project.hold === undefined && uncheckedItems(project).length === 0 && isFree(project);
  const entry = (cause: string) =>
    next === undefined ? [] : [was(at, 'PhaseEntered', { phases: next.phases, cause })];
  if (!free) return [];
  if (!endsInSigning(project)) return gates.length === 0 ? entry('advance') : [];
  return project.ended === undefined ? [was(at, 'ContractSigned', {}), ...entry('signing')] : [];
};
