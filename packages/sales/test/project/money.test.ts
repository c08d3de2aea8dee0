import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import {
  after,
  ask,
  cny,
  delivered,
  inExchange,
  inMerged,
  inSigning,
  lost,
  on,
  onBy,
  openedBy,
  recycled,
  rulesSaying,
  signed,
  was,
} from '../support/project-at-work.js';

const cost = (phase: string, minor: number, more: object = {}) =>
  ask('BookCost', { phase, amount: cny(minor), by: 'ada', ...more } as never);
const booked = (when: number, phase: string, minor: number, more: object = {}) =>
  was(when, 'CostIncurred', {
    phase,
    amount: cny(minor),
    late: false,
    overBudget: false,
    by: 'ada',
    ...more,
  } as never);
const budget = (phase: string, minor: number) => was(5, 'PhaseBudgetSet', { phase, amount: cny(minor) });

describe('the budget of a phase', () => {
  const set = (phase: string, minor: number) => ask('SetPhaseBudget', { phase, amount: cny(minor) });

  test('PRJ-34 is set for any phase, entered or not, and changed', () => {
    for (const { id } of ours.process.phases) {
      after(...inExchange)
        .when(set(id, 0))
        .thenEvents(was(30, 'PhaseBudgetSet', { phase: id, amount: cny(0) }));
    }
    after(...inExchange, budget('projectPlanning', 100))
      .when(set('projectPlanning', 100))
      .thenNothing();
    after(...inExchange, budget('projectPlanning', 100))
      .when(set('projectPlanning', 99))
      .thenEvents(was(30, 'PhaseBudgetSet', { phase: 'projectPlanning', amount: cny(99) }));
  });

  test('PRJ-34 is an amount of our currency, not below zero, of a phase there is', () => {
    after(...inExchange)
      .when(set('party', 1))
      .thenRefused({ type: 'PhaseUnknown', phase: 'party' });
    after(...inExchange)
      .when(set('projectPlanning', -1))
      .thenRefused({ type: 'AmountBelowZero', amount: cny(-1) as never });
    after(...inExchange)
      .when(ask('SetPhaseBudget', { phase: 'projectPlanning', amount: { minor: 1, currency: 'USD' } }))
      .thenRefused({ type: 'CurrencyNotReporting', currency: 'USD', reporting: 'CNY' });
  });
});

describe('a cost', () => {
  test('PRJ-34 GAT-9 is of the current phase, or late of one entered before, and of no other', () => {
    after(...inSigning)
      .when(cost('negotiationSigning', 1))
      .thenEvents(booked(30, 'negotiationSigning', 1));
    after(...inSigning)
      .when(cost('conceptExchange', 1))
      .thenRefused({
        type: 'CostNotCurrent',
        phase: 'conceptExchange',
        current: ['negotiationSigning'],
      });
    after(...inSigning)
      .when(cost('conceptExchange', 1, { late: true }))
      .thenEvents(booked(30, 'conceptExchange', 1, { late: true }));
    after(...inSigning)
      .when(cost('implementationSummary', 1, { late: true }))
      .thenRefused({ type: 'PhaseNotEntered', phase: 'implementationSummary' });
    after(...inSigning)
      .when(cost('party', 1))
      .thenRefused({ type: 'PhaseUnknown', phase: 'party' });
  });

  test('GAT-9 is not late where the project stands, whatever is said', () => {
    after(...inSigning)
      .when(cost('negotiationSigning', 1, { late: true }))
      .thenEvents(booked(30, 'negotiationSigning', 1));
  });

  test('GAT-9 after a recycle: the higher phases count as entered', () => {
    after(...recycled)
      .when(cost('conceptExchange', 1))
      .thenEvents(booked(30, 'conceptExchange', 1));
    after(...recycled)
      .when(cost('negotiationSigning', 1, { late: true }))
      .thenEvents(booked(30, 'negotiationSigning', 1, { late: true }));
  });

  test('PRJ-36 GAT-9 of a merged stage is booked to any part', () => {
    for (const phase of ['conceptExchange', 'projectPlanning']) {
      after(...inMerged)
        .when(cost(phase, 1))
        .thenEvents(booked(30, phase, 1));
    }
  });

  test('PRJ-34 is more than nothing, in our currency, and adds up', () => {
    for (const minor of [0, -1]) {
      after(...inExchange)
        .when(cost('conceptExchange', minor))
        .thenRefused({ type: 'AmountNotPositive', minor });
    }
    after(...inExchange)
      .when(ask('BookCost', { phase: 'conceptExchange', amount: { minor: 1, currency: 'USD' }, by: 'ada' }))
      .thenRefused({ type: 'CurrencyNotReporting', currency: 'USD', reporting: 'CNY' });
    const most = Number.MAX_SAFE_INTEGER;
    after(...inSigning, booked(9, 'conceptExchange', most - 1, { late: true }))
      .when(cost('negotiationSigning', 1))
      .thenEvents(booked(30, 'negotiationSigning', 1));
    after(...inSigning, booked(9, 'conceptExchange', most, { late: true }))
      .when(cost('negotiationSigning', 1))
      .thenRefused({
        type: 'AmountOutOfRange',
        cause: { type: 'AmountOutOfRange', currency: 'CNY' as never, amount: `${BigInt(most) + 1n}` },
      });
  });

  test('GAT-9 does not mix with a budget or costs of another currency', () => {
    const dollars = was(5, 'PhaseBudgetSet', { phase: 'conceptExchange', amount: { minor: 100, currency: 'USD' } });
    after(...inExchange, dollars)
      .when(cost('conceptExchange', 1))
      .thenRefused({
        type: 'AmountOutOfRange',
        cause: { type: 'CurrencyMismatch', left: 'CNY' as never, right: 'USD' as never },
      });
  });

  test('PRJ-34 over the budget is recorded as such where the playbook warns, from the first fen over it', () => {
    const lax = on(30, rulesSaying({ overBudget: 'recorded' }));
    const spent = [...inExchange, budget('conceptExchange', 100), booked(6, 'conceptExchange', 60)];
    after(...spent)
      .when(cost('conceptExchange', 40))
      .thenEvents(booked(30, 'conceptExchange', 40));
    after(...spent)
      .when(cost('conceptExchange', 41), lax)
      .thenEvents(booked(30, 'conceptExchange', 41, { overBudget: true }));
    after(...inExchange)
      .when(cost('conceptExchange', 1_000))
      .thenEvents(booked(30, 'conceptExchange', 1_000));
  });

  test('PRJ-34 over the budget is refused where the playbook says so, without an approver who does not ask', () => {
    const strict = on(30, rulesSaying({ overBudget: 'refused' }));
    const spent = [...inExchange, budget('conceptExchange', 100), booked(6, 'conceptExchange', 60)];
    const over = { type: 'OverBudget', phase: 'conceptExchange', budget: 100, cost: 60, minor: 41 } as const;
    after(...spent)
      .when(cost('conceptExchange', 40), strict)
      .thenEvents(booked(30, 'conceptExchange', 40));
    after(...spent)
      .when(cost('conceptExchange', 41), strict)
      .thenRefused(over);
    after(...spent)
      .when(cost('conceptExchange', 41, { approver: 'ada' }), strict)
      .thenRefused(over);
    after(...spent)
      .when(cost('conceptExchange', 41, { approver: 'mia', reference: 'Invoice 7' }), strict)
      .thenEvents(booked(30, 'conceptExchange', 41, { overBudget: true, approver: 'mia', reference: 'Invoice 7' }));
    after(...spent)
      .when(cost('conceptExchange', 41, { approver: 'zed' }), strict)
      .thenRefused({
        type: 'PersonUnknown',
        person: 'zed',
      });
  });

  test('PRJ-34 is booked until the project is closed, in one’s own name, not before it was opened', () => {
    after(...signed)
      .when(cost('implementationSummary', 1))
      .thenEvents(booked(30, 'implementationSummary', 1));
    const terminated = [...signed, was(12, 'ContractTerminated', { reason: 'Insolvent' })];
    after(...terminated)
      .when(cost('implementationSummary', 1))
      .thenEvents(booked(30, 'implementationSummary', 1));
    after(...delivered)
      .when(cost('implementationSummary', 1))
      .thenRefused({
        type: 'ProjectEnded',
        project: 'p1',
        outcome: 'won',
        since: on(20).now,
      });
    after(...lost)
      .when(cost('conceptExchange', 1))
      .thenRefused({
        type: 'ProjectEnded',
        project: 'p1',
        outcome: 'lost',
        since: on(9).now,
      });
    after(...inExchange)
      .when(cost('conceptExchange', 1), onBy(30, 'bob'))
      .thenRefused({
        type: 'NotForAnother',
        person: 'ada',
        actor: 'bob',
      });
    after(...inExchange)
      .when(cost('conceptExchange', 1), { ...on(30), effectiveAt: on(1).now })
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: on(2).now });
  });

  test('GAT-9 happens as often as it is told: the same again is another one', () => {
    const once = [...inExchange, booked(30, 'conceptExchange', 7)];
    after(...once)
      .when(cost('conceptExchange', 7))
      .thenEvents(booked(30, 'conceptExchange', 7));
    expect(openedBy([...once, booked(30, 'conceptExchange', 7)]).money).toEqual([
      { phase: 'conceptExchange', cost: cny(14) },
    ]);
  });
});
