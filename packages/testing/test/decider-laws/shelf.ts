import { type Decider, type DomainEvent, type EventSet, eventSet, type Instant, personal } from '@millrace/kernel';
import type { ContextOf, DeciderLawsOptions } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/** A shelf holds at most three things, each once. */
export type ShelfEvent = DomainEvent<'Put', { thing: string; note: string }> | DomainEvent<'Taken', { thing: string }>;

export type ShelfCommand = { readonly type: 'Put' | 'Take'; readonly thing: string };

export type ShelfRefusal = { readonly type: 'ShelfFull'; readonly limit: number } | { readonly type: 'NotThere' };

export interface Shelf {
  readonly things: ReadonlyArray<{ readonly thing: string; readonly since: number }>;
  readonly moves: number;
}

export interface ShelfContext {
  readonly now: Instant;
  readonly roll: number;
}

export type ShelfDecider = Decider<ShelfCommand, Shelf, ShelfEvent, ShelfRefusal, ShelfContext>;

export const LIMIT = 3;

export const shelf: ShelfDecider = {
  initial: { things: [], moves: 0 },
  decide: ({ type, thing }, { things }, { now, roll }) => {
    const isThere = things.some((one) => one.thing === thing);
    if (type === 'Take') {
      return isThere ? E.right([{ type: 'Taken', data: { thing }, effectiveAt: now }]) : E.left({ type: 'NotThere' });
    }
    if (isThere) return E.right([]);
    if (things.length >= LIMIT) return E.left({ type: 'ShelfFull', limit: LIMIT });
    return E.right([{ type: 'Put', data: { thing, note: `${roll % 2}` }, effectiveAt: now }]);
  },
  evolve: (draft, event) => {
    draft.moves += 1;
    if (event.type === 'Put') draft.things.push({ thing: event.data.thing, since: draft.moves });
    else draft.things = draft.things.filter(({ thing }) => thing !== event.data.thing);
    return undefined;
  },
};

export const shelfEvents = eventSet('shelf', {
  Put: { data: t.type({ thing: t.string, note: personal(t.string) }) },
  Taken: { data: t.type({ thing: t.string }) },
}) as unknown as EventSet<ShelfEvent>;

const context: ContextOf<ShelfCommand, ShelfContext> = (step, _command, roll) => ({
  now: `2030-01-01T00:00:${String(step % 60).padStart(2, '0')}.000Z` as Instant,
  roll,
});

export const shelfOptions = (
  decider: ShelfDecider = shelf,
): DeciderLawsOptions<ShelfCommand, Shelf, ShelfEvent, ShelfRefusal, ShelfContext> => ({
  name: 'shelf',
  decider,
  context,
  commands: fc.record({
    type: fc.constantFrom<'Put' | 'Take'>('Put', 'Put', 'Take'),
    thing: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  events: shelfEvents,
  invariants: ({ things }) => {
    if (things.length > LIMIT) throw new Error(`${things.length} things on a shelf for ${LIMIT}`);
    if (new Set(things.map(({ thing }) => thing)).size < things.length) throw new Error('a thing twice');
  },
  repeatable: ({ type }) => type === 'Put',
  stageOf: ({ things }) => (things.length === LIMIT ? 'full' : 'roomy'),
});
