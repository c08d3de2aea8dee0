import { project } from '@millrace/kernel';
import { custodyIntervals, ownershipReport, ownershipView } from '@millrace/projections';
import { describe, expect, test } from 'vitest';
import { LATER } from '../support/arbitraries.js';
import { ask, entered, instant, january, logOf, lost, transferred } from '../support/log.js';

describe('who held a customer', () => {
  const log = logOf([
    ...entered(january(1), 'a', { custodian: 'ada' }),
    transferred(january(2), 'a', 'bob'),
    transferred(january(2), 'a', 'cyd'),
    ask(january(3), 'ReleaseToPool', 'a', { reason: 'noProgress' }),
    ask(january(4), 'ClaimFromPool', 'a', { by: 'ada' }),
    lost(january(5), 'a'),
    ask(january(6), 'StartTemporaryCustody', 'a', { manager: 'mia' }),
    ask(january(7), 'EndTemporaryCustody', 'a', { to: 'bob' }),
    ask(january(8), 'ReleaseToPool', 'a', { reason: 'sellerLeft' }),
    ask(january(9), 'AssignCustody', 'a', { to: 'cyd', reason: 'territory' }),
    ask(january(10), 'StartTemporaryCustody', 'a', { manager: 'noa' }),
  ]);
  const documents = project(ownershipView, log);

  test('OWN-2, Q30: every holder with times, beginning and reason; an interval of no length is kept', () => {
    const rows = custodyIntervals(documents, 'a', LATER).map(({ from, to, person, began, reason, temporary }) => [
      from.slice(8, 10),
      to?.slice(8, 10),
      person,
      began,
      reason,
      temporary,
    ]);
    expect(rows).toEqual([
      ['01', '02', 'ada', 'entered', null, false],
      ['02', '02', 'bob', 'transferred', 'workload', false],
      ['02', '03', 'cyd', 'transferred', 'workload', false],
      ['03', '04', null, 'released', 'noProgress', false],
      ['04', '06', 'ada', 'claimed', null, false],
      ['06', '07', 'mia', 'temporaryStarted', null, true],
      ['07', '08', 'bob', 'temporaryEnded', null, false],
      ['08', '09', null, 'released', 'sellerLeft', false],
      ['09', '10', 'cyd', 'assigned', 'territory', false],
      ['10', undefined, 'noa', 'temporaryStarted', null, true],
    ]);
  });

  test('as of an instant the last interval is open, and what begins a moment later is not there', () => {
    const upTo = (asOf: string) =>
      custodyIntervals(documents, 'a', instant(asOf)).map(({ person, to }) => [person, to]);
    expect(upTo('2026-01-01T23:59:59.999Z')).toEqual([['ada', undefined]]);
    expect(upTo(january(2))).toEqual([
      ['ada', january(2)],
      ['bob', january(2)],
      ['cyd', undefined],
    ]);
    expect(upTo('2025-12-31T23:59:59.999Z')).toEqual([]);
  });

  test('a customer that is not there, or bears the name of what objects have, was held by nobody', () => {
    expect(custodyIntervals(documents, 'b', LATER)).toEqual([]);
    expect(custodyIntervals(documents, 'constructor', LATER)).toEqual([]);
  });

  test('temporary custody left to the pool', () => {
    const pooled = project(
      ownershipView,
      logOf([
        ...entered(january(1), 'b'),
        ask(january(2), 'StartTemporaryCustody', 'b', { manager: 'mia' }),
        ask(january(3), 'EndTemporaryCustody', 'b'),
      ]),
    );
    expect(custodyIntervals(pooled, 'b', LATER).map(({ person, began }) => [person, began])).toEqual([
      [null, 'entered'],
      ['mia', 'temporaryStarted'],
      [null, 'temporaryEnded'],
    ]);
  });
});

describe('who holds how many', () => {
  test('OWN-11: portfolios, pool and temporary custody, at any instant', () => {
    const documents = project(
      ownershipView,
      logOf([
        ...entered(january(1), 'a', { custodian: 'bob' }),
        ...entered(january(1), 'b', { custodian: 'ada' }),
        ...entered(january(1), 'c'),
        ...entered(january(1), 'd').slice(0, 2),
        transferred(january(2), 'b', 'bob'),
        ask(january(3), 'StartTemporaryCustody', 'a', { manager: 'mia' }),
      ]),
    );
    const on = (day: number) => ownershipReport(documents, january(day));
    const counts = { customers: 3, pool: 1, temporary: 0, transfers: 0 };
    expect(on(1)).toEqual({
      ...counts,
      byCustodian: new Map([
        ['ada', 1],
        ['bob', 1],
      ]),
    });
    expect(on(2)).toEqual({ ...counts, transfers: 1, byCustodian: new Map([['bob', 2]]) });
    expect(on(3)).toEqual({
      ...counts,
      transfers: 1,
      temporary: 1,
      byCustodian: new Map([
        ['bob', 1],
        ['mia', 1],
      ]),
    });
    expect(on(0)).toEqual({ customers: 0, pool: 0, temporary: 0, transfers: 0, byCustodian: new Map() });
  });
});
