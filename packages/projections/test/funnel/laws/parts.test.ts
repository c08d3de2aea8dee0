/** Laws of the funnel over generated histories. @source metrics.md section 6 F */
import { type Instant, project } from '@millrace/kernel';
import { funnelOf, funnelReport, funnelView, hashOf } from '@millrace/projections';
import { dealership } from '@millrace/sales';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedLogs, definitions, standard } from '../../support/arbitraries.js';
import { reportOf, sum } from '../../support/laws.js';
import { sha256 } from '../../support/log.js';
import { allOf, streamsOf } from '../../support/oracle/events.js';

const DAY = 86_400_000;

describe('laws of the funnel: its parts and its parameters', () => {
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
});
