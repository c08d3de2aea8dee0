/** Budget and cost by phase, probability, amount and close. @source PRJ-34, PRJ-35, Q14, GAT-9, GAT-10 */
import * as E from 'fp-ts/lib/Either.js';
import { absurd } from 'fp-ts/lib/function.js';
import { defined, ok, unless } from '../checks.js';
import { sameJson } from '../same.js';
import type { CommandTo, ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import {
  addsUp,
  approved,
  currentOrLate,
  currentPhases,
  isCurrent,
  isOver,
  isPositive,
  isProbability,
  moneyOf,
  wasEntered,
} from './money-policy.js';
import { isAmount, isKnown, rulesOf, undecided } from './policy.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';
import { doneBy, factOnTime, isPhase, recordable } from './work-policy.js';

export type MoneyCommand = CommandTo<
  'SetPhaseBudget' | 'BookCost' | 'AssessProbability' | 'EstimateAmount' | 'ExpectClose'
>;

const types: ReadonlySet<string> = new Set<MoneyCommand['type']>([
  'SetPhaseBudget',
  'BookCost',
  'AssessProbability',
  'EstimateAmount',
  'ExpectClose',
]);

export const isMoneyCommand = (command: ProjectCommand): command is MoneyCommand => types.has(command.type);

/** Answers a command about a project's money. */
export const decideMoney = (command: MoneyCommand, project: OpenedProject, context: Ruled): Decision => {
  switch (command.type) {
    case 'SetPhaseBudget':
      return setBudget(command, project, context);
    case 'BookCost':
      return bookCost(command, project, context);
    case 'AssessProbability':
      return assessProbability(command, project, context);
    case 'EstimateAmount':
      return estimateAmount(command, project, context);
    case 'ExpectClose':
      return expectClose(command, project, context);
    default:
      return absurd(command);
  }
};

const setBudget = (
  { phase, amount }: CommandTo<'SetPhaseBudget'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  if (sameJson(moneyOf(project, phase).budget, amount)) return E.right([]);
  return unless([...recordable(project, context), isPhase(project, phase), isAmount(amount, context)], () => [
    { type: 'PhaseBudgetSet', data: { phase, amount }, effectiveAt: context.effectiveAt },
  ]);
};

/** A cost is what happened, so the same again is another one. */
const bookCost = (command: CommandTo<'BookCost'>, project: OpenedProject, context: Ruled): Decision => {
  const { phase, amount, by, late = false, approver, reference } = command;
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  return unless(
    [
      ...recordable(project, context),
      isPhase(project, phase),
      wasEntered(project, phase),
      currentOrLate(project, phase, late),
      isPositive(amount),
      isAmount(amount, context),
      addsUp(project, command),
      ...doneBy(by, context),
      approver === undefined ? ok : isKnown(approver, context),
      approved(project, command, rules.right),
    ],
    () => [
      {
        type: 'CostIncurred',
        data: {
          phase,
          amount,
          late: !currentPhases(project).includes(phase),
          overBudget: isOver(project, command),
          by,
          ...defined({ approver, reference }),
        },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

const assessProbability = (
  { phase, bp, by }: CommandTo<'AssessProbability'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  if (sameJson(project.probability, { phase, bp, by })) return E.right([]);
  return unless(
    [
      undecided(project),
      factOnTime(project, context),
      isPhase(project, phase),
      isCurrent(project, phase),
      isProbability(bp),
      ...doneBy(by, context),
    ],
    () => [{ type: 'ProbabilityAssessed', data: { phase, bp, by }, effectiveAt: context.effectiveAt }],
  );
};

const estimateAmount = ({ amount }: CommandTo<'EstimateAmount'>, project: OpenedProject, context: Ruled): Decision => {
  if (sameJson(project.amount, amount)) return E.right([]);
  return unless([undecided(project), factOnTime(project, context), isAmount(amount, context)], () => [
    { type: 'AmountEstimated', data: { amount }, effectiveAt: context.effectiveAt },
  ]);
};

const expectClose = ({ on }: CommandTo<'ExpectClose'>, project: OpenedProject, context: Ruled): Decision => {
  const { expectedClose: from } = project;
  if (from === on) return E.right([]);
  return unless([undecided(project), factOnTime(project, context)], () => [
    { type: 'ExpectedCloseSet', data: { on, ...defined({ from }) }, effectiveAt: context.effectiveAt },
  ]);
};
