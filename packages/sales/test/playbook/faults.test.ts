import { dealership, type Playbook, type PlaybookFault } from '@millrace/sales';
import { describe, test } from 'vitest';
import {
  asked,
  buyer,
  cny,
  named,
  prospect,
  rule,
  rules,
  shopper,
  standard,
  term,
  withRules,
} from '../support/playbooks.js';
import { dealershipWith } from '../support/story.js';
import type { FaultOfPeople } from './people-faults.js';
import type { FaultOfProjects } from './project-faults.js';

interface Case<Fault> {
  readonly playbook: Playbook;
  readonly before?: Playbook;
  readonly fault: Fault;
}

/** One for each: the type says that none is forgotten. */
const cases: {
  readonly [Type in Exclude<PlaybookFault['type'], FaultOfPeople | FaultOfProjects>]: Case<
    Extract<PlaybookFault, { type: Type }>
  >;
} = {
  DoubledTerm: {
    playbook: dealershipWith({ buyerSteps: [...rules.buyerSteps, ...rules.buyerSteps.slice(-1)] }),
    fault: { type: 'DoubledTerm', list: 'buyerSteps', id: 'purchaseMade' },
  },
  EmptyList: {
    playbook: dealershipWith({ lists: rules.lists.filter(({ list }) => list !== 'revert') }),
    fault: { type: 'EmptyList', list: 'revert' },
  },
  ReservedStage: {
    playbook: dealershipWith({ stages: [prospect, named('won'), buyer] }),
    fault: { type: 'ReservedStage', stage: 'won' },
  },
  UndefinedTerm: {
    playbook: dealershipWith({ evidenceFor: [term('suspect')] }),
    fault: { type: 'UndefinedTerm', list: 'stages', id: 'suspect' },
  },
  PurchaseStageNotLast: {
    playbook: dealershipWith({ purchaseStage: shopper.id }),
    fault: { type: 'PurchaseStageNotLast', stage: 'shopper', last: 'buyer' },
  },
  PurchaseStageFirst: {
    playbook: dealershipWith({ stages: [buyer], evidenceFor: [], buyerSteps: [], benchmark: [1] }),
    fault: { type: 'PurchaseStageFirst', stage: 'buyer' },
  },
  BuyerStepTooEarly: {
    playbook: dealershipWith({ buyerSteps: [...rules.buyerSteps, { ...named('regretted'), stage: shopper.id }] }),
    fault: { type: 'BuyerStepTooEarly', step: 'regretted', stage: 'shopper', after: 'buyer' },
  },
  BenchmarkMismatch: {
    playbook: dealershipWith({ benchmark: [25, 5] }),
    fault: { type: 'BenchmarkMismatch', stages: 3, benchmark: 2 },
  },
  BenchmarkOutOfRange: {
    playbook: dealershipWith({ benchmark: [25, 26, 1] }),
    fault: { type: 'BenchmarkOutOfRange', place: 2, figure: 26, most: 25 },
  },
  WindowTooShort: {
    playbook: standard({ windowDays: 0 }),
    fault: { type: 'WindowTooShort', windowDays: 0 },
  },
  BarCurrency: {
    playbook: withRules(rule('major', { wonAtLeast: { ...cny(1), currency: 'EUR' as never } })),
    fault: { type: 'BarCurrency', rule: 1, currency: 'EUR', expected: 'CNY' },
  },
  BarNotAboveZero: {
    playbook: withRules(rule('signed', { wonAtLeast: cny(1) }), rule('major', { wonAtLeast: cny(0) })),
    fault: { type: 'BarNotAboveZero', rule: 2, minor: 0 },
  },
  RuleNeverReached: {
    playbook: withRules(rule('signed', { wonAtLeast: cny(1) }), rule('major', { wonAtLeast: cny(2) })),
    fault: { type: 'RuleNeverReached', rule: 2 },
  },
  TermRemoved: {
    playbook: dealershipWith({ stages: [prospect, buyer], evidenceFor: [], buyerSteps: [], benchmark: [2, 1] }),
    before: dealershipWith({ buyerSteps: [] }),
    fault: { type: 'TermRemoved', list: 'stages', id: 'shopper' },
  },
  StagesReordered: {
    playbook: dealershipWith({ stages: [shopper, prospect, buyer], buyerSteps: [] }),
    before: dealershipWith({ buyerSteps: [] }),
    fault: { type: 'StagesReordered', stage: 'shopper' },
  },
  PurchaseStageChanged: {
    playbook: dealershipWith({
      stages: [...rules.stages, named('owner')],
      purchaseStage: term('owner'),
      benchmark: [25, 5, 1, 1],
    }),
    before: dealership,
    fault: { type: 'PurchaseStageChanged', from: 'buyer', to: 'owner' },
  },
  ClassificationVersionReused: {
    playbook: dealershipWith({ classification: { ...rules.classification, windowDays: 365 } }),
    before: dealership,
    fault: { type: 'ClassificationVersionReused', version: 'dealership-1' },
  },
};

describe('every fault of a playbook is met', () => {
  test.each(Object.entries(cases))('%s', (_, { playbook, before, fault }) =>
    asked(playbook, before).thenRefused(fault),
  );
});
