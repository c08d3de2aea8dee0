/** Costs at their boundaries. */
import { describe, expect, test } from 'vitest';
import { costs } from '../support/forecast.js';
import { instant } from '../support/log.js';
import { assesses, closes, enters, logOf, loses, opened, signs, stagesOf, tell, usd } from '../support/projects.js';

const budgets = (project: string, at: string, phase: string, minor: number) =>
  tell('PhaseBudgetSet')(project, at, { phase, amount: usd(minor) });
const spends = (project: string, at: string, phase: string, minor: number, late = false) =>
  tell('CostIncurred')(project, at, { phase, amount: usd(minor), late, overBudget: false, by: 'ada' });

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const open = [
  ...opened('p1', day(5)),
  budgets('p1', day(5), 'lead', 100),
  budgets('p1', day(5), 'talk', 301),
  budgets('p1', day(5), 'deliver', 1_000),
  spends('p1', day(6), 'lead', 130),
  assesses('p1', day(6), 5_000),
];

describe('the costs of a project', () => {
  test('GAT-9, PRJ-34: by phase with budget and variance, and later phases by the probability in force', () => {
    expect(costs(logOf(open)).projects).toEqual([
      {
        project: 'p1',
        owner: 'ada',
        outcome: null,
        budget: usd(1_401),
        cost: usd(130),
        variance: usd(1_271),
        phases: [
          { phase: 'lead', budget: usd(100), cost: usd(130), variance: usd(-30) },
          { phase: 'talk', budget: usd(301), cost: usd(0), variance: usd(301) },
          { phase: 'deliver', budget: usd(1_000), cost: usd(0), variance: usd(1_000) },
        ],
        probabilityBp: 5_000,
        expected: usd(130 + 650),
      },
    ]);
  });

  test('GAT-10: once won the phases of delivery are certain, until it is over; lost, nothing more comes', () => {
    const won = [...open, enters('p1', day(7), 'talk'), enters('p1', day(8), 'offer'), signs('p1', day(9), 500)];
    expect(costs(logOf(won)).expected).toEqual(usd(1_130));
    expect(costs(logOf(won, closes('p1', day(10), 'won'))).expected).toEqual(usd(130));
    expect(costs(logOf(won, tell('ContractTerminated')('p1', day(10), { reason: 'none' }))).expected).toEqual(usd(130));
    expect(costs(logOf(open, loses('p1', day(9)))).expected).toEqual(usd(130));
  });

  test('GAT-4: in a merged stage no part of it comes later', () => {
    const merged = [
      ...opened('p1', day(5), { process: stagesOf(['lead', 'talk'], ['offer'], ['deliver'], ['extend']) }),
      ...open.slice(2),
    ];
    expect(costs(logOf(merged)).expected).toEqual(usd(130 + 500));
  });

  test('a budget that is dated back does not replace a later one', () => {
    const log = logOf(open, budgets('p1', day(8), 'lead', 200), budgets('p1', day(7), 'lead', 150));
    expect(costs(log).projects[0]?.phases[0]?.budget).toEqual(usd(200));
    expect(costs(log, instant(day(7))).projects[0]?.phases[0]?.budget).toEqual(usd(150));
  });

  test('the cost per won is of all that were decided, those lost too', () => {
    const log = logOf(
      open,
      loses('p1', day(9)),
      opened('p2', day(5)),
      spends('p2', day(6), 'lead', 20),
      signs('p2', day(12), 600),
    );
    expect(costs(log).costPerWon).toEqual({ numerator: 150, denominator: 600 });
    const span = { start: instant(day(10)), end: instant(day(20)) };
    expect(costs(log, undefined, span).costPerWon).toEqual({ numerator: 20, denominator: 600 });
    expect(costs(log, undefined, { ...span, end: instant(day(12)) }).costPerWon).toBeNull();
  });
});
