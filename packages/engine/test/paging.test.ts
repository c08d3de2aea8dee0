import { breathe, meets, naturalNumber } from '@millrace/engine';
import { describe, expect, test } from 'vitest';

describe('positions, revisions and limits', () => {
  test.each([
    [0, 0],
    [-0, 0],
    [1, 1],
    [0.9, 0],
    [1.9, 1],
    [-0.1, 0],
    [-1, 0],
    [Number.NaN, 0],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER],
    [Number.MAX_VALUE, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('%d counts as %d LAW-27', (given, counted) => {
    expect(naturalNumber(given)).toBe(counted);
  });
});

test('a breath lets what waits for the event loop go first', async () => {
  const order: Array<string> = [];
  setImmediate(() => order.push('another'));
  await breathe();
  order.push('mine');
  expect(order).toEqual(['another', 'mine']);
});

describe('what a writer expects S1', () => {
  test.each([
    ['none', 'none', true],
    [0, 'none', false],
    ['none', 'exists', false],
    [0, 'exists', true],
    ['none', 'any', true],
    [7, 'any', true],
    [7, 7, true],
    [7, 6, false],
    ['none', 0, false],
    ['none', -1, false],
  ] as const)('of a stream at %s, %s: %s', (actual, expected, holds) => {
    expect(meets(actual, expected)).toBe(holds);
  });
});
