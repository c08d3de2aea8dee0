import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/recipe/csv.js';
import { grouped } from '../../src/recipe/group.js';
import { sumOfDecimals } from '../../src/recipe/sums.js';
import { leftOf, rightOf } from '../support/compiled.js';

/** Orders of lines, with what they cost and who sold them. */
const tableOf = (...rows: ReadonlyArray<string>): Table => ({
  name: 'lines.csv',
  columns: new Map([
    ['order', 0],
    ['price', 1],
    ['seller', 2],
    ['note', 3],
  ]),
  count: rows.length,
  rows: rows.map((row, i) => ({ line: i + 2, cells: row.split(',') })),
  bad: [],
});

const byOrder = { key: ['order'], sum: ['price'], same: ['seller'] };
const group = (...rows: ReadonlyArray<string>) => grouped(tableOf(...rows), byOrder, 'files/0/groupBy');

describe('rows with the same key', () => {
  test('are one row on the line of the first, in the order of the first, with the columns that are named', () => {
    const { rows, columns, count, badGroups } = rightOf(group('B,1.10,ada,x', 'A,5,bob,y', 'B,2.2,ada,z'));
    expect([...columns]).toEqual([
      ['order', 0],
      ['price', 1],
      ['seller', 2],
    ]);
    expect(rows).toEqual([
      { line: 2, cells: ['B', '3.3', 'ada'] },
      { line: 3, cells: ['A', '5', 'bob'] },
    ]);
    expect([count, badGroups]).toEqual([3, []]);
  });

  test('are told apart by all columns of the key, which do not run into each other', () => {
    const { rows } = rightOf(grouped(tableOf('a,1,b', 'a,1,b', 'a,2,b'), { key: ['order', 'price'] }, ''));
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    const apart = tableOf('x,1,y', 'x,1,y').rows.map(({ line }, i) => ({
      line,
      cells: i === 0 ? ['x,', 'y'] : ['x', ',y'],
    }));
    expect(rightOf(grouped({ ...tableOf(), rows: apart }, { key: ['order', 'price'] }, '')).rows).toHaveLength(2);
  });

  test('that disagree are a bad group, with all its lines; the others are kept', () => {
    const { rows, badGroups } = rightOf(group('A,1,ada,', 'B,2,bob,', 'A,3,bob,', 'A,4,cyd,'));
    expect(rows).toEqual([{ line: 3, cells: ['B', '2', 'bob'] }]);
    expect(badGroups).toEqual([
      {
        line: 2,
        fault: { type: 'GroupDisagrees', column: 'seller', lines: [2, 4, 5], found: 'ada', line: 4, other: 'bob' },
      },
    ]);
  });

  test('of which one has no number to add are a bad group, with the line of that one', () => {
    const { rows, badGroups } = rightOf(group('A,1,ada,', 'A,much,ada,', 'B,2,bob,'));
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(badGroups).toEqual([{ line: 2, fault: { type: 'NotASummand', column: 'price', line: 3, found: 'much' } }]);
  });

  test.each(['key', 'sum', 'same'])('a column of %s that is not there is named with its place', (list) => {
    const groupBy = { ...byOrder, [list]: ['order', 'x'] };
    expect(leftOf(grouped(tableOf(), groupBy, 'files/0/groupBy'))).toMatchObject({
      type: 'ColumnMissing',
      column: 'x',
      path: `files/0/groupBy/${list}/1`,
    });
  });

  test('a row of another width leaves it open which group is whole: the file cannot be used', () => {
    const table = { ...tableOf('A,1,ada,'), bad: [{ line: 7, found: 3, expected: 4 }] };
    expect(leftOf(grouped(table, byOrder, ''))).toEqual({
      type: 'GroupedRowUnreadable',
      file: 'lines.csv',
      row: 7,
      found: 3,
      expected: 4,
    });
  });
});

describe('sums of decimal numbers', () => {
  test.each([
    [['0.1', '0.2'], '0.3'],
    [['1.005', '-1.005'], '0'],
    [['-0.5', '0.25'], '-0.25'],
    [['9007199254740993', '0.01'], '9007199254740993.01'],
    [[' 007.50 '], '7.5'],
    [['10', '90'], '100'],
    [[], '0'],
  ])('%j is %s', (texts, sum) => {
    expect(rightOf(sumOfDecimals(texts))).toBe(sum);
  });

  test.each(['', '1,5', '1e3', '.5', '5.', '+1', '0x1', '1 000', 'NaN', '1'.repeat(65)])('"%s" is none', (text) => {
    expect(leftOf(sumOfDecimals(['1', text, 'x']))).toBe(1);
  });

  test('MON-1: are exact, whatever the places, and in any order', () => {
    const number = fc.record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), places: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(number, { maxLength: 12 }), (numbers) => {
        const texts = numbers.map(({ units, places }) => {
          const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
          const fraction = places === 0 ? '' : `.${digits.slice(-places)}`;
          return `${units < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${fraction}`;
        });
        const millionths = numbers.reduce((all, { units, places }) => all + units * 10n ** BigInt(6 - places), 0n);
        const sum = rightOf(sumOfDecimals(texts));
        const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(sum) ?? [];
        expect(BigInt(`${sign}${whole}${fraction.padEnd(6, '0')}`)).toBe(millionths);
        expect(sum).not.toMatch(/\.\d*0$|^-0$/);
        expect(rightOf(sumOfDecimals(texts.toReversed()))).toBe(sum);
      }),
      { numRuns: 200 },
    );
  });
});
