import { commandSet, personal, struct } from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';
import { type PledgingCommand, pledgingCommands } from './support/pledging.js';

const make = { type: 'MakePledge', pledge: 'ada', amount: 100, pledger: 'Ada' };
const { read } = pledgingCommands;

describe('a command', () => {
  test('is read as it was given', () => {
    expect(right(read(make))).toEqual(make);
    expect(pledgingCommands.types).toEqual(['OpenBook', 'MakePledge', 'WithdrawPledge']);
  });

  test.each<[string, unknown]>([
    ['Unheard', { type: 'Unheard' }],
    ['toString', { type: 'toString' }],
    ['__proto__', { type: '__proto__' }],
    ['', { type: 7 }],
    ['', { pledge: 'ada' }],
    ['', 'MakePledge'],
    ['', null],
  ])('of no known type is refused: %s', (name, value) => {
    expect(left(read(value))).toEqual({ type: 'UnknownCommand', name });
  });

  test.each<[string, object, object]>([
    ['a missing field', { ...make, amount: undefined }, { path: 'amount', expected: 'JSON', found: 'undefined' }],
    ['a wrong one', { ...make, amount: '100' }, { path: 'amount', expected: 'SafeInteger', found: '"100"' }],
    ['a wrong id', { ...make, pledge: '__proto__' }, { path: 'pledge', found: '"__proto__"' }],
    ['a wrong personal one', { ...make, pledger: 7 }, { path: 'pledger', found: 'something personal' }],
    ['an optional one given as undefined', { ...make, pledger: undefined }, { path: 'pledger', expected: 'JSON' }],
    ['a lone surrogate', { ...make, pledger: '\ud800' }, { path: 'pledger', found: 'loneSurrogate' }],
    ['a number that is none', { ...make, amount: Number.NaN }, { path: 'amount', found: 'notFinite' }],
    ['an instance of a class', new (class Make {})(), { path: '', found: 'notPlain' }],
  ])('with %s is refused, with its place', (_, value, mismatch) => {
    expect(left(read(value))).toMatchObject({ type: 'Mismatch', ...mismatch });
  });

  test.each<[string, unknown]>([
    ['note', { ...make, note: '' }],
    ['__proto__', JSON.parse(JSON.stringify(make).replace('{', '{"__proto__":{"pledge":"bob"},'))],
    ['constructor', { ...make, constructor: 1 }],
  ])('LAW-38: with a field it does not have is refused: %s', (path, value) => {
    expect(left(read(value))).toEqual({ type: 'UnknownField', path });
  });

  test('with a stray key deep in a field is refused', () => {
    const set = commandSet({ Note: struct({ notes: t.array(struct({ text: t.string })) }) });
    expect(left(set.read({ type: 'Note', notes: [{ text: '' }, { text: '', txet: '' }] }))).toEqual({
      type: 'UnknownField',
      path: 'notes/1/txet',
    });
  });

  test('LAW-40: whatever is asked, there is an answer', () => {
    const fields = fc.record(
      { type: fc.constantFrom('OpenBook', 'MakePledge', 'x'), pledge: fc.anything(), amount: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fields, fc.anything()), (value) => {
        expect(['Left', 'Right']).toContain(read(value)._tag);
      }),
      { numRuns: 500 },
    );
    const deep: unknown = JSON.parse(`{"type":"MakePledge","pledge":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(left(read(deep))).toMatchObject({ type: 'Mismatch', found: 'tooDeep' });
  });

  test('AUD-4: without personal fields is what its digest is taken of', () => {
    expect(pledgingCommands.impersonal(make as unknown as PledgingCommand)).toEqual({
      type: 'MakePledge',
      pledge: 'ada',
      amount: 100,
    });
    const set = commandSet({ Note: personal(struct({ text: t.string })) });
    expect(set.impersonal({ type: 'Note', text: 'x' })).toBeNull();
  });

  test('of another module has none', () => {
    expect(() => pledgingCommands.impersonal({ type: 'Unheard' } as never)).toThrow(
      new RangeError('no command Unheard'),
    );
  });
});
