/** Reads what happened at the gates of a history, by code that shares nothing with the decider. */
import type { ProcessTemplate, ProjectEvent } from '@millrace/sales';
import { type GateWalk, gateWalks } from '@millrace/testing';
import fc from 'fast-check';
import { expect } from 'vitest';

/** Holds a law over generated walks through gates. */
export const forEveryWalk = (law: (walk: GateWalk) => void, numRuns = 300): void =>
  fc.assert(fc.property(gateWalks(), law), { numRuns });

type Decided = Extract<ProjectEvent, { type: 'GateDecided' }>;

/** The place of a phase's stage in the process that a walk runs. */
export const stageOf = ({ process }: GateWalk, phase: string | undefined): number =>
  process.stages.findIndex(({ phases }) => phases.some((id) => id === phase));

/** The stage that a gate of the template closes off. */
export const stageOfGate = (walk: GateWalk, { guards }: ProcessTemplate['gates'][number]): number =>
  stageOf(walk, guards.at === 'exit' ? guards.phase : walk.template.signedIn);

/** One event with what had become of the project just before it. */
export interface Moment {
  readonly event: ProjectEvent;
  readonly index: number;
  readonly stage: number;
  /** Stages whose gate had a go that stood. */
  readonly passed: ReadonlySet<number>;
  /** The conditional go that waited, and its open conditions. */
  readonly waiting: { readonly review: string; readonly open: ReadonlySet<string> } | undefined;
  readonly held: boolean;
  readonly signed: boolean;
  readonly closed: boolean;
  readonly team: ReadonlySet<string>;
  /** Whoever was on the team, or was named for it. */
  readonly everybody: ReadonlySet<string>;
  readonly amount: number | undefined;
  readonly done: ReadonlySet<string>;
  readonly needed: boolean;
}

const unopened: Omit<Moment, 'event' | 'index'> = {
  stage: 0,
  passed: new Set(),
  waiting: undefined,
  held: false,
  signed: false,
  closed: false,
  team: new Set(),
  everybody: new Set(),
  amount: undefined,
  done: new Set(),
  needed: false,
};

/** Every event of a walk, each with what had become of the project just before. */
export const momentsOf = (walk: GateWalk): ReadonlyArray<Moment> => {
  let before = unopened;
  return walk.events.map((event, index) => {
    const moment = { ...before, event, index };
    before = after(moment, walk);
    return moment;
  });
};

type Before = typeof unopened;

const after = ({ event, index: _, ...before }: Moment, walk: GateWalk): Before => {
  const { passed, waiting, stage, team, everybody, done } = before;
  switch (event.type) {
    case 'ProjectOpened':
      return { ...before, team: new Set([event.data.owner]), everybody: new Set([event.data.owner]) };
    case 'TeamMemberJoined': {
      const { person } = event.data;
      return { ...before, team: new Set([...team, person]), everybody: new Set([...everybody, person]) };
    }
    case 'TeamMemberLeft':
      return { ...before, team: new Set([...team].filter((one) => one !== event.data.person)) };
    case 'AmountEstimated':
      return { ...before, amount: event.data.amount.minor };
    case 'ActivityDone':
      return { ...before, done: new Set([...done, event.data.activity]) };
    case 'AnalysisRecorded':
      return { ...before, needed: before.needed || event.data.need !== undefined };
    case 'GateReviewRequested':
      return { ...before, waiting: undefined, everybody: new Set([...everybody, ...event.data.plannedTeam]) };
    case 'GateDecided':
      return afterDecision(before, event, walk);
    case 'ConditionFulfilled': {
      const open = new Set([...(waiting?.open ?? [])].filter((id) => id !== event.data.condition));
      if (open.size === 0) return { ...before, waiting: undefined, passed: new Set([...passed, stage]) };
      return { ...before, waiting: { review: event.data.review, open } };
    }
    case 'PhaseEntered':
      return { ...before, stage: stageOf(walk, event.data.phases[0]) };
    case 'ContractSigned':
      return { ...before, signed: true };
    case 'ProjectClosed':
      return { ...before, closed: true };
    case 'ProjectReopened':
      return { ...before, closed: false, held: false, waiting: undefined, passed: below(passed, stage) };
    default:
      return before;
  }
};

const afterDecision = (before: Before, { data }: Decided, walk: GateWalk): Before => {
  const { decision, review, conditions = [], to, redo = [] } = data;
  const now = { ...before, held: decision === 'hold' };
  if (decision === 'go') return { ...now, passed: new Set([...before.passed, before.stage]) };
  if (decision === 'conditionalGo')
    return { ...now, waiting: { review, open: new Set(conditions.map(({ id }) => id)) } };
  if (decision !== 'recycle') return now;
  const again = new Set<string>(redo);
  const done = new Set([...before.done].filter((id) => !again.has(id)));
  return { ...now, done, passed: below(before.passed, stageOf(walk, to)) };
};

const below = (passed: ReadonlySet<number>, stage: number): ReadonlySet<number> =>
  new Set([...passed].filter((one) => one < stage));

/** Holds a law at every event of a type, and counts what was met on the way. */
export const atEvery = <Type extends Moment['event']['type']>(
  type: Type,
  law: (moment: Of<Type>, walk: GateWalk, met: (what: string) => void) => void,
): { readonly [what: string]: number } => {
  const counts: Record<string, number> = {};
  forEveryWalk((walk) => {
    for (const moment of momentsOf(walk)) {
      if (!isOf(moment, type)) continue;
      law(moment, walk, (what) => {
        counts[what] = (counts[what] ?? 0) + 1;
      });
    }
  });
  return counts;
};

type Of<Type> = Moment & { readonly event: Extract<Moment['event'], { type: Type }> };

const isOf = <Type extends Moment['event']['type']>(moment: Moment, type: Type): moment is Of<Type> =>
  moment.event.type === type;

/** Whether everything was met at least so often. */
export const often = (
  counts: { readonly [what: string]: number },
  floors: { readonly [what: string]: number },
): void => {
  const rare = Object.entries(floors).filter(([what, floor]) => (counts[what] ?? 0) < floor);
  expect(rare, JSON.stringify(counts)).toEqual([]);
};
