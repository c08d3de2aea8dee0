import { eventSet, isPersonal, personal, struct, withoutPersonal } from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, test } from 'vitest';
import { CANARY, codecAndFitting } from './support/codecs.js';

const name = personal(t.string);

describe('a codec marked as personal', () => {
  test('is another one, which reads the same', () => {
    expect(isPersonal(name)).toBe(true);
    expect(isPersonal(t.string)).toBe(false);
    expect(name.is('x')).toBe(true);
    expect(name.decode(1)._tag).toBe('Left');
    expect(name.name).toBe('string');
  });
});

/** What is left of `value` where every canary in it is taken out, and every hole of an array. */
const withoutCanaries = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.filter((item) => item !== CANARY).map(withoutCanaries);
  const kept = Object.entries(value).filter(([, field]) => field !== CANARY);
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutCanaries(field)]));
};

describe('without what is personal', () => {
  test('AUD-4: whatever is personal is left out, and nothing else, in any codec', () => {
    const found = { personal: 0, none: 0 };
    fc.assert(
      fc.property(codecAndFitting, ([codec, value]) => {
        const rest = withoutPersonal(codec)(value);
        expect(JSON.stringify([rest])).not.toContain(CANARY);
        expect(withoutCanaries(rest)).toEqual(value === CANARY ? null : withoutCanaries(value));
        found[JSON.stringify(rest) === JSON.stringify(value) ? 'none' : 'personal'] += 1;
      }),
      { numRuns: 3_000 },
    );
    expect(found.personal).toBeGreaterThan(300);
    expect(found.none).toBeGreaterThan(300);
  });

  test('a value whose codec has nothing personal is the same value', () => {
    const value = { a: { b: [1] } };
    expect(withoutPersonal(struct({ a: t.unknown }))(value)).toBe(value);
  });

  test('so is a part of one', () => {
    const value = { a: { b: [1] }, name: 'x' };
    const rest = withoutPersonal(struct({ a: struct({ b: t.array(t.number) }), name }))(value);
    expect(rest).toEqual({ a: { b: [1] } });
    expect((rest as typeof value).a).toBe(value.a);
  });

  test('what was given is not changed', () => {
    const value = { name: 'x', deep: [{ name: 'y' }] };
    withoutPersonal(struct({ name, deep: t.array(struct({ name })) }))(value);
    expect(value).toEqual({ name: 'x', deep: [{ name: 'y' }] });
  });

  test.each<[string, t.Mixed, unknown, unknown]>([
    ['all of it', personal(struct({ a: t.string })), { a: 'x' }, null],
    ['an object', struct({ at: personal(struct({ x: t.number })) }), { at: { x: 1 }, b: 1 }, { b: 1 }],
    ['a branded field', struct({ a: t.refinement(name, () => true) }), { a: 'x' }, {}],
    ['a field that may be null', struct({ a: t.union([name, t.null]) }), { a: 'x' }, {}],
    ['and is', struct({ a: t.union([name, t.null]) }), { a: null }, { a: null }],
    ['an item', struct({ a: t.array(name) }), { a: ['x', 'y'] }, { a: [] }],
    ['an entry', struct({ a: t.record(t.string, name) }), { a: { mother: 'x' } }, { a: {} }],
    ['a key is never', t.record(name, t.number), { x: 1 }, { x: 1 }],
    [
      'a field that another part of an intersection does not hide',
      t.intersection([t.type({ a: name }), t.type({ a: t.string })]),
      { a: 'x' },
      {},
    ],
    ['what is missing', struct({ a: t.string }, { name }), { a: 'x' }, { a: 'x' }],
    ['what does not fit', struct({ name }), { name: 7 }, {}],
    ['what is no object at all', struct({ name }), 'x', 'x'],
  ])('%s', (_, codec, value, rest) => {
    expect(withoutPersonal(codec)(value)).toEqual(rest);
  });

  const person = struct({ kind: t.literal('person'), name });
  const firm = struct({ kind: t.literal('firm'), name: t.string });

  test.each<[string, object, object]>([
    ['person', { kind: 'person', name: 'x' }, { kind: 'person' }],
    ['firm', { kind: 'firm', name: 'x' }, { kind: 'firm', name: 'x' }],
    ['ghost, which is of no kind', { kind: 'ghost', name: 'x' }, { kind: 'ghost', name: 'x' }],
  ])('a union is settled by the value: %s', (_, party, rest) => {
    expect(withoutPersonal(struct({ party: t.union([person, firm]) }))({ party })).toEqual({ party: rest });
  });

  test('a union is settled before anything is left out of the value', () => {
    const codec = t.intersection([t.type({ name }), t.union([person, firm])]);
    expect(withoutPersonal(codec)({ kind: 'firm', name: 'x', city: 'y' })).toEqual({ kind: 'firm', city: 'y' });
  });

  test('where several members of a union fit, what is personal to one of them is left out', () => {
    const codec = t.union([t.type({ kind: t.string }), t.type({ kind: t.string, name })]);
    expect(withoutPersonal(codec)({ kind: 'person', name: 'x' })).toEqual({ kind: 'person' });
  });

  test('LAW-38: a key named __proto__ stays a key', () => {
    const rest = withoutPersonal(struct({ name }))(JSON.parse('{"name":"x","__proto__":{"a":1}}'));
    expect(JSON.stringify(rest)).toBe('{"__proto__":{"a":1}}');
  });

  test('an event set leaves them out by type', () => {
    const set = eventSet('some', { Some: { data: struct({ name }) }, Other: { data: struct({ name: t.string }) } });
    expect(set.impersonal('Some', { name: 'x', a: 1 })).toEqual({ a: 1 });
    expect(set.impersonal('Other', { name: 'x', a: 1 })).toEqual({ name: 'x', a: 1 });
  });
});
