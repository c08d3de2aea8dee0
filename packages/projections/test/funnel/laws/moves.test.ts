/** Laws of the funnel over generated histories. @source metrics.md section 6 F */
import { type Instant, project } from '@millrace/kernel';
import { funnelReceipt, funnelView } from '@millrace/projections';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LATER, standard } from '../../support/arbitraries.js';
import { after, december, endings, isLinked, reportOf, stageIn, sum, unique } from '../../support/laws.js';
import { ask, type Log, lost, toProspect, toShopper, transferred } from '../../support/log.js';
import { customerOf, streamsOf } from '../../support/oracle/events.js';

describe('laws of the funnel: what more commands change', () => {
  test('FUN-8: a move back changes no count of what was reached, nor by which event', () => {
    fc.assert(
      fc.property(customerHistories({ customers: 4, length: 120 }), (log) => {
        const counted = streamsOf(log).filter((own) => !isLinked(own));
        const longer = after(
          log,
          counted.map((own) => toProspect(december(1), customerOf(own))),
        );
        const receipts = (of: Log) =>
          standard.stages.map((stage) =>
            funnelReceipt(
              project(funnelView, of),
              { definition: standard, asOf: LATER },
              { stage, measure: 'reached' },
            ),
          );
        expect(unique(reportOf(longer))).toEqual(unique(reportOf(log)));
        expect(receipts(longer)).toEqual(receipts(log));
        const regressions = (of: Log) => sum(reportOf(of).stages.map((stage) => stage.regressions));
        expect(regressions(longer)).toBe(regressions(log) + longer.length - log.length);
      }),
    );
  });

  test('FUN-9: going back and forth leaves the units alone and raises the visits by exactly the entries made', () => {
    fc.assert(
      fc.property(customerHistories({ customers: 4, length: 120 }), fc.integer({ min: 1, max: 4 }), (log, times) => {
        const customers = streamsOf(log).map(customerOf);
        const before = after(
          log,
          customers.flatMap((id) => [toProspect(december(1), id), toShopper(december(1), id)]),
        );
        const there = reportOf(before);
        const movers = customers.filter((id) => after(before, [toProspect(december(2), id)]) !== before);
        const linked = funnelReceipt(
          project(funnelView, before),
          { definition: standard, asOf: LATER },
          { stage: 'shopper', measure: 'current' },
        );
        const counting = movers.filter((id) => linked.some(({ customer }) => customer === id));
        const swings = movers.flatMap((id) =>
          Array.from({ length: times }, () => [toProspect(december(2), id), toShopper(december(2), id)]).flat(),
        );
        const back = reportOf(after(before, swings));
        expect(unique(back)).toEqual(unique(there));
        for (const id of ['prospect', 'shopper']) {
          expect(stageIn(back, id).visits).toBe(stageIn(there, id).visits + times * counting.length);
        }
        expect(stageIn(back, 'shopper').regressions).toBe(
          stageIn(there, 'shopper').regressions + times * counting.length,
        );
        expect(back.outcomes).toEqual(there.outcomes);
      }),
    );
  });

  test('FUN-13: what is recorded of other customers, and in between, changes nothing of one', () => {
    fc.assert(
      fc.property(customerHistories(), customerHistories(), (one, other) => {
        const others = other.map((event) => ({ ...event, stream: `${event.stream}x` as typeof event.stream }));
        const [first, second] = [reportOf(one), reportOf(others)];
        const both = reportOf([...one, ...others]);
        for (const { id, reached, visits, current } of both.stages) {
          expect(reached).toBe(stageIn(first, id).reached + stageIn(second, id).reached);
          expect(visits).toBe(stageIn(first, id).visits + stageIn(second, id).visits);
          expect(current).toBe(stageIn(first, id).current + stageIn(second, id).current);
        }
        expect(both).toEqual(reportOf([...others, ...one]));
      }),
    );
  });

  test('FUN-15, OWN-12: a transfer changes no number but who has what now; what was reached stays with who had it then', () => {
    fc.assert(
      fc.property(customerHistories({ customers: 4, length: 120 }), (log) => {
        const longer = after(
          log,
          streamsOf(log).map((own) => transferred(december(1), customerOf(own), 'zoe')),
        );
        const { groups: before, ...report } = reportOf(log, LATER, standard, 'custodian');
        const { groups: afterwards, ...same } = reportOf(longer, LATER, standard, 'custodian');
        expect(same).toEqual(report);
        const reached = (groups: typeof before) =>
          groups
            .map(({ key, stages }) => ({ key, reached: stages.map((stage) => stage.reached) }))
            .filter(({ reached: numbers }) => sum(numbers) > 0);
        expect(reached(afterwards)).toEqual(reached(before));
      }),
    );
  });

  test('FUN-19: a duplicate counts nowhere but as one, and unlinked it counts again exactly as before', () => {
    fc.assert(
      fc.property(customerHistories({ customers: 4, length: 120 }), fc.nat(), (log, pick) => {
        const streams = streamsOf(log);
        const customer = customerOf(streams[pick % Math.max(1, streams.length)] ?? []);
        const of = streams.map(customerOf).find((id) => id !== customer);
        const linked = after(log, [ask(december(1), 'LinkDuplicate', customer, { of })]);
        fc.pre(linked.length > log.length);
        const { collected: _, opened, outcomes, ...rest } = reportOf(linked);
        const alone = reportOf(log.filter(({ stream }) => stream !== `customer-${customer}`));
        const own = reportOf(log.filter(({ stream }) => stream === `customer-${customer}`));
        expect(rest).toMatchObject({ stages: alone.stages, matrix: alone.matrix, durations: alone.durations });
        expect(rest).toMatchObject({ cohorts: alone.cohorts, conversions: alone.conversions, outside: 0 });
        expect(outcomes).toEqual({ ...alone.outcomes, duplicate: alone.outcomes.duplicate + own.opened });
        expect(opened).toBe(alone.opened + own.opened);

        const unlinked = after(linked, [ask(december(2), 'UnlinkDuplicate', customer)]);
        expect(reportOf(unlinked)).toEqual(reportOf(log));
        expect(reportOf(unlinked, december(1) as Instant).outcomes).toEqual(outcomes);
      }),
    );
  });

  test('I-06, FUN-4: a closing takes a unit out of the stock and into one outcome', () => {
    fc.assert(
      fc.property(customerHistories({ customers: 4, length: 120 }), (log) => {
        const closed = after(
          log,
          streamsOf(log).map((own) => lost(december(1), customerOf(own))),
        );
        const [before, now] = [reportOf(log), reportOf(closed)];
        expect(sum(now.stages.map(({ current }) => current))).toBe(0);
        expect(endings(now)).toBe(now.opened);
        expect(unique(now)).toEqual(unique(before));
        expect(now.outcomes.won).toBe(before.outcomes.won);
      }),
    );
  });
});
