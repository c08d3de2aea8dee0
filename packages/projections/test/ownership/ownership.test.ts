import { type Instant, project, replay } from '@millrace/kernel';
import { custodyIntervals, funnelReport, funnelView, ownershipReport, ownershipView } from '@millrace/projections';
import { customerModule, LEGAL_OWNER } from '@millrace/sales';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { askedLogs, LATER, standard } from '../support/arbitraries.js';
import { attempt, type Log, transferred } from '../support/log.js';
import { expectedOwnership, heldAt, ownOf } from '../support/oracle/custody.js';
import { allOf, customerOf, streamsOf } from '../support/oracle/events.js';

const reportOf = (log: Log, asOf: Instant = LATER) => ownershipReport(project(ownershipView, log), asOf);
const intervalsOf = (log: Log, customer: string, asOf: Instant = LATER) =>
  custodyIntervals(project(ownershipView, log), customer, asOf);
const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, n) => all + n, 0);

const richLogs = customerHistories({ customers: 4, length: 120 });

describe('ownership', () => {
  test('every number of the report is the one counted from the raw events by the textbook', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        expect(reportOf(log, asOf)).toEqual(expectedOwnership(log, asOf));
      }),
      { numRuns: 250 },
    );
  });

  test('OWN-1: at each instant from entry on a customer has exactly one holder, before it none', () => {
    fc.assert(
      fc.property(richLogs, (log) => {
        for (const own of streamsOf(log)) {
          const [entry] = allOf(own, 'CustomerEntered');
          const intervals = intervalsOf(own, customerOf(own));
          const instants = own.flatMap(({ meta }) => [-1, 0, 1].map((beside) => Date.parse(meta.effectiveAt) + beside));
          for (const at of instants.map((millis) => new Date(millis).toISOString())) {
            const holding = intervals.filter(({ from, to }) => from <= at && (to === undefined || at < to));
            const isEntered = entry !== undefined && entry.meta.effectiveAt <= at;
            expect(holding.map(({ person }) => person)).toEqual(isEntered ? [heldAt(own, at)] : []);
          }
        }
      }),
    );
  });

  test('OWN-2: intervals are half-open and contiguous, from entry to the as-of time', () => {
    fc.assert(
      fc.property(askedLogs(richLogs), ({ log, asOf }) => {
        for (const own of streamsOf(log)) {
          const intervals = intervalsOf(own, customerOf(own), asOf);
          const [entry] = allOf(own, 'CustomerEntered').filter(({ meta }) => meta.effectiveAt <= asOf);
          expect(intervals[0]?.from).toBe(entry?.meta.effectiveAt);
          for (const [i, { from, to }] of intervals.entries()) {
            expect(from <= asOf).toBe(true);
            expect(to).toBe(intervals[i + 1]?.from);
            if (to !== undefined) expect(from <= to).toBe(true);
          }
        }
      }),
    );
  });

  test('OWN-1, LAW-30: who holds a customer is who the decider says does', () => {
    fc.assert(
      fc.property(richLogs, (log) => {
        for (const own of streamsOf(log)) {
          const events = own.map(({ type, data, meta }) => ({ type, data, effectiveAt: meta.effectiveAt }) as never);
          const state = replay(customerModule.decider, events);
          const last = intervalsOf(own, customerOf(own)).at(-1);
          if (state.phase !== 'entered') {
            expect(last).toBeUndefined();
            continue;
          }
          const { holder } = state.custody;
          const person =
            holder.kind === 'custodian' ? holder.person : holder.kind === 'temporary' ? holder.manager : null;
          expect([last?.person, last?.temporary]).toEqual([person, holder.kind === 'temporary']);
        }
      }),
    );
  });

  test('OWN-3, DLR-33: whoever has custody, the dealer owns the record: no event says otherwise', () => {
    expect(LEGAL_OWNER).toBe('dealer');
    expect(customerModule.events.types.filter((type) => /owner/i.test(type))).toEqual([]);
  });

  test('OWN-11: portfolios and pool are all that were entered, lost and won ones included', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const { customers, pool, byCustodian, temporary } = reportOf(log, asOf);
        const { collected } = funnelReport(project(funnelView, log), { definition: standard, asOf });
        expect(pool + sum(byCustodian)).toBe(customers);
        expect(customers).toBe(collected.entered);
        expect(temporary).toBeLessThanOrEqual(sum(byCustodian));
        expect([...byCustodian.keys()]).toEqual([...byCustodian.keys()].sort());
      }),
    );
  });

  test('OWN-6, I-13: a transfer moves custody and nothing else; the history before it stays as it was', () => {
    fc.assert(
      fc.property(richLogs, (log) => {
        const moved = streamsOf(log).reduce((so, own) => {
          const longer = attempt(so, transferred('2026-12-01T00:00:00.000Z', customerOf(own), 'zoe'));
          return E.isRight(longer) ? longer.right : so;
        }, log);
        const transfers = moved.length - log.length;
        const [before, after] = [reportOf(log), reportOf(moved)];
        expect(after.customers).toBe(before.customers);
        expect(after.transfers).toBe(before.transfers + transfers);
        expect(after.byCustodian.get('zoe') ?? 0).toBe(transfers);
        const journeys = (of: Log) => [...project(funnelView, of)].map(([key, doc]) => [key, doc.record, doc.journeys]);
        expect(journeys(moved)).toEqual(journeys(log));
        for (const customer of streamsOf(log).map(customerOf)) {
          const [past, now] = [intervalsOf(log, customer), intervalsOf(moved, customer)];
          expect(now.slice(0, past.length).map(({ to: _, ...rest }) => rest)).toEqual(
            past.map(({ to: _, ...rest }) => rest),
          );
        }
        expect(reportOf(moved, '2026-11-30T00:00:00.000Z' as Instant)).toEqual(before);
      }),
    );
  });

  test('OWN-6: an interval names the event that began it', () => {
    fc.assert(
      fc.property(richLogs, (log) => {
        for (const customer of streamsOf(log).map(customerOf)) {
          const own = ownOf(log, customer);
          for (const { stream, revision, from, person } of intervalsOf(log, customer)) {
            const event = own.find((one) => one.stream === stream && one.revision === revision);
            expect(event?.meta.effectiveAt).toBe(from);
            const said = event?.data as {
              readonly to?: string;
              readonly by?: string;
              readonly manager?: string;
              readonly custodian?: string;
            };
            expect([said.custodian ?? said.to ?? said.by ?? said.manager ?? null, null]).toContain(person);
          }
        }
      }),
    );
  });
});
