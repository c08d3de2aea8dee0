import { describe, test } from 'vitest';
import {
  after,
  ask,
  cny,
  inExchange,
  inMerged,
  lost,
  on,
  onBy,
  recycled,
  signed,
  was,
} from '../support/project-at-work.js';

const assess = (bp: number, phase = 'conceptExchange', by = 'ada') => ask('AssessProbability', { phase, bp, by });
const assessed = (when: number, bp: number, phase = 'conceptExchange', by = 'ada') =>
  was(when, 'ProbabilityAssessed', { phase, bp, by });
const won = { type: 'ProjectEnded', project: 'p1', outcome: 'won', since: on(10).now } as const;

describe('the probability of a win', () => {
  test('PRJ-35 Q14 GAT-10 is from 0 to 10,000 basis points', () => {
    for (const bp of [0, 10_000])
      after(...inExchange)
        .when(assess(bp))
        .thenEvents(assessed(30, bp));
    for (const bp of [-1, 10_001]) {
      after(...inExchange)
        .when(assess(bp))
        .thenRefused({ type: 'ProbabilityOutOfRange', bp, most: 10_000 });
    }
  });

  test('PRJ-35 is of a phase the project stands in, any part of a merged one', () => {
    after(...inExchange)
      .when(assess(1, 'informationCollection'))
      .thenRefused({
        type: 'PhaseNotCurrent',
        phase: 'informationCollection',
        current: ['conceptExchange'],
      });
    after(...recycled)
      .when(assess(1, 'negotiationSigning'))
      .thenRefused({
        type: 'PhaseNotCurrent',
        phase: 'negotiationSigning',
        current: ['conceptExchange'],
      });
    after(...inExchange)
      .when(assess(1, 'party'))
      .thenRefused({ type: 'PhaseUnknown', phase: 'party' });
    for (const phase of ['conceptExchange', 'projectPlanning']) {
      after(...inMerged)
        .when(assess(1, phase))
        .thenEvents(assessed(30, 1, phase));
    }
  });

  test('PRJ-35 is assessed by each for himself: the same by another is another assessment', () => {
    after(...inExchange, assessed(6, 5_000))
      .when(assess(5_000))
      .thenNothing();
    after(...inExchange, assessed(6, 5_000))
      .when(assess(5_000, 'conceptExchange', 'bob'))
      .thenEvents(assessed(30, 5_000, 'conceptExchange', 'bob'));
    after(...inExchange)
      .when(assess(1), onBy(30, 'bob'))
      .thenRefused({
        type: 'NotForAnother',
        person: 'ada',
        actor: 'bob',
      });
    after(...inExchange)
      .when(assess(1, 'conceptExchange', 'zed'))
      .thenRefused({
        type: 'PersonUnknown',
        person: 'zed',
      });
  });

  test('GAT-10 is not assessed any more once the outcome is decided', () => {
    after(...signed)
      .when(assess(1, 'implementationSummary'))
      .thenRefused(won);
    after(...lost)
      .when(assess(1))
      .thenRefused({ ...won, outcome: 'lost', since: on(9).now });
  });
});

describe('amount and close', () => {
  const estimate = ask('EstimateAmount', { amount: cny(100) });
  const estimated = was(30, 'AmountEstimated', { amount: cny(100) });
  const expect = (on: string) => ask('ExpectClose', { on });
  const expected = (when: number, on: string, from?: string) =>
    was(when, 'ExpectedCloseSet', { on, ...(from === undefined ? {} : { from }) } as never);

  test('PRJ-35 the amount is estimated while the outcome is open', () => {
    after(...inExchange)
      .when(estimate)
      .thenEvents(estimated);
    after(...inExchange, estimated)
      .when(estimate)
      .thenNothing();
    after(...signed)
      .when(estimate)
      .thenRefused(won);
    after(...inExchange)
      .when(ask('EstimateAmount', { amount: cny(-1) }))
      .thenRefused({
        type: 'AmountBelowZero',
        amount: cny(-1) as never,
      });
    after(...inExchange)
      .when(ask('EstimateAmount', { amount: { minor: 1, currency: 'EUR' } }))
      .thenRefused({ type: 'CurrencyNotReporting', currency: 'EUR', reporting: 'CNY' });
  });

  test('PRJ-35 the close is expected on a day, and pushed from the one before', () => {
    after(...inExchange)
      .when(expect('2026-03-01'))
      .thenEvents(expected(30, '2026-03-01'));
    const once = [...inExchange, expected(6, '2026-03-01')];
    after(...once)
      .when(expect('2026-04-01'))
      .thenEvents(expected(30, '2026-04-01', '2026-03-01'));
    after(...once)
      .when(expect('2026-03-01'))
      .thenNothing();
    after(...signed)
      .when(expect('2026-03-01'))
      .thenRefused(won);
    after(...inExchange)
      .when(expect('2026-03-01'), { ...on(30), effectiveAt: on(1).now })
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: on(2).now });
  });
});
