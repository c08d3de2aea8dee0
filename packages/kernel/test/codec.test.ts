import { type JsonCodec, personal, reader, SafeInteger, struct } from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, test } from 'vitest';
import { codecAndFitting, codecAndValue } from './support/codecs.js';
import { left, right } from './support/either.js';

const read = (codec: t.Mixed) => reader(codec as JsonCodec<unknown>);

describe('a reader', () => {
  test('LAW-24: gives what fits as it stands', () => {
    fc.assert(
      fc.property(codecAndFitting, ([codec, value]) => {
        expect(right(read(codec)(value))).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  test('LAW-28: keeps fields that the codec does not know, also under a strict codec', () => {
    const value = { a: 'x', b: { c: 1 } };
    expect(right(reader(struct({ a: t.string }))(value))).toBe(value);
    expect(right(read(t.strict({ a: t.string }))(value))).toBe(value);
  });

  test('LAW-40: answers any value by any codec', () => {
    fc.assert(
      fc.property(codecAndValue, ([codec, value]) => {
        expect(read(codec)(value)._tag).toBe(codec.is(value) ? 'Right' : 'Left');
      }),
      { numRuns: 1_000 },
    );
  });
});

const Evidence = struct({ note: t.string }, { traits: t.readonlyArray(t.string) }, 'Evidence');
const Phone = struct({ phone: personal(t.string) }, { country: t.string }, 'Phone');

const Shares = t.union(
  [t.array(struct({ who: t.string, part: t.number })), t.array(struct({ who: t.string, sum: t.string }))],
  'Shares',
);
const ByWord = t.union([
  struct({ by: t.keyof({ a: null, c: null }), at: t.string }),
  struct({ by: t.keyof({ b: null }), at: struct({ x: t.string, y: t.string }) }),
]);

const OnOff = t.union([t.literal('on'), t.literal('off')]);

describe('a misfit', () => {
  test.each<[string, t.Mixed, unknown, string, string, string]>([
    ['of the root', t.string, 1, '', 'string', '1'],
    ['of a field', Evidence, { note: 1 }, 'note', 'string', '1'],
    ['of a missing field', Evidence, {}, 'note', 'string', 'nothing'],
    ['of an optional field', Evidence, { note: '', traits: 'x' }, 'traits', 'ReadonlyArray<string>', '"x"'],
    ['of an item', Evidence, { note: '', traits: ['x', 2] }, 'traits/1', 'string', '2'],
    ['of an object', struct({ evidence: Evidence }), { evidence: [] }, 'evidence', 'Evidence', '[]'],
    ['of an entry', t.record(t.string, SafeInteger), { a: 1, b: 1.5 }, 'b', 'SafeInteger', '1.5'],
    ['of a union of words', struct({ a: OnOff }), { a: 'up' }, 'a', '("on" | "off")', '"up"'],
    [
      'of a branded union',
      struct({ a: t.refinement(OnOff, () => true, 'Switch') }),
      { a: 'up' },
      'a',
      'Switch',
      '"up"',
    ],
    ['in a member of a union', t.union([Evidence, t.string]), { note: 1 }, 'note', 'string', '1'],
    ['in a read-only union', t.readonly(t.union([Evidence, t.string])), { note: 1 }, 'note', 'string', '1'],
    ['in the member that lacks nothing', Shares, [{ who: 1, part: 1 }], '0/who', 'string', '1'],
    ['in the member that comes last', Shares, [{ who: 1, sum: '' }], '0/who', 'string', '1'],
    ['in the member of fewer misfits', Shares, [{ who: '', part: 'x', sum: 1 }], '0/part', 'number', '"x"'],
    ['in the first member, where all lack as much', Shares, [{ who: '' }], '0/part', 'number', 'nothing'],
    ['in the member that its word names', ByWord, { by: 'b', at: { x: 0, y: '' } }, 'at/x', 'string', '0'],
    ['in a member of its kind', t.union([t.literal('all'), t.array(t.string)]), ['x', 1], '1', 'string', '1'],
    ['of all members', struct({ all: Shares }), { all: 'x' }, 'all', 'Shares', '"x"'],
    [
      'in a union in a union',
      t.union([t.number, struct({ all: Shares })]),
      { all: [{ sum: '' }] },
      'all/0/who',
      'string',
      'nothing',
    ],
    ['in a tuple', t.tuple([t.string, t.number]), ['x', 'y'], '1', 'number', '"y"'],
    ['of negative zero', SafeInteger, -0, '', 'SafeInteger', '-0'],
    ['of NaN', SafeInteger, Number.NaN, '', 'SafeInteger', 'NaN'],
    ['of a bigint', t.string, 1n, '', 'string', 'bigint'],
    ['of a function', t.string, () => 1, '', 'string', 'function'],
    ['of a long text', t.number, 'x'.repeat(200), '', 'number', `"${'x'.repeat(98)}…`],
    ['of a text longer by one', t.number, 'x'.repeat(99), '', 'number', `"${'x'.repeat(98)}…`],
    ['of a text as long as is shown', t.number, 'x'.repeat(98), '', 'number', `"${'x'.repeat(98)}"`],
    ['of a text that is cut in a letter', t.number, `${'x'.repeat(97)}😂x`, '', 'number', `"${'x'.repeat(97)}\ufffd…`],
    ['of something personal', Phone, { phone: 1 }, 'phone', 'string', 'something personal'],
    ['beside something personal', Phone, { phone: '', country: 1 }, 'country', 'string', '1'],
    ['where something personal should be', struct({ p: Phone }), { p: '139' }, 'p', 'Phone', 'something personal'],
    [
      'in something personal',
      struct({ p: personal(Evidence) }),
      { p: { note: 1 } },
      'p/note',
      'string',
      'something personal',
    ],
  ])('%s', (_, codec, value, path, expected, found) => {
    expect(left(read(codec)(value))).toEqual({ type: 'Mismatch', path, expected, found });
  });

  test('is told once where a codec of another make tells it twice', () => {
    const twice = new t.Type<string>(
      'Twice',
      (u): u is string => u === 'x',
      (u, context) => t.failures([u, u].map((value) => ({ value, context }))),
      String,
    );
    const codec = t.union([twice, struct({ a: twice })]);
    expect(left(read(codec)({ a: 1 }))).toEqual({ type: 'Mismatch', path: 'a', expected: 'Twice', found: '1' });
  });

  test('is told of the root where io-ts would take the value', () => {
    const lenient = new t.Type<string>(
      'Lenient',
      (u): u is string => u === 'x',
      () => t.success('x'),
      String,
    );
    expect(left(read(lenient)('y'))).toEqual({ type: 'Mismatch', path: '', expected: 'Lenient', found: '"y"' });
  });
});

type Tree = string | ReadonlyArray<Tree>;
const Tree: t.Type<Tree> = t.recursion('Tree', (self) => t.union([t.string, t.readonlyArray(self)]));

describe('LAW-40, REL-8: hostile values', () => {
  const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}"leaf"${']'.repeat(levels)}`);

  test('a recursive codec reads 64 levels, and no more', () => {
    expect(right(read(Tree)(nested(64)))).toEqual(nested(64));
    const tooDeep = { type: 'Mismatch', path: '', expected: 'at most 64 levels', found: 'more' };
    expect(left(read(Tree)(nested(65)))).toEqual(tooDeep);
    expect(left(read(Tree)(nested(100_000)))).toEqual(tooDeep);
    expect(left(read(t.record(t.string, Tree))({ a: nested(100_000) }))).toEqual(tooDeep);
  });

  test('what is deep elsewhere does no harm', () => {
    expect(left(read(t.string)(nested(100_000)))).toMatchObject({ expected: 'at most 64 levels' });
    const codec = struct({ any: t.unknown });
    expect(right(read(codec)({ any: nested(100_000) }))).toHaveProperty('any');
  });

  test('a long list of misfits is answered with so many steps as it has items, not with their square', () => {
    const stepsFor = (items: number): number => {
      let steps = 0;
      const Never = new t.Type<string>(
        'Never',
        (_): _ is string => {
          steps += 1;
          return false;
        },
        (u, context) => {
          steps += 1;
          return t.failure(u, context);
        },
        String,
      );
      const many = Array.from({ length: items }, () => ({ note: 1 }));
      const codec = t.array(struct({ note: Never }));
      expect(left(read(codec)(many))).toMatchObject({ expected: 'Never', path: '0/note' });
      return steps;
    };
    expect(stepsFor(20_000)).toBeLessThanOrEqual(10 * stepsFor(2_000));
  });

  test('of a long list of misfits the first of the deepest is told', () => {
    const many = Array.from({ length: 20_000 }, () => ({ note: 1, traits: 1 }));
    expect(left(read(t.array(Evidence))(many))).toMatchObject({ expected: 'string', path: '0/note' });
  });
});

describe('a struct', () => {
  test('has required and optional fields, and a name', () => {
    expect(Evidence.is({ note: '' })).toBe(true);
    expect(Evidence.is({ note: '', traits: undefined })).toBe(true);
    expect(Evidence.is({ traits: [] })).toBe(false);
    expect(Evidence.name).toBe('Evidence');
    expect(struct({ a: t.string }).is({})).toBe(false);
  });

  test('LAW-23: decodes and encodes to the same value', () => {
    const value = { note: 'x', traits: ['y'], more: 1 };
    expect(right(Evidence.decode(value))).toEqual(value);
    expect(Evidence.encode(value)).toEqual(value);
  });
});
