import type { Decider, DomainEvent, Instant } from '@millrace/kernel';
import { given } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { LIMIT, type ShelfEvent, shelf } from './decider-laws/shelf.js';

const now = '2030-01-01T00:00:00.000Z' as Instant;
const context = { now, roll: 0 };
const put = (thing: string): ShelfEvent => ({ type: 'Put', data: { thing, note: '0' }, effectiveAt: now });

describe('a story passes where the answer is the one told', () => {
  test('recorded', () => {
    given(shelf, context)(put('a')).when({ type: 'Put', thing: 'b' }).thenEvents(put('b'));
  });
  test('already so', () => {
    given(shelf, context)(put('a')).when({ type: 'Put', thing: 'a' }).thenNothing();
  });
  test('refused', () => {
    const refusal = { type: 'ShelfFull', limit: LIMIT } as const;
    given(shelf, context)(put('a'), put('b'), put('c')).when({ type: 'Put', thing: 'd' }).thenRefused(refusal);
  });
  test('in a context of its own', () => {
    const later = '2031-01-01T00:00:00.000Z' as Instant;
    const answered = given(shelf, context)().when({ type: 'Put', thing: 'a' }, { now: later, roll: 1 });
    answered.thenEvents({ type: 'Put', data: { thing: 'a', note: '1' }, effectiveAt: later });
  });
});

describe('a story fails where the answer is another one, with the difference', () => {
  const recorded = () => given(shelf, context)().when({ type: 'Put', thing: 'a' });
  const nothing = () => given(shelf, context)(put('a')).when({ type: 'Put', thing: 'a' });
  const refused = () => given(shelf, context)().when({ type: 'Take', thing: 'a' });

  test('other events', () => {
    expect(() => recorded().thenEvents(put('b'))).toThrow(/thing: 'b'/);
    expect(() => recorded().thenEvents(put('a'), put('b'))).toThrow();
    expect(() => recorded().thenEvents()).toThrow();
  });
  test('another kind of answer', () => {
    expect(() => recorded().thenNothing()).toThrow();
    expect(() => recorded().thenRefused({ type: 'NotThere' })).toThrow();
    expect(() => nothing().thenEvents(put('a'))).toThrow();
    expect(() => nothing().thenRefused({ type: 'NotThere' })).toThrow();
    expect(() => refused().thenNothing()).toThrow();
    expect(() => refused().thenEvents()).toThrow();
  });
  test('another refusal', () => {
    expect(() => refused().thenRefused({ type: 'ShelfFull', limit: LIMIT })).toThrow();
  });
});

test('a decider that changes the history it is told is caught, and the history stays as it was', () => {
  type Event = DomainEvent<'Put', { tags: Array<string> }>;
  const greedy: Decider<null, { tags: Array<string> }, Event, never, unknown> = {
    initial: { tags: [] },
    decide: () => E.right([]),
    evolve: (_draft, event) => ({ tags: event.data.tags.splice(0) }),
  };
  const history: Event = { type: 'Put', data: { tags: ['a'] }, effectiveAt: now };
  expect(() => given(greedy)(history).when(null)).toThrow(TypeError);
  expect(history.data.tags).toEqual(['a']);
  expect(Object.isFrozen(history.data)).toBe(false);
});
