/** The rules of the work on a project, named. */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import type { Phase, Activity as Planned } from '../process/index.js';
import type { Ruled } from './context.js';
import type { WorkEvent } from './events.js';
import { activityIn, inOwnName, isKnown, notClosed, stageEntered, stageOfActivity, templateOf } from './policy.js';
import type { Check, Decision } from './refusals.js';
import { saidAlready } from './said.js';
import type { Activity, OpenedProject } from './state.js';

/** Design decision 11: facts may be dated back, to the opening of the project at most. */
export const factOnTime = ({ openedAt }: OpenedProject, context: Ruled): Check =>
  notBefore('project', openedAt, context);

/** What every fact of a project asks: it is open or being delivered, and was opened by then. */
export const recordable = (project: OpenedProject, context: Ruled): ReadonlyArray<Check> => [
  notClosed(project),
  factOnTime(project, context),
];

/** A fact, unless it was said before, or one of `checks` refuses. */
export const recordFact = (
  project: OpenedProject,
  context: Ruled,
  event: WorkEvent,
  checks: ReadonlyArray<Check>,
): Decision =>
  saidAlready(project, event) ? E.right([]) : unless([...recordable(project, context), ...checks], () => [event]);

/** Who did something is known, and says so in his own name. */
export const doneBy = (person: string, context: Ruled): ReadonlyArray<Check> => [
  isKnown(person, context),
  inOwnName(person, context),
];

/** An activity of the template, and what was done of it. */
export interface Work {
  readonly planned: Planned;
  readonly phase: Phase;
  readonly done: Activity;
}

const untouched: Activity = { steps: [], done: false, waived: false };

/** What was done of an activity. Terms are foreign: one may be called like a method of every object. */
export const doneOf = ({ activities }: OpenedProject, activity: string): Activity =>
  (Object.hasOwn(activities, activity) ? activities[activity] : undefined) ?? untouched;

/** The activity that a command names. */
export const workOn = (project: OpenedProject, id: string, context: Ruled): Check<Work> =>
  pipe(
    templateOf(project, context),
    E.flatMap((template) => activityIn(template, id)),
    E.map(({ phase, activity: planned }) => ({ planned, phase, done: doneOf(project, id) })),
  );

/** PRJ-4: a phase of the process, entered or not. */
export const isPhase = ({ process }: OpenedProject, phase: string): Check =>
  process.stages.some(({ phases }) => phases.some((one) => one === phase))
    ? ok
    : refuse({ type: 'PhaseUnknown', phase });

/** PRJ-4: work is done in phases that were entered, now or before. */
export const inEnteredStage = (project: OpenedProject, { planned, phase }: Work): Check =>
  stageEntered(project, stageOfActivity(project, planned.id))
    ? ok
    : refuse({ type: 'PhaseNotEntered', phase: phase.id });

/** Steps of an activity that are not done yet, in order. */
export const stepsLeft = ({ planned, done }: Work): Planned['steps'] =>
  planned.steps.filter(({ id }) => !done.steps.includes(id));

/** PRJ-36, PRJ-43: a step is one of its activity, and the next one. */
export const isNextStep = (work: Work, step: string): Check => {
  const { id: activity, steps } = work.planned;
  if (!steps.some(({ id }) => id === step)) return refuse({ type: 'StepUnknown', activity, step });
  const expected = stepsLeft(work)[0]?.id ?? step;
  return expected === step ? ok : refuse({ type: 'StepOutOfOrder', activity, step, expected });
};

/** PRJ-36: nor is it dated before the one that comes first. */
export const afterLastStep = ({ done: { at } }: Work, context: Ruled): Check =>
  at === undefined ? ok : notBefore('activity', at, context);

/** Influence, ratings and qualifications are 1 to 10; what is not known is left out. */
export const isGrade = (of: string, grade: number | undefined): Check =>
  grade === undefined || (grade >= 1 && grade <= 10) ? ok : refuse({ type: 'GradeOutOfRange', of, grade, most: 10 });

/** Each is named once. */
export const namedOnce = (list: string, ids: ReadonlyArray<string>): Check => {
  const id = ids.find((one, index) => ids.indexOf(one) !== index);
  return id === undefined ? ok : refuse({ type: 'DoubledTerm', list, id });
};

/** A fact says something. */
export const saysSomething = (command: string, ...parts: ReadonlyArray<ReadonlyArray<unknown>>): Check =>
  parts.some(({ length }) => length > 0) ? ok : refuse({ type: 'SaysNothing', command });

/** Somebody on the customer's side who is mapped. */
export const isMapped = ({ stakeholders }: OpenedProject, stakeholder: string | undefined): Check =>
  stakeholder === undefined || stakeholders.some(({ id }) => id === stakeholder)
    ? ok
    : refuse({ type: 'StakeholderUnknown', stakeholder });

/** PRJ-19: nobody reports to himself in the end. */
export const noCircle = (project: OpenedProject, stakeholder: string, reportsTo: string | undefined): Check => {
  if (reportsTo === undefined) return ok;
  const superiors = new Map(project.stakeholders.map(({ id, reportsTo: superior }) => [id as string, superior]));
  const above = new Set<string>();
  for (let one: string | undefined = reportsTo; one !== undefined && !above.has(one); one = superiors.get(one)) {
    above.add(one);
  }
  return above.has(stakeholder) ? refuse({ type: 'ReportsInCircle', stakeholder, reportsTo }) : ok;
};
