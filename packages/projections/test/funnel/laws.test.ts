/** The laws of the funnel over generated histories. @source metrics.md section 6 F */
import { type Instant, project, replay } from '@millrace/kernel';
import {
  type FunnelDefinition,
  type FunnelReport,
  funnelOf,
  funnelReceipt,
  funnelReport,
  funnelView,
  type GroupBy,
  hashOf,
  type StageCounts,
} from '@millrace/projections';
import { customerModule, dealership, standingOf } from '@millrace/sales';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { askedLogs, definitions, LATER, standard } from '../support/arbitraries.js';
import { type Ask, ask, attempt, type Log, lost, sha256, toProspect, toShopper, transferred } from '../support/log.js';
import { allOf, customerOf, streamsOf } from '../support/oracle/events.js';
import { isDuplicate, unitsOf } from '../support/oracle/units.js';

const DAY = 86_400_000;

const reportOf = (
  log: Log,
  asOf: Instant = LATER,
  definition: FunnelDefinition = standard,
  by?: GroupBy,
): FunnelReport => funnelReport(project(funnelView, log), { definition, asOf, by });

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, n) => all + n, 0);
const values = (counts: ReadonlyMap<string, number>): number => sum([...counts.values()]);
const endings = ({ outcomes }: FunnelReport): number =>
  outcomes.won + values(outcomes.lost) + values(outcomes.disqualified) + values(outcomes.dormant) + outcomes.duplicate;

const stageIn = (report: FunnelReport, id: string): StageCounts =>
  report.stages.find((stage) => stage.id === id) ?? expect.unreachable(`no stage ${id}`);

/** What a unit counts for: the counts by which a stage counts every unit once. */
const unique = ({ stages }: FunnelReport) =>
  stages.map(({ id, reached, touched, skipped }) => ({ id, reached, touched, skipped }));

/** The log after those of the commands that are accepted. */
const after = (log: Log, asks: ReadonlyArray<Ask>): Log =>
  asks.reduce((so, one) => {
    const longer = attempt(so, one);
    return E.isRight(longer) ? longer.right : so;
  }, log);

/** Whether the customer is a duplicate in the end. */
const isLinked = (own: Log): boolean =>
  allOf(own, 'DuplicateLinked', 'DuplicateUnlinked').at(-1)?.type === 'DuplicateLinked';

/** After everything in generated logs: days of December 2026. */
const december = (day: number): string => new Date(Date.UTC(2026, 11, day)).toISOString();

describe('laws of the funnel', () => {
  test('FUN-1, FUN-2, FUN-7: reached falls with the rank, touched is at most reached, visits at least touched', () => {
    fc.assert(
      fc.property(askedLogs(), definitions, ({ log, asOf }, definition) => {
        const { stages } = reportOf(log, asOf, definition);
        for (const [i, { reached, touched, skipped, visits }] of stages.entries()) {
          expect(reached).toBeLessThanOrEqual(stages[i - 1]?.reached ?? reached);
          expect(touched).toBeLessThanOrEqual(reached);
          expect(skipped).toBe(reached - touched);
          expect(visits).toBeGreaterThanOrEqual(touched);
        }
      }),
    );
  });

  test('FUN-7: visits equal touched exactly where no unit came back', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const documents = project(funnelView, log);
        for (const { id, visits, touched } of reportOf(log, asOf).stages) {
          const lines = funnelReceipt(documents, { definition: standard, asOf }, { stage: id, measure: 'visits' });
          const units = new Set(lines.map(({ customer, journey }) => `${customer} ${journey}`));
          expect(visits === touched).toBe(units.size === lines.length);
        }
      }),
    );
  });

  test('FUN-3: a conversion lies between 0 and 1, or is undefined for want of a denominator', () => {
    fc.assert(
      fc.property(askedLogs(), definitions, ({ log, asOf }, definition) => {
        for (const { numerator, denominator, immature } of reportOf(log, asOf, definition).conversions) {
          expect(numerator).toBeGreaterThanOrEqual(0);
          expect(numerator).toBeLessThanOrEqual(denominator);
          expect(immature).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('FUN-4: those that stand in a stage, outside of them or have an outcome are all that were opened', () => {
    fc.assert(
      fc.property(askedLogs(), definitions, ({ log, asOf }, definition) => {
        const report = reportOf(log, asOf, definition);
        const stock = sum(report.stages.map(({ current }) => current));
        expect(stock + report.outside + endings(report)).toBe(report.opened);
      }),
    );
  });

  test('FUN-5: into a stage less out of it is what stands there; a flow is at most one', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const { matrix, stages, flowRatios } = reportOf(log, asOf);
        for (const { id, current, visits } of stages) {
          const entries = sum(matrix.filter(({ to }) => to === id).map(({ n }) => n));
          const exits = sum(matrix.filter(({ from }) => from === id).map(({ n }) => n));
          expect(entries).toBe(visits);
          expect(entries - exits).toBe(current);
        }
        for (const { numerator, denominator } of flowRatios) expect(numerator).toBeLessThanOrEqual(denominator);
      }),
    );
  });

  test('FUN-5, LAW-30: each unit stands where the decider says it does, and nowhere else', () => {
    fc.assert(
      fc.property(customerHistories({ customers: 4, length: 120 }), (log) => {
        const { decider } = customerModule;
        for (const own of streamsOf(log)) {
          const state = replay(
            decider,
            own.map(({ type, data, meta }) => ({ type, data, effectiveAt: meta.effectiveAt }) as never),
          );
          const report = reportOf(own);
          if (state.phase !== 'entered' || isLinked(own)) {
            expect(sum(report.stages.map(({ reached }) => reached))).toBe(0);
            continue;
          }
          const places = state.journeys.map(standingOf).map(({ stage, outcome }) => outcome ?? stage);
          const count = (place: string): number => places.filter((one) => one === place).length;
          for (const { id, current } of report.stages) expect(current).toBe(count(id));
          expect(report.outcomes.won).toBe(count('won'));
          expect(values(report.outcomes.lost)).toBe(count('lost'));
          expect(values(report.outcomes.disqualified)).toBe(count('disqualified'));
          expect(values(report.outcomes.dormant)).toBe(count('dormant'));
        }
      }),
    );
  });

  test('FUN-6: the conversion over all steps is the product of the steps, exactly', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const { conversions } = reportOf(log, asOf);
        const [first, second, overall] = conversions.map(({ numerator, denominator }) => ({
          numerator: BigInt(numerator),
          denominator: BigInt(denominator),
        }));
        if (first === undefined || second === undefined || overall === undefined) return expect.unreachable();
        if (first.denominator * second.denominator * overall.denominator === 0n) return;
        expect(first.numerator * second.numerator * overall.denominator).toBe(
          overall.numerator * first.denominator * second.denominator,
        );
      }),
    );
  });

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

  test('FUN-10: the cohorts share out all that was reached', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const { cohorts, stages } = reportOf(log, asOf);
        for (const { id, reached } of stages) {
          const inCohorts = cohorts.map((cohort) => cohort.reached.find((stage) => stage.id === id)?.n ?? Number.NaN);
          expect(sum(inCohorts)).toBe(reached);
        }
        expect(cohorts.map(({ month }) => month)).toEqual(cohorts.map(({ month }) => month).sort());
      }),
    );
  });

  test('FUN-11: a longer window loses no conversion, while all are mature', () => {
    fc.assert(
      fc.property(askedLogs(), definitions, fc.nat({ max: 40 }), fc.nat({ max: 40 }), ({ log }, definition, a, b) => {
        const within = (windowDays: number) => reportOf(log, LATER, { ...definition, windowDays }).conversions;
        const [short, long] = [within(Math.min(a, b)), within(Math.max(a, b))];
        for (const [i, { numerator, denominator, immature }] of short.entries()) {
          expect(numerator).toBeLessThanOrEqual(long[i]?.numerator ?? Number.NaN);
          expect(denominator).toBe(long[i]?.denominator);
          expect(immature).toBe(0);
        }
      }),
    );
  });

  test('FUN-12: the time in all stages together is the time since opening, up to closing or to the as-of time', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const lives = unitsOf(log, asOf)
          .filter((unit) => !isDuplicate(unit, asOf))
          .map(({ stops, end }) => Date.parse(end?.at ?? asOf) - Date.parse(stops[0]?.at ?? ''));
        const stays = reportOf(log, asOf).durations.map(({ cumulative }) => cumulative);
        expect(sum(stays.map(({ endedMillis, openMillis }) => endedMillis + openMillis))).toBe(sum(lives));
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

  test('FUN-14: stages go by their ids: other names change nothing, other ids only the ids', () => {
    const renamed = {
      ...dealership,
      customer: {
        ...dealership.customer,
        stages: dealership.customer.stages.map((stage) => ({ ...stage, name: { en: 'X', zh: 'X' } })),
      },
    };
    expect(funnelOf(renamed)).toEqual(standard);
    expect(hashOf(funnelOf(renamed), sha256)).toBe(hashOf(standard, sha256));

    const withIds = <A>(value: A): A =>
      JSON.parse(JSON.stringify(value).replace(/"(prospect|shopper|buyer)"/g, (_, id: string) => `"${id}Too"`)) as A;
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const { stages, conversions, durations } = reportOf(log, asOf);
        const other = reportOf(withIds(log), asOf, withIds(standard));
        expect(other).toMatchObject({
          stages: withIds(stages),
          conversions: withIds(conversions),
          durations: withIds(durations),
        });
      }),
    );
  });

  test.each(['custodian', 'source', 'month'] as const)(
    'FUN-10, FUN-15: the parts of a split by %s add up to the whole',
    (by) => {
      fc.assert(
        fc.property(askedLogs(), definitions, ({ log, asOf }, definition) => {
          const { groups, stages } = reportOf(log, asOf, definition, by);
          for (const { id, reached, current } of stages) {
            const cells = groups.map((group) => group.stages.find((stage) => stage.id === id));
            expect(sum(cells.map((cell) => cell?.reached ?? Number.NaN))).toBe(reached);
            expect(sum(cells.map((cell) => cell?.current ?? Number.NaN))).toBe(current);
          }
          expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        }),
      );
    },
  );

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

  test('FUN-16: without corrections, a cohort that is given converts never less as time goes on', () => {
    const straight = customerHistories({ customers: 4, length: 120 }).map((log) =>
      streamsOf(log)
        .filter((own) => allOf(own, 'JourneyMoveCorrected', 'DuplicateLinked').length === 0)
        .flat(),
    );
    fc.assert(
      fc.property(askedLogs(straight), definitions, fc.nat({ max: 30 }), ({ log, asOf }, definition, days) => {
        fc.pre(definition.entry !== 'last');
        const then = new Date(Date.parse(asOf) + days * DAY).toISOString() as Instant;
        const span = { start: '2026-01-05T00:00:00.000Z' as Instant, end: asOf };
        const documents = project(funnelView, log);
        const now = funnelReport(documents, { definition, asOf, span }).conversions;
        const later = funnelReport(documents, { definition, asOf: then, span }).conversions;
        for (const [i, { numerator }] of now.entries()) {
          expect(numerator).toBeLessThanOrEqual(later[i]?.numerator ?? Number.NaN);
        }
      }),
    );
  });

  test('FUN-17: the collected are pending, rejected, accepted or entered; only who was accepted is entered', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const { collected } = reportOf(log, asOf);
        const { total, pending, rejected, accepted, entered } = collected;
        expect(pending + rejected + accepted + entered).toBe(total);
        const everAccepted = streamsOf(log).filter((own) => allOf(own, 'ProspectAccepted').length > 0);
        expect(entered).toBeLessThanOrEqual(everAccepted.length);
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
