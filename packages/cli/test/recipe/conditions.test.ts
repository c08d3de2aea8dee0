import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileConditions, compileOrder } from '../../src/recipe/conditions.js';
import type { Condition, RecipeCommand } from '../../src/recipe/document.js';
import { cellsOf, rowOf } from '../support/compiled.js';

const cell = cellsOf('a', 'b');
const meets = (conditions: ReadonlyArray<Partial<Condition>>, ...cells: ReadonlyArray<string>): boolean =>
  compileConditions(
    conditions.map((condition) => ({ column: 'a', ...condition })),
    cell,
  )(rowOf(...cells));

describe('conditions', () => {
  test('is: one of some texts, to the letter', () => {
    expect(meets([{ is: ['x', 'y'] }], 'y')).toBe(true);
    expect(meets([{ is: ['x', 'y'] }], 'Y')).toBe(false);
    expect(meets([{ is: ['x'] }], ' x')).toBe(false);
    expect(meets([{ is: [] }], 'x')).toBe(false);
  });

  test('isNot: none of some texts', () => {
    expect(meets([{ isNot: ['x', 'y'] }], 'z')).toBe(true);
    expect(meets([{ isNot: ['x', 'y'] }], 'x')).toBe(false);
  });

  test('startsWith', () => {
    expect(meets([{ startsWith: 'A_' }], 'A_DECLINED')).toBe(true);
    expect(meets([{ startsWith: 'A_' }], 'O_A_')).toBe(false);
  });

  test('blank: white space only, or not', () => {
    expect(meets([{ blank: true }], ' \t')).toBe(true);
    expect(meets([{ blank: true }], ' x')).toBe(false);
    expect(meets([{ blank: false }], 'x')).toBe(true);
    expect(meets([{ blank: false }], '')).toBe(false);
  });

  test('a lookup that finds nothing is like an empty cell', () => {
    const nothing = compileConditions([{ column: 'nobody.name', blank: true }], cell);
    expect(nothing(rowOf('x'))).toBe(true);
  });

  test('all parts of one, and all of several, must hold', () => {
    expect(meets([{ startsWith: 'A', isNot: ['AB'] }], 'AC')).toBe(true);
    expect(meets([{ startsWith: 'A', isNot: ['AB'] }], 'AB')).toBe(false);
    expect(meets([{ is: ['x'] }, { column: 'b', is: ['y'] }], 'x', 'y')).toBe(true);
    expect(meets([{ is: ['x'] }, { column: 'b', is: ['y'] }], 'x', 'z')).toBe(false);
  });

  test('none at all are met by every row', () => {
    expect(meets([], 'x')).toBe(true);
  });
});

const order = (spec: Partial<RecipeCommand>, ...rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<boolean> => {
  const isMeant = compileOrder({ command: 'LogContact', fields: {}, ...spec }, cell);
  return rows.map((cells) => isMeant(rowOf(...cells)));
};

describe('first', () => {
  test('is the first row of its key', () => {
    expect(order({ first: ['a'] }, ['x'], ['y'], ['x'], ['y'])).toEqual([true, true, false, false]);
  });

  test('goes by all its columns, which do not run into each other', () => {
    expect(order({ first: ['a', 'b'] }, ['x', 'y'], ['x', 'z'], ['x', 'y'])).toEqual([true, true, false]);
    expect(order({ first: ['a', 'b'] }, ['x,', 'y'], ['x', ',y'], ['x', 'y'])).toEqual([true, true, true]);
  });

  test('a lookup that finds nothing is a key of its own, not the empty text', () => {
    expect(order({ first: ['nobody.name'] }, ['x'], ['y'])).toEqual([true, false]);
    expect(order({ first: ['b'] }, ['x', ''], ['x'], ['y', ''], ['y'])).toEqual([true, true, false, false]);
  });

  test('keys that objects have anyway are keys like others', () => {
    expect(order({ first: ['a'] }, ['__proto__'], ['constructor'], ['__proto__'])).toEqual([true, true, false]);
  });
});

describe('changed', () => {
  const changed = { changed: { key: ['a'], value: 'b' } };

  test('is a row whose value differs from the row before of its key, and never the first', () => {
    expect(order(changed, ['x', '1'], ['x', '1'], ['x', '2'], ['x', '2'], ['x', '1'])).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  test('keeps keys apart', () => {
    expect(order(changed, ['x', '1'], ['y', '2'], ['x', '2'], ['y', '2'])).toEqual([false, false, true, false]);
  });

  test('counts, for any rows, the steps between unequal neighbours of a key', () => {
    const row = fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const steps = ['x', 'y'].map((key) => {
          const values = rows.filter(([k]) => k === key).map(([, value]) => value);
          return values.filter((value, i) => i > 0 && value !== values[i - 1]).length;
        });
        expect(order(changed, ...rows).filter(Boolean)).toHaveLength((steps[0] ?? 0) + (steps[1] ?? 0));
      }),
    );
  });

  test('together with first both must hold, and both remember every row', () => {
    const both = { first: ['b'], ...changed };
    expect(order(both, ['x', '1'], ['x', '2'], ['x', '1'], ['x', '3'])).toEqual([false, true, false, true]);
    const apart = { first: ['a'], changed: { key: [], value: 'b' } };
    expect(order(apart, ['x', '1'], ['x', '2'], ['y', '2'])).toEqual([false, false, false]);
  });
});
