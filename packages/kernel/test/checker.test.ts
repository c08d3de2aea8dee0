import { checkerOf, personal, SafeInteger, struct } from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, test } from 'vitest';
import { codecAndValue } from './support/codecs.js';

describe('the compiled check', () => {
  test('answers as io-ts does, for any codec and any value', () => {
    const answers = { true: 0, false: 0 };
    fc.assert(
      fc.property(codecAndValue, ([codec, value]) => {
        const answer = codec.is(value);
        answers[`${answer}`] += 1;
        expect(checkerOf(codec)(value)).toBe(answer);
      }),
      { numRuns: 5_000 },
    );
    expect(answers.true).toBeGreaterThan(1_000);
    expect(answers.false).toBeGreaterThan(1_000);
  });

  test('answers as io-ts does for objects of many fields, some of them doubled or inherited', () => {
    const name = fc.constantFrom(...'abcdefghijkl', 'constructor', 'toString');
    const props = fc.dictionary(name, fc.constantFrom(t.string, t.undefined, SafeInteger), { maxKeys: 14 });
    const value = fc.dictionary(name, fc.constantFrom<unknown>('x', 1, undefined), { maxKeys: 14 });
    const answers = { true: 0, false: 0 };
    fc.assert(
      fc.property(props, props, props, value, fc.boolean(), (one, other, needed, fields, isInherited) => {
        const codec = t.intersection([t.partial(one), t.partial(other), t.type(needed)]);
        const found: unknown = isInherited ? Object.create(fields) : fields;
        const answer = codec.is(found);
        answers[`${answer}`] += 1;
        expect(checkerOf(codec)(found)).toBe(answer);
      }),
      { numRuns: 5_000 },
    );
    expect(answers.true).toBeGreaterThan(50);
    expect(answers.false).toBeGreaterThan(1_000);
  });

  const hostile: unknown = JSON.parse('{"__proto__":{"a":"x"}}');
  const sparse = new Array(2);
  const proto = (codec: t.Mixed) =>
    Object.defineProperty({}, '__proto__', { value: codec, enumerable: true }) as t.Props;

  test.each<[string, t.Mixed, unknown, boolean]>([
    ['a key __proto__ gives no fields', t.type({ a: t.string }), hostile, false],
    ['a field named __proto__ is read as a key', t.type(proto(t.type({ a: t.string }))), hostile, true],
    ['fields may be inherited', t.type({ a: t.string }), Object.create({ a: 'x' }), true],
    ['a field may be undefined where its codec says so', t.type({ a: t.undefined }), { a: undefined }, true],
    ['but then it must be there', t.type({ a: t.undefined }), {}, false],
    ['an optional field may be left out', t.partial({ a: t.string }), {}, true],
    ['or be undefined', t.partial({ a: t.string }), { a: undefined }, true],
    ['but not null', t.partial({ a: t.string }), { a: null }, false],
    ['an array is no object', t.partial({ length: t.number }), [], false],
    ['nor is null', t.type({}), null, false],
    ['nor a function', t.type({}), () => 1, false],
    ['holes of an array are not looked at', t.array(t.string), sparse, true],
    ['an object is no array', t.array(t.string), { length: 0 }, false],
    ['a key of keyof is one of its own', t.keyof({ a: null }), 'toString', false],
    ['negative zero is no safe integer', SafeInteger, -0, false],
    ['nor is 2^53', SafeInteger, 2 ** 53, false],
    ['2^53 - 1 is', SafeInteger, 2 ** 53 - 1, true],
    ['a mark changes nothing', personal(t.string), 'x', true],
    ['nor a codec of another make', new t.Type('X', (u): u is 'x' => u === 'x', t.failure, String), 'x', true],
  ])('%s', (_, codec, value, answer) => {
    expect(checkerOf(codec)(value)).toBe(answer);
    expect(codec.is(value)).toBe(answer);
  });

  test('reads an intersection of other things than objects member by member', () => {
    const codec = t.intersection([
      struct({ a: t.string }),
      t.union([t.type({ b: t.string }), t.type({ c: t.string })]),
    ]);
    expect(checkerOf(codec)({ a: '', c: '' })).toBe(true);
    expect(checkerOf(codec)({ a: '' })).toBe(false);
    expect(checkerOf(codec)({ c: '' })).toBe(false);
  });
});
