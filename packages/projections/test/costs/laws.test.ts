/** Laws of costs over generated histories, held against a recount from raw events. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costs, periodOf } from '../support/forecast.js';
import { askedMoney } from '../support/project-money.js';
import { bpOf, costIn, isWon, type MoneyCard, moneyCards, nearest, sumOf } from '../support/project-money-oracle.js';
import { usd } from '../support/projects.js';

/** Budgets of the phases after the one a project stands in. */
const laterBudgets = ({ phases, standing, over, budgets }: MoneyCard): number =>
  over ? 0 : sumOf(phases.slice(phases.indexOf(standing.at(-1) ?? '') + 1).map((phase) => budgets.get(phase) ?? 0));

describe('laws of costs', () => {
  test('GAT-9: costs by phase add up to the cost of the project, and variances to that of its budget', () => {
    fc.assert(
      fc.property(askedMoney, ({ log, asOf }) => {
        const cards = new Map(moneyCards(log, asOf).map((card) => [card.project, card]));
        const report = costs(log, asOf);
        expect(report.projects.map(({ project: id }) => id)).toEqual([...cards.keys()].sort());
        for (const { project: id, phases, cost, budget, variance } of report.projects) {
          const card = cards.get(id) ?? expect.unreachable(id);
          expect(sumOf(phases.map((phase) => phase.cost.minor))).toBe(cost.minor);
          expect(cost.minor).toBe(costIn(card));
          expect(budget).toEqual(card.budgets.size === 0 ? null : usd(sumOf([...card.budgets.values()])));
          expect(variance).toEqual(budget === null ? null : usd(budget.minor - cost.minor));
          for (const one of phases) {
            expect(one.cost).toEqual(usd(costIn(card, one.phase)));
            expect(one.budget?.minor).toBe(card.budgets.get(one.phase));
            expect(one.variance?.minor).toBe(one.budget === null ? undefined : one.budget.minor - one.cost.minor);
          }
        }
        expect(report.cost).toEqual(usd(sumOf([...cards.values()].map((card) => costIn(card)))));
      }),
    );
  });

  test('GAT-10: what is expected adds the budgets of later phases by the probability in force, rounded once', () => {
    fc.assert(
      fc.property(askedMoney, ({ log, asOf }) => {
        const cards = moneyCards(log, asOf);
        const weightOf = (card: MoneyCard): bigint => BigInt(laterBudgets(card)) * BigInt(bpOf(card) ?? 0);
        const report = costs(log, asOf);
        for (const card of cards) {
          const row = report.projects.find((one) => one.project === card.project);
          expect(row?.probabilityBp).toBe(bpOf(card) ?? null);
          expect(row?.expected).toEqual(usd(costIn(card) + nearest(weightOf(card), 10_000n)));
        }
        const all = cards.reduce((sum, card) => sum + weightOf(card), 0n);
        expect(report.expected).toEqual(usd(report.cost.minor + nearest(all, 10_000n)));
      }),
    );
  });

  test('the cost per won is of all that were decided in the span, and undefined where nothing was won', () => {
    fc.assert(
      fc.property(askedMoney, fc.constantFrom('2026-Q1', '2026-02', '2026'), ({ log, asOf }, label) => {
        const span = periodOf(label);
        const decided = moneyCards(log, asOf).filter(
          ({ outcome }) => outcome !== undefined && span.start <= outcome.at && outcome.at < span.end,
        );
        const value = sumOf(decided.filter(isWon).map(({ minor = 0 }) => minor));
        const { costPerWon } = costs(log, asOf, span);
        if (value === 0) expect(costPerWon).toBeNull();
        else {
          expect(costPerWon).toEqual({ numerator: sumOf(decided.map((one) => costIn(one))), denominator: value });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('LOG-5: what is effective later changes no costs of before', () => {
    fc.assert(
      fc.property(askedMoney, ({ log, asOf }) => {
        const happened = log.filter(({ meta }) => meta.effectiveAt <= asOf);
        expect(costs(happened, asOf)).toEqual(costs(log, asOf));
      }),
    );
  });

  test('generated histories reach every figure', () => {
    const found = fc.sample(askedMoney, { numRuns: 200, seed: 7 }).map(({ log, asOf }) => {
      const { cost, expected, costPerWon } = costs(log, asOf);
      return [cost.minor, expected.minor - cost.minor, costPerWon?.numerator ?? 0];
    });
    for (const figure of [0, 1, 2]) {
      expect(found.filter((one) => (one[figure] ?? 0) > 0).length).toBeGreaterThan(10);
    }
  });
});
