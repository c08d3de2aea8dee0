/** People on the customer's side, and what is done to win them. @source PRJ-18..20, PRJ-24, PRJ-27, PRJ-29, Q37 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { isTermOf, rulesOf, templateOf } from './policy.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';
import { doneBy, isGrade, isMapped, noCircle, recordFact } from './work-policy.js';

export const mapStakeholder = (
  command: CommandTo<'MapStakeholder'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const { stakeholder, layer, influence, stance, keyDecisionMaker } = command;
  const { name, contact, department, reportsTo } = command;
  const template = templateOf(project, context);
  if (E.isLeft(template)) return template;
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  return recordFact(
    project,
    context,
    {
      type: 'StakeholderMapped',
      data: {
        stakeholder,
        layer,
        influence,
        stance,
        keyDecisionMaker,
        ...defined({ name, contact, department, reportsTo }),
      },
      effectiveAt: context.effectiveAt,
    },
    [
      isTermOf('layers', template.right.layers, layer),
      isGrade('influence', influence),
      department === undefined ? ok : isTermOf('departments', rules.right.departments, department),
      noCircle(project, stakeholder, reportsTo),
      isMapped(project, reportsTo),
    ],
  );
};

export const setStrategy = (
  { stakeholder, strategy }: CommandTo<'SetStakeholderStrategy'>,
  project: OpenedProject,
  context: Ruled,
): Decision =>
  recordFact(
    project,
    context,
    { type: 'StakeholderStrategySet', data: { stakeholder, strategy }, effectiveAt: context.effectiveAt },
    [isMapped(project, stakeholder)],
  );

export const relate = (
  { from, to, relation }: CommandTo<'RelateStakeholders'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  return recordFact(
    project,
    context,
    { type: 'StakeholdersRelated', data: { from, to, relation }, effectiveAt: context.effectiveAt },
    [
      isTermOf('relations', rules.right.relations, relation),
      isMapped(project, from),
      isMapped(project, to),
      from === to ? refuse({ type: 'RelatedToItself', stakeholder: from }) : ok,
    ],
  );
};

export const applyTactic = (
  { tactic, by, stakeholder }: CommandTo<'UseTactic'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  return recordFact(
    project,
    context,
    { type: 'TacticUsed', data: { tactic, by, ...defined({ stakeholder }) }, effectiveAt: context.effectiveAt },
    [isTermOf('tactics', rules.right.tactics, tactic), isMapped(project, stakeholder), ...doneBy(by, context)],
  );
};

export const flagDirectBenefit = (
  { stakeholder, note }: CommandTo<'FlagDirectBenefit'>,
  project: OpenedProject,
  context: Ruled,
): Decision =>
  recordFact(
    project,
    context,
    { type: 'DirectBenefitFlagged', data: { stakeholder, note }, effectiveAt: context.effectiveAt },
    [isMapped(project, stakeholder)],
  );
