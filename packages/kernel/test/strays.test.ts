import { personal, strayKeyOf, struct } from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, test } from 'vitest';
import { codecAndFitting } from './support/codecs.js';

const inner = struct({ a: t.string }, { b: t.string });

describe('a stray key', () => {
  test.each<[string, t.Mixed, unknown, string | undefined]>([
    ['none', inner, { a: 'x', b: 'y' }, undefined],
    ['in an object', inner, { a: 'x', c: 1 }, 'c'],
    ['in a field', struct({ in: inner }), { in: { a: 'x', c: 1 } }, 'in/c'],
    ['in an optional field', struct({}, { in: inner }), { in: { a: 'x', c: 1 } }, 'in/c'],
    ['in an item', struct({ all: t.array(inner) }), { all: [{ a: '' }, { a: '', c: 1 }] }, 'all/1/c'],
    ['in a read-only list', t.readonlyArray(inner), [{ a: '', c: 1 }], '0/c'],
    ['in an entry', t.record(t.string, inner), { x: { a: '', c: 1 } }, 'x/c'],
    ['in a tuple', t.tuple([t.string, inner]), ['', { a: '', c: 1 }], '1/c'],
    [
      'outside a dictionary’s domain',
      t.record(
        t.refinement(t.string, (k) => k !== 'c'),
        t.number,
      ),
      { a: 1, c: 1 },
      'c',
    ],
    ['outside a table’s', t.record(t.keyof({ a: null }), t.number), { a: 1, c: 1 }, 'c'],
    ['under a brand', t.refinement(inner, () => true), { a: 'x', c: 1 }, 'c'],
    ['under an exact codec', t.strict({ a: t.string }), { a: 'x', c: 1 }, 'c'],
    ['under a read-only one', t.readonly(inner), { a: 'x', c: 1 }, 'c'],
    ['under a mark', personal(inner), { a: 'x', c: 1 }, 'c'],
    ['__proto__', inner, JSON.parse('{"a":"x","__proto__":{}}'), '__proto__'],
    ['one that objects inherit', inner, { a: 'x', toString: 1 }, 'toString'],
    [
      'in an intersection, known by no part',
      t.intersection([inner, t.type({ d: t.string })]),
      { a: '', d: '', c: 1 },
      'c',
    ],
    [
      'of an intersection with a union',
      t.intersection([inner, t.union([t.type({ d: t.string }), t.type({ e: t.string })])]),
      { a: '', e: '', d: 1 },
      'd',
    ],
    [
      'of a field that both parts know',
      t.intersection([t.type({ in: inner }), t.type({ in: t.type({ c: t.number }) })]),
      { in: { a: '', c: 1, d: 1 } },
      'in/d',
    ],
    ['by the member of a union that fits', t.union([inner, t.type({ c: t.string })]), { c: 'x', a: 1 }, 'a'],
    ['by all members of a union that fit', t.union([t.type({ a: t.string }), inner]), { a: 'x', b: 'y' }, undefined],
    ['nothing under what may be anything', struct({ any: t.unknown }), { any: { c: 1 } }, undefined],
    ['nothing beside it', t.intersection([inner, t.UnknownRecord]), { a: 'x', c: 1 }, undefined],
    ['nothing in what is no object', t.string, 'x', undefined],
    ['nothing in null', t.null, null, undefined],
  ])('%s', (_, codec, value, path) => {
    expect(strayKeyOf(codec)(value)).toBe(path);
  });

  type Chain = { readonly a: string; readonly next?: Chain };
  const Chain: t.Type<Chain> = t.recursion('Chain', (self) =>
    t.intersection([t.type({ a: t.string }), t.partial({ next: self })]),
  );

  test('in a recursion, at any depth', () => {
    expect(strayKeyOf(Chain)({ a: '', next: { a: '', next: { a: '' } } })).toBeUndefined();
    expect(strayKeyOf(Chain)({ a: '', next: { a: '', next: { a: '', c: 1 } } })).toBe('next/next/c');
  });

  test('LAW-40: is not looked for in what is nested too deep', () => {
    let value: object = { a: '', c: 1 };
    for (let i = 0; i < 63; i++) value = { a: '', next: value };
    expect(strayKeyOf(Chain)(value)).toBe(`${'next/'.repeat(63)}c`);
    for (let i = 0; i < 100_000; i++) value = { a: '', next: value };
    expect(strayKeyOf(Chain)(value)).toBeUndefined();
  });

  test('there is none in a value made for its codec, and one where one is added', () => {
    fc.assert(
      fc.property(codecAndFitting, ([codec, value]) => {
        expect(strayKeyOf(codec)(value)).toBeUndefined();
        expect(strayKeyOf(struct({ in: codec }))({ in: value, stray: 1 })).toBe('stray');
      }),
      { numRuns: 1_000 },
    );
  });
});
