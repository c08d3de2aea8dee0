import type { Instant } from '@millrace/kernel';
import { dealership } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { keys, of, tell } from '../support/funnel.js';
import { type Ask, ask, entered, january, logOf, toShopper, transferred } from '../support/log.js';

describe('by custodian', () => {
  const start = entered(january(1), 'a', { custodian: 'ada' });

  test('FUN-15, OWN-12, I-22: what was reached belongs to who had custody then, what stands to who has it', () => {
    const asks = [...start, toShopper(january(2), 'a'), transferred(january(3), 'a', 'bob')];
    const report = of(asks, { by: 'custodian' });
    expect(keys(report, 'reached', 'shopper')).toEqual([['ada', 1]]);
    expect(keys(report, 'current', 'shopper')).toEqual([['bob', 1]]);
    expect(keys(of(asks, { by: 'custodian', asOf: january(2) }), 'current', 'shopper')).toEqual([['ada', 1]]);
  });

  test('at one instant the order of recording decides: a transfer before the move, and one after it', () => {
    const [move, transfer] = [toShopper(january(2), 'a'), transferred(january(2), 'a', 'bob')];
    expect(keys(of([...start, transfer, move], { by: 'custodian' }), 'reached', 'shopper')).toEqual([['bob', 1]]);
    expect(keys(of([...start, move, transfer], { by: 'custodian' }), 'reached', 'shopper')).toEqual([['ada', 1]]);
  });

  test('I-21: a corrected move keeps its place: a transfer recorded after it, at the same instant, came later', () => {
    const redated = (effectiveAt: Instant): Ask =>
      ask(january(6), 'CorrectJourneyMove', 'a', { target: 4, reason: 'wrongDate', replacement: { effectiveAt } });
    const log = logOf([...start, toShopper(january(3), 'a'), transferred(january(3), 'a', 'bob')]);
    expect(log[4]?.type).toBe('StageAdvanced');
    const held = (...asks: ReadonlyArray<Ask>) =>
      keys(tell(logOf(asks, dealership, log), { by: 'custodian' }), 'reached', 'shopper');
    expect(held(redated(january(2)))).toEqual([['ada', 1]]);
    expect(held(redated(january(2)), redated(january(3)))).toEqual([['ada', 1]]);
    expect(held(redated(january(4)))).toEqual([['bob', 1]]);
  });

  test('the pool has no name that a person could have, and comes last', () => {
    const report = of(
      [
        ...entered(january(1), 'b'),
        ...entered(january(1), 'c', { custodian: 'zoe' }),
        ...entered(january(1), 'd', { custodian: 'pool' }),
      ],
      { by: 'custodian' },
    );
    expect(keys(report, 'current', 'prospect')).toEqual([
      ['pool', 1],
      ['zoe', 1],
      [null, 1],
    ]);
  });

  test('temporary custody and its end, release and claim are custody too', () => {
    const asks = [
      ...start,
      ask(january(2), 'StartTemporaryCustody', 'a', { manager: 'mia' }),
      ask(january(3), 'EndTemporaryCustody', 'a'),
      ask(january(4), 'ReleaseToPool', 'a', { reason: 'noProgress' }),
      ask(january(5), 'ClaimFromPool', 'a', { by: 'bob' }),
    ];
    const holders = [1, 2, 3, 4, 5].map((day) =>
      keys(of(asks, { by: 'custodian', asOf: january(day) }), 'current', 'prospect'),
    );
    expect(holders).toEqual([[['ada', 1]], [['mia', 1]], [['ada', 1]], [[null, 1]], [['bob', 1]]]);
  });
});

describe('by source', () => {
  const start = entered(january(1), 'a', { source: 'walkIn' });
  const change = (at: Instant, source: string): Ask => ({
    ...ask(at, 'UpdateDataSheet', 'a', { changes: { source } }),
    recordedAt: january(20),
  });
  const sources = (asks: ReadonlyArray<Ask>, ...days: ReadonlyArray<number>) =>
    days.map((day) => keys(of(asks, { by: 'source', asOf: january(day) }), 'reached', 'prospect')[0]?.[0]);

  test('DLR-49: a source stands from its own time on, and one dated back until the next', () => {
    const asks = [...start, change(january(10), 'internet')];
    expect(sources(asks, 1, 5, 9, 10)).toEqual(['walkIn', 'walkIn', 'walkIn', 'internet']);
    const backdated = [...asks, change(january(5), 'referral')];
    expect(sources(backdated, 1, 4, 5, 9, 10)).toEqual(['walkIn', 'walkIn', 'referral', 'referral', 'internet']);
  });

  test('of two sources of one instant the one recorded later stands', () => {
    const asks = [...start, change(january(10), 'internet'), change(january(10), 'radio')];
    expect(sources(asks, 9, 10)).toEqual(['walkIn', 'radio']);
  });

  test('a customer of whom no source is known, as in a torn log, belongs to none', () => {
    const torn = logOf(start).filter(({ type }) => type !== 'ProspectCollected');
    expect(keys(tell(torn, { by: 'source' }), 'current', 'prospect')).toEqual([[null, 1]]);
  });

  test('a sheet that says nothing of the source changes nothing', () => {
    const asks = [...start, ask(january(2), 'UpdateDataSheet', 'a', { changes: { city: 'Hefei' } })];
    expect(keys(of(asks, { by: 'source' }), 'current', 'prospect')).toEqual([['walkIn', 1]]);
  });
});
