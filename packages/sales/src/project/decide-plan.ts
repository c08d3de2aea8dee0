/** The founding of a project, its objectives, strategy and plan. @source PRJ-7, PRJ-31 */
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { EventTo } from './events.js';
import { joining } from './joining.js';
import { activityIn, isKnown, isTermOf, rulesOf, templateOf } from './policy.js';
import type { Check, Decision } from './refusals.js';
import { responsibleFor } from './responsible.js';
import { saidAlready } from './said.js';
import type { OpenedProject } from './state.js';
import { isPhase, namedOnce, recordable, recordFact, saysSomething } from './work-policy.js';

/** Whoever is of the team and not in it yet joins it. */
export const establish = (command: CommandTo<'EstablishProject'>, project: OpenedProject, context: Ruled): Decision => {
  const { elements } = command;
  const { effectiveAt } = context;
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  const team = [...new Set(command.team)];
  const established: EventTo<'ProjectEstablished'> = {
    type: 'ProjectEstablished',
    data: { elements, team },
    effectiveAt,
  };
  const events = [
    ...(saidAlready(project, established) ? [] : [established]),
    ...team.flatMap((person) => joining(project, person, effectiveAt)),
  ];
  if (events.length === 0) return E.right([]);
  const { establishment } = rules.right;
  const named = elements.map(({ element }) => element);
  const missing = establishment.map(({ id }) => id).filter((id) => !named.includes(id));
  return unless(
    [
      ...recordable(project, context),
      ...named.map((element) => isTermOf('establishment', establishment, element)),
      namedOnce('establishment', named),
      missing.length === 0 ? ok : refuse({ type: 'ElementsMissing', elements: missing }),
      ...team.map((person) => isKnown(person, context)),
    ],
    () => events,
  );
};

export const setObjective = (
  { objective, parts }: CommandTo<'SetObjective'>,
  project: OpenedProject,
  context: Ruled,
): Decision =>
  recordFact(
    project,
    context,
    { type: 'ObjectiveSet', data: { objective, parts }, effectiveAt: context.effectiveAt },
    [],
  );

export const chooseStrategy = (
  { strategy }: CommandTo<'ChooseStrategy'>,
  project: OpenedProject,
  context: Ruled,
): Decision =>
  recordFact(project, context, { type: 'StrategyChosen', data: { strategy }, effectiveAt: context.effectiveAt }, []);

export const recordSwot = (
  { strengths, weaknesses, opportunities, threats }: CommandTo<'RecordSwot'>,
  project: OpenedProject,
  context: Ruled,
): Decision =>
  recordFact(
    project,
    context,
    {
      type: 'SwotRecorded',
      data: { strengths, weaknesses, opportunities, threats },
      effectiveAt: context.effectiveAt,
    },
    [saysSomething('RecordSwot', strengths, weaknesses, opportunities, threats)],
  );

export const baselinePlan = (
  { goal, phases, activities }: CommandTo<'BaselinePlan'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const template = templateOf(project, context);
  if (E.isLeft(template)) return template;
  return recordFact(
    project,
    context,
    { type: 'PlanBaselined', data: { goal, phases, activities }, effectiveAt: context.effectiveAt },
    [
      ...phases.map(({ phase }) => isPhase(project, phase)),
      ...activities.map(({ activity }) => activityIn(template.right, activity)),
      namedOnce(
        'phases',
        phases.map(({ phase }) => phase),
      ),
      namedOnce(
        'activities',
        activities.map(({ activity }) => activity),
      ),
      ...phases.map(({ phase, from, to }) => endsAfterStart(phase, from, to)),
      ...activities.map(({ activity, from, to }) => endsAfterStart(activity, from, to)),
      ...activities.flatMap(responsibleFor).map((person) => isKnown(person, context)),
    ],
  );
};

/** A day is long enough. */
const endsAfterStart = (id: string, from: string, to: string): Check =>
  from <= to ? ok : refuse({ type: 'PlanEndsBeforeStart', id, from, to });
