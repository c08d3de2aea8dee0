import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill } from '../src/texts/fill.js';

describe('filling', () => {
  test('puts in anything, once, and shows what a terminal would obey', () => {
    expect(fill('{a} {b} {c} {d} {e}', { a: '{b}', b: 7, c: ['x', 1], d: { k: 'v' } })).toBe('{b} 7 x, 1 {"k":"v"} ');
    expect(fill('{a}', { a: '\u001b[31m\u009b\u202e\u0000' })).toBe('\\u001b[31m\\u009b\\u202e\\u0000');
  });

  test('takes own values only', () => {
    expect(fill('{constructor}{toString}', {})).toBe('');
  });

  test('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (a) => {
        expect(fill('{a}', { a })).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
