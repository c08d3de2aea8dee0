import type { Money } from '@millrace/kernel';
import type { Draft } from 'immer';
import type { Term } from '../terms.js';
import type { MoneyEvent, ProjectEvent } from './events.js';
import { moneySpecs } from './money-events.js';
import { value } from './standing.js';
import type { OpenedProject, PhaseMoney } from './state.js';

export const isMoneyEvent = (event: ProjectEvent): event is MoneyEvent => Object.hasOwn(moneySpecs, event.type);

type Doc = Draft<OpenedProject>;

/** What a figure makes of an opened project. */
export const evolveMoney = (project: Doc, event: MoneyEvent): void => {
  switch (event.type) {
    case 'PhaseBudgetSet':
      moneyOf(project, event.data.phase).budget = { ...event.data.amount };
      break;
    case 'CostIncurred': {
      const money = moneyOf(project, event.data.phase);
      const { minor, currency } = event.data.amount;
      money.cost = { currency, minor: ((money.cost?.minor ?? 0) + minor) as Money['minor'] };
      break;
    }
    case 'ProbabilityAssessed':
      project.probability = { ...event.data };
      break;
    case 'AmountEstimated':
      value(project, event.data.amount, event.effectiveAt);
      break;
    case 'ExpectedCloseSet':
      project.expectedClose = event.data.on;
      break;
  }
};

const moneyOf = (project: Doc, phase: Term): Draft<PhaseMoney> => {
  const known = project.money.find((one) => one.phase === phase);
  if (known !== undefined) return known;
  const fresh = { phase };
  project.money.push(fresh);
  return fresh;
};
