import type { Currency, Money } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { amountOf, areWhole, figureOf, percentOf } from '../src/render/money.js';
import { sparkOfRanks, spread } from '../src/render/spark.js';
import { drawTable } from '../src/render/table.js';

const money = (minor: number, currency = 'CNY'): Money => ({
  minor: minor as Money['minor'],
  currency: currency as Currency,
});

describe('amounts', () => {
  test.each([
    [0, 'CNY', '0.00'],
    [-1, 'CNY', '-0.01'],
    [99_999, 'CNY', '999.99'],
    [100_000, 'CNY', '1,000.00'],
    [-7_754_857_020, 'USD', '-77,548,570.20'],
    [1_234_567, 'JPY', '1,234,567'],
  ])('%d %s is %s', (minor, currency, shown) => {
    expect(figureOf(money(minor, currency))).toBe(shown);
    expect(amountOf(money(minor, currency))).toBe(`${currency} ${shown}`);
  });

  test('leave cents out only where all of them are whole', () => {
    expect(areWhole([money(100), money(-200), money(7, 'JPY')])).toBe(true);
    expect(areWhole([money(100), money(101)])).toBe(false);
    expect(figureOf(money(123_400), true)).toBe('1,234');
  });

  test('a percentage is floored, below zero too PLG-12', () => {
    expect([9_999, 10_000, 6_666, 0, -1].map(percentOf)).toEqual(['99.9 %', '100.0 %', '66.6 %', '0.0 %', '-0.1 %']);
  });
});

describe('ranks day by day', () => {
  test('the first is highest, the last lowest, no rank is blank', () => {
    expect(sparkOfRanks([1, 2, 3, null], 3)).toBe('█▅▁ ');
    expect(sparkOfRanks([1, 1], 1)).toBe('██');
  });

  test('are thinned out evenly, the ends kept', () => {
    const days = Array.from({ length: 31 }, (_, i) => i);
    expect(spread(days, 60)).toBe(days);
    expect(spread(days, 4)).toEqual([0, 10, 20, 30]);
  });
});

describe('tables of figures', () => {
  test('are set to the right, also where the figures are text', () => {
    const drawn = drawTable({
      head: ['a', 'b'],
      rows: [
        ['x', '1,000.00'],
        ['y', '9.00'],
      ],
      figures: [1],
    });
    expect(drawn).toContain('│ x │ 1,000.00 │');
    expect(drawn).toContain('│ y │     9.00 │');
  });

  test('are never broken', () => {
    const rows = [['a name of some length', '77,548,570.20']];
    expect(drawTable({ head: ['name', 'amount'], rows, figures: [1] }, 30)).toContain('│ 77,548,570.20 │');
  });

  test('have bars of a whole that is given, not of the largest', () => {
    const drawn = drawTable({ head: ['a'], rows: [['x']], bars: [50], full: 100 }, 48);
    expect(drawn).toMatch(/│ x │ █{20} {20} │/);
  });
});
