/** The course of a project as its events tell it: where it stands, which gates it passed, who is on it. */
import type { Instant } from '@millrace/kernel';
import type { TailoredProcess } from '@millrace/sales';
import type { MoveEvent } from './view.js';

type Data<Type extends MoveEvent['type']> = Extract<MoveEvent, { readonly type: Type }>['data'];

export interface Course {
  process: TailoredProcess;
  signedIn: string;
  stage: number;
  readonly requested: Map<string, Data<'GateReviewRequested'>>;
  readonly decided: Map<string, Data<'GateDecided'>>;
  /** Conditions of a review that are not fulfilled, and still open something. */
  readonly open: Map<string, Set<string>>;
  readonly passed: Set<string>;
  readonly confirmed: Set<string>;
  readonly team: Set<string>;
  /** When somebody left the team last. */
  readonly left: Map<string, Instant>;
  /** Whoever was on the team, or was planned to be. */
  readonly ever: Set<string>;
  hold: string | undefined;
  won: boolean;
  over: boolean;
  /** The stage that a recycle or a reopening leads back to. */
  back: number | undefined;
}

/** Where a project starts. */
export const courseAt = ({ process, signedIn, owner }: Data<'ProjectOpened'>): Course => ({
  process,
  signedIn,
  stage: 0,
  requested: new Map(),
  decided: new Map(),
  open: new Map(),
  passed: new Set(),
  confirmed: new Set(),
  team: new Set([owner]),
  left: new Map(),
  ever: new Set([owner]),
  hold: undefined,
  won: false,
  over: false,
  back: undefined,
});

/** The stage that holds a phase; -1 where none does. */
export const stageWith = ({ process: { stages } }: Pick<Course, 'process'>, phase: string | undefined): number =>
  stages.findIndex(({ phases }) => phases.some((one) => one === phase));

/** The gates at the end of a stage; signing stands at the end of the stage in which it is done. */
export const gatesAfter = (course: Course, stage: number): ReadonlyArray<string> =>
  course.process.gates
    .filter(({ guards }) => stageWith(course, guards.at === 'exit' ? guards.phase : course.signedIn) === stage)
    .flatMap(({ gates }) => gates);

/** Goes on by one move. */
export const follow = (course: Course, event: MoveEvent): void => {
  switch (event.type) {
    case 'PhaseEntered':
      course.stage = stageWith(course, event.data.phases[0]);
      course.back = undefined;
      break;
    case 'ProcessTailored':
    case 'ProcessMigrated':
      reshape(course, event);
      break;
    case 'GateReviewRequested':
      lapse(course, event.data.gates);
      course.requested.set(event.data.review, event.data);
      for (const person of event.data.plannedTeam) course.ever.add(person);
      break;
    case 'GateDecided':
      decide(course, event.data);
      break;
    case 'ConditionFulfilled':
      fulfil(course, event.data);
      break;
    case 'ContractSigned':
      course.won = true;
      break;
    case 'ContractTerminated':
    case 'ProjectClosed':
      course.over = true;
      break;
    case 'ProjectReopened':
      course.over = false;
      course.hold = undefined;
      course.back = course.stage;
      voidFrom(course, course.stage);
      break;
    case 'ChecklistItemConfirmed':
      course.confirmed.add(event.data.item);
      break;
    case 'ProjectTransferred':
      depart(course, event.data.from, event.effectiveAt);
      meet(course, event.data.to);
      break;
    case 'TeamMemberJoined':
      meet(course, event.data.person);
      break;
    case 'TeamMemberLeft':
      depart(course, event.data.person, event.effectiveAt);
      break;
    case 'ProjectOpened':
    case 'SelfReviewFlagged':
      break;
  }
};

const depart = ({ team, left }: Course, person: string, at: Instant): void => {
  team.delete(person);
  left.set(person, at);
};

const meet = ({ team, ever }: Course, person: string): void => {
  team.add(person);
  ever.add(person);
};

const reshape = (
  course: Course,
  event: Extract<MoveEvent, { readonly type: 'ProcessTailored' | 'ProcessMigrated' }>,
): void => {
  const [standing] = course.process.stages[course.stage]?.phases ?? [];
  course.process = event.data.process;
  course.stage = stageWith(course, standing);
  if (event.type === 'ProcessMigrated') course.signedIn = event.data.signedIn;
};

const decide = (course: Course, data: Data<'GateDecided'>): void => {
  course.decided.set(data.review, data);
  course.hold = data.decision === 'hold' ? data.review : undefined;
  if (data.decision === 'go') pass(course, data.gates);
  if (data.decision === 'conditionalGo') {
    course.open.set(data.review, new Set((data.conditions ?? []).map(({ id }) => id)));
  }
  if (data.decision !== 'recycle') return;
  course.back = stageWith(course, data.to);
  voidFrom(course, course.back);
};

const fulfil = (course: Course, { review, condition }: Data<'ConditionFulfilled'>): void => {
  const open = course.open.get(review);
  if (open?.delete(condition) && open.size === 0) pass(course, course.decided.get(review)?.gates ?? []);
};

const pass = ({ passed }: Course, gates: ReadonlyArray<string>): void => {
  for (const gate of gates) passed.add(gate);
};

const voidFrom = (course: Course, stage: number): void => {
  for (let behind = Math.max(0, stage); behind < course.process.stages.length; behind++) {
    const gates = gatesAfter(course, behind);
    for (const gate of gates) course.passed.delete(gate);
    lapse(course, gates);
  }
};

/** What conditional gos of these gates wait for opens nothing any more. */
const lapse = ({ open, decided }: Course, gates: ReadonlyArray<string>): void => {
  for (const [review, data] of decided) if (data.gates.some((gate) => gates.includes(gate))) open.delete(review);
};
