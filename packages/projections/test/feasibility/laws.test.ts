import { type Instant, project } from '@millrace/kernel';
import { creditsView, feasibility, funnelReport, funnelView } from '@millrace/projections';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { askedLogs, definitions } from '../support/arbitraries.js';
import { cny, credit, join, newLog, on } from '../support/sales-story.js';

/** What each of the customers of generated histories was credited for. */
const revenues = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 4, maxLength: 4 });

const creditsOf = (amounts: ReadonlyArray<number>) => {
  const asks = amounts.flatMap((minor, i) => {
    const customer = `c${i + 1}`;
    const ask = (type: string, fields: object = {}) => ({ at: on(1, 3), command: { type, customer, ...fields } });
    return [
      ask('CollectProspect', { collectedBy: 'ada', sheet: { source: 'walkIn', mobile: '139' } }),
      ask('AcceptProspect', { screenedBy: 'mia' }),
      ask('EnterCustomer'),
      credit(on(1, 4), `sale-${i}`, minor, { ada: 1 }, { customer }),
    ];
  });
  return newLog()
    .tell(...join(on(1, 2), 'ada'), ...asks)
    .documents(creditsView);
};

const question = (asOf: Instant, target: number) => ({
  asOf,
  target: cny(target),
  credited: cny(0),
  basis: 'contract' as const,
});

describe('laws of feasibility', () => {
  it('DLR-35 FUN-20 what is needed is enough, and one less is not: in buyers and at every stage', () => {
    fc.assert(
      fc.property(
        askedLogs(),
        definitions,
        revenues,
        fc.nat({ max: 50_000 }),
        ({ log, asOf }, definition, amounts, target) => {
          const documents = { funnel: project(funnelView, log), credits: creditsOf(amounts) };
          const found = feasibility(documents, { ...question(asOf, target), definition });
          const { conversions, stages: counts } = funnelReport(documents.funnel, { definition, asOf });
          const steps = conversions.slice(0, definition.stages.length - 1);
          if (E.isLeft(found)) {
            const { left } = found;
            if (left.lacking === 'sale') expect(left.cohort.buyers === 0 || left.cohort.revenue === 0n).toBe(true);
            else expect(steps.find(({ from, to }) => from === left.from && to === left.to)?.numerator).toBe(0);
            return;
          }
          const { cohort, buyers, stages, expected, feasible } = found.right;
          const reached = (units: bigint) => units * cohort.revenue >= BigInt(target) * BigInt(cohort.buyers);
          expect(reached(buyers.needed) && (buyers.needed === 0n || !reached(buyers.needed - 1n))).toBe(true);
          let [makesNow, of] = [0n, 1n];
          for (const [i, { id, needed, stock }] of stages.entries()) {
            expect(stock).toBe(counts.find((one) => one.id === id)?.current);
            const [made, from] = steps
              .slice(i)
              .reduce(
                ([a, b], { numerator, denominator }) => [a * BigInt(numerator), b * BigInt(denominator)],
                [1n, 1n],
              );
            [makesNow, of] = [makesNow * from + BigInt(stock) * made * of, of * from];
            const makes = (units: bigint) => units * made >= buyers.needed * from;
            expect(makes(needed) && (needed === 0n || !makes(needed - 1n))).toBe(true);
          }
          expect(expected.numerator * of).toBe(makesNow * expected.denominator);
          expect(feasible).toBe(makesNow >= buyers.needed * of);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('DLR-35 a lower target never becomes infeasible, and never takes more', () => {
    fc.assert(
      fc.property(
        askedLogs(),
        definitions,
        revenues,
        fc.nat({ max: 9_000 }),
        fc.nat({ max: 9_000 }),
        (asked, definition, amounts, a, b) => {
          const documents = { funnel: project(funnelView, asked.log), credits: creditsOf(amounts) };
          const of = (target: number) => feasibility(documents, { ...question(asked.asOf, target), definition });
          const [low, high] = [of(Math.min(a, b)), of(Math.max(a, b))];
          expect(E.isRight(low)).toBe(E.isRight(high));
          if (E.isLeft(low) || E.isLeft(high)) return;
          expect(low.right.buyers.needed <= high.right.buyers.needed).toBe(true);
          expect(low.right.feasible || !high.right.feasible).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
