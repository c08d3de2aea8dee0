import { type BusinessId, type Instant, project } from '@millrace/kernel';
import { funnelView, ownershipView, type Timeline } from '@millrace/projections';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keys, tell } from './support/funnel.js';
import { entered, january, type Log, logOf, type Recorded } from './support/log.js';

describe('what held one after the other', () => {
  test('it is in order of effect and, at the same instant, of recording', () => {
    const inOrder = (timeline: Timeline<{ readonly at: Instant; readonly by: number }>): void => {
      const order = timeline.map(({ at, by }) => `${at} ${String(by).padStart(6, '0')}`);
      expect(order).toEqual([...order].sort());
    };
    fc.assert(
      fc.property(customerHistories({ customers: 4, length: 120 }), (log) => {
        for (const { record, source, custody, duplicateOf } of project(funnelView, log).values()) {
          for (const timeline of [record, source, custody, duplicateOf]) inOrder(timeline);
        }
        for (const { holdings } of project(ownershipView, log).values()) inOrder(holdings);
      }),
    );
  });

  /** A log with one more event of a customer, recorded now and effective whenever it says. */
  const withEvent = (log: Log, type: Recorded['type'], data: object, effectiveAt: Instant): Log => {
    const last = log.at(-1) ?? expect.unreachable('a log that has begun');
    const { revision, position, meta } = last;
    const event = {
      ...last,
      type,
      data,
      revision: revision + 1,
      position: position + 1,
      meta: { ...meta, effectiveAt },
    };
    return [...log, event as Recorded];
  };

  test('FUN-19: a link dated back before its unlinking, as older logs may hold it, stands until then', () => {
    const start = logOf(entered(january(1), 'a'));
    const linked = withEvent(start, 'DuplicateLinked', { of: 'b' as BusinessId }, january(10));
    const unlinked = withEvent(linked, 'DuplicateUnlinked', { of: 'b' as BusinessId }, january(20));
    const again = withEvent(unlinked, 'DuplicateLinked', { of: 'c' as BusinessId }, january(15));
    const duplicates = (log: Log, ...days: ReadonlyArray<number>) =>
      days.map((day) => tell(log, { asOf: january(day) }).outcomes.duplicate);
    expect(duplicates(again, 9, 10, 15, 19, 20, 30)).toEqual([0, 1, 1, 1, 0, 0]);
  });

  test('custody dated back stands until the next, and is who had it at an entry in between', () => {
    const start = logOf(entered(january(1), 'a', { custodian: 'ada' }));
    const transfer = (log: Log, to: string, at: Instant): Log =>
      withEvent(log, 'CustodyTransferred', { from: 'ada', to, reason: 'workload' }, at);
    const moved = withEvent(start, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'shopper' }, january(12));
    const log = transfer(transfer(moved, 'bob', january(20)), 'cyd', january(10));
    const holders = [9, 10, 19, 20].map((day) =>
      keys(tell(log, { asOf: january(day), by: 'custodian' }), 'reached', 'prospect'),
    );
    expect(holders.flat()).toEqual([
      ['ada', 1],
      ['ada', 1],
      ['ada', 1],
      ['ada', 1],
    ]);
    expect(keys(tell(log, { by: 'custodian' }), 'reached', 'shopper')).toEqual([['cyd', 1]]);
    expect(keys(tell(log, { by: 'custodian' }), 'current', 'shopper')).toEqual([['bob', 1]]);
    expect(keys(tell(log, { by: 'custodian', asOf: january(19) }), 'current', 'shopper')).toEqual([['cyd', 1]]);
  });
});
