/** Laws of the funnel over generated histories. @source metrics.md section 6 F */
import { project, replay } from '@millrace/kernel';
import { funnelReceipt, funnelView } from '@millrace/projections';
import { customerModule, standingOf } from '@millrace/sales';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedLogs, definitions, LATER, standard } from '../../support/arbitraries.js';
import { endings, isLinked, reportOf, sum, values } from '../../support/laws.js';
import { allOf, streamsOf } from '../../support/oracle/events.js';
import { isDuplicate, unitsOf } from '../../support/oracle/units.js';

describe('laws of the funnel: what is counted', () => {
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
});
