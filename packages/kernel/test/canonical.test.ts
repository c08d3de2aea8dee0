import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, canonicalText, type Json, MAX_DEPTH } from '@millrace/kernel';
import { sharedPath } from '@millrace/test/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';

const vectors = sharedPath('vectors/jcs');

describe.skipIf(vectors === undefined)('AUD-2: the published vectors of RFC 8785', () => {
  const folder = vectors ?? '';
  const names = vectors === undefined ? [] : readdirSync(join(folder, 'input'));

  test('are six', () => {
    expect(names).toHaveLength(6);
  });

  test.each(names)('%s is written byte for byte', (name) => {
    const input: unknown = JSON.parse(readFileSync(join(folder, 'input', name), 'utf8'));
    const output = readFileSync(join(folder, 'output', name));
    expect(Buffer.from(right(canonicalJson(input)))).toEqual(output);
  });
});

const refused = (value: unknown) => {
  const { reason, path } = left(canonicalJson(value));
  return `${reason} at /${path.join('/')}`;
};

describe('AUD-2: what is not JSON is refused, with its place', () => {
  test.each<[string, unknown, string]>([
    ['undefined', undefined, 'undefined at /'],
    ['a field that is undefined', { a: [{ b: undefined }] }, 'undefined at /a/0/b'],
    ['NaN', { a: Number.NaN }, 'notFinite at /a'],
    ['infinity', [1, Number.NEGATIVE_INFINITY], 'notFinite at /1'],
    ['negative zero', { a: -0 }, 'negativeZero at /a'],
    ['a bigint', { a: 1n }, 'bigint at /a'],
    ['a function', { a: () => 1 }, 'function at /a'],
    ['a symbol', { a: Symbol('s') }, 'symbol at /a'],
    ['a key that is a symbol', { a: { [Symbol('s')]: 1 } }, 'symbol at /a'],
    ['a lone high surrogate', { a: '\ud800' }, 'loneSurrogate at /a'],
    ['a lone low surrogate', ['\udc00x'], 'loneSurrogate at /0'],
    ['a lone surrogate in a key', { a: { '\ud800': 1 } }, 'loneSurrogate at /a'],
    ['a Date, by its toJSON', { a: new Date(0) }, 'toJSON at /a'],
    ['an object with a toJSON of its own', { a: { toJSON: () => 1 } }, 'toJSON at /a'],
    ['an array with a toJSON', { a: Object.assign([], { toJSON: () => 1 }) }, 'toJSON at /a'],
    ['a Map', { a: new Map() }, 'notPlain at /a'],
    ['an instance of a class', { a: new (class Some {})() }, 'notPlain at /a'],
    ['an instance of a kind of array', { a: new (class Some extends Array {})() }, 'notPlain at /a'],
    ['an array with a named property', { a: Object.assign([1], { b: 2 }) }, 'notPlain at /a'],
    ['an array with a symbol', { a: Object.assign([1], { [Symbol('s')]: 2 }) }, 'symbol at /a'],
    ['a sparse array', { a: Object.assign(new Array(3), { 0: 1, 2: 3 }) }, 'undefined at /a/1'],
    ['a long array of holes, at once', { a: new Array(2 ** 32 - 1) }, 'undefined at /a/0'],
    ['a sparse array with as many named properties', Object.assign(new Array(1), { b: 2 }), 'undefined at /0'],
  ])('%s', (_, value, answer) => {
    expect(refused(value)).toBe(answer);
  });

  test('a getter that throws, as no plain data', () => {
    const value = {
      a: {
        get b(): never {
          throw new Error('mine');
        },
      },
    };
    expect(refused(value)).toBe('notPlain at /a/b');
  });

  test('a proxy that throws, as no plain data', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(refused({ a: proxy })).toBe('notPlain at /a');
  });
});

describe('REL-8, LAW-40: depth', () => {
  const nested = (levels: number, wrap: (inner: unknown) => unknown = (inner) => [inner]) => {
    let value: unknown = 'leaf';
    for (let i = 0; i < levels; i++) value = wrap(value);
    return value;
  };

  test(`${MAX_DEPTH} levels are accepted`, () => {
    expect(MAX_DEPTH).toBe(64);
    expect(right(canonicalJson(nested(64)))).toBe(`${'['.repeat(64)}"leaf"${']'.repeat(64)}`);
    expect(right(canonicalJson(nested(64, (a) => ({ a }))))).toHaveLength('{"a":}'.length * 64 + '"leaf"'.length);
  });

  test('65 are refused, at the 65th', () => {
    expect(left(canonicalJson(nested(65)))).toEqual({ type: 'NotJson', path: Array(64).fill(0), reason: 'tooDeep' });
    expect(left(canonicalJson(nested(65, (a) => ({ a }))))).toMatchObject({ reason: 'tooDeep' });
  });

  test('100,000 are refused without a stack overflow', () => {
    expect(left(canonicalJson(nested(100_000)))).toMatchObject({ reason: 'tooDeep' });
    expect(left(canonicalJson(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)))).toMatchObject({
      reason: 'tooDeep',
    });
  });

  test('a circle is refused', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(left(canonicalJson(circle))).toMatchObject({ reason: 'tooDeep' });
  });
});

describe('canonical JSON', () => {
  test('LAW-38: a key named __proto__ is data', () => {
    expect(right(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2}}')))).toBe('{"__proto__":{"a":2},"b":1}');
  });

  test('sorts keys by UTF-16 code units, not by code points or locale', () => {
    const keys = { é: 1, z: 2, a: 3, Z: 4, '\ufb33': 5, '\u{1f602}': 6, '': 7, 'a\u0000': 8 };
    expect(right(canonicalJson(keys))).toBe('{"":7,"Z":4,"a":3,"a\\u0000":8,"z":2,"é":1,"\u{1f602}":6,"\ufb33":5}');
  });

  test('keeps apart the shapes of keys that hold the separator of its cache', () => {
    const one = 'a\u0000b';
    const shapes = [{ a: 1, b: 2 }, { [one]: 1 }, { b: 1, a: 2 }, { [one]: 3 }, {}, { '': 1 }, {}];
    for (const value of [...shapes, { [one]: 1, c: 2 }, { a: 1, 'b\u0000c': 2 }, { [one]: 1, c: 2 }]) {
      const sorted = Object.fromEntries(Object.entries(value).sort());
      expect(right(canonicalJson(value))).toBe(JSON.stringify(sorted));
    }
  });

  test('of more shapes than its cache holds, and of longer ones, is still right', () => {
    for (let i = 0; i < 1_100; i++) {
      expect(right(canonicalJson({ [`k${i}`]: i, a: 1 }))).toBe(`{"a":1,"k${i}":${i}}`);
      expect(right(canonicalJson({ [`k${i}`]: i, a: 2 }))).toBe(`{"a":2,"k${i}":${i}}`);
    }
    const long = { ['k'.repeat(2_000)]: 1, a: 2 };
    expect(right(canonicalJson(long))).toBe(`{"a":2,"${'k'.repeat(2_000)}":1}`);
  });

  test('an object without a prototype is plain', () => {
    expect(right(canonicalJson(Object.assign(Object.create(null), { a: 1 })))).toBe('{"a":1}');
  });

  test('a field named toJSON that is no function is data', () => {
    expect(right(canonicalJson({ toJSON: 'text' }))).toBe('{"toJSON":"text"}');
  });

  test('read again is the value, and written again is the text', () => {
    const stringUnit = fc.constantFrom('a', 'Z', '0', ' ', '"', '\\', '\u0000', '\u007f', 'é', '\u2028', '王', '😂');
    const json = fc.jsonValue({ stringUnit, maxDepth: 5 }).map((value) => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(json, (value) => {
        const text = right(canonicalJson(value));
        expect(JSON.parse(text)).toEqual(value);
        expect(right(canonicalJson(JSON.parse(text)))).toBe(text);
      }),
    );
  });

  test('does not depend on the order in which keys came', () => {
    const record = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer());
    fc.assert(
      fc.property(record, fc.func(fc.integer()), (value, rank) => {
        const shuffled = Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)));
        expect(canonicalJson(shuffled)).toEqual(canonicalJson(value));
      }),
    );
  });

  test('LAW-40: answers anything, and throws nothing', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(['Left', 'Right']).toContain(canonicalJson(value)._tag);
      }),
      { numRuns: 500 },
    );
  });
});

test('canonicalText throws, with the place, for what is not JSON after all', () => {
  expect(canonicalText({ b: 1, a: [true, null] })).toBe('{"a":[true,null],"b":1}');
  expect(() => canonicalText({ a: [0, undefined] } as unknown as Json)).toThrow(
    new TypeError('not JSON at /a/1: undefined'),
  );
});
