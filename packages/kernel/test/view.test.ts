import {
  digestOf,
  type Envelope,
  eventOf,
  project,
  type Revision,
  type StreamId,
  showEvent,
  type View,
} from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from './support/instants.js';
import type { PledgingEvent } from './support/pledging.js';
import { provenance, sha256, stream } from './support/stored.js';

interface Tally {
  readonly made: number;
  readonly books: ReadonlyArray<string>;
}

/** Pledges made, by pledger, and the books they were made in. */
const tallies: View<PledgingEvent, Tally> = {
  name: 'tallies',
  version: 1,
  kinds: ['pledging'],
  empty: () => ({ made: 0, books: [] }),
  on: (envelope) => {
    const event = eventOf(envelope);
    if (event.type === 'BookOpened') return [];
    const { pledge } = event.data;
    if (event.type === 'PledgeWithdrawn') return [{ key: pledge, change: () => ({ made: 0, books: [] }) }];
    const book = envelope.stream;
    return [
      {
        key: pledge,
        change: (draft) => {
          draft.made += 1;
          if (!draft.books.includes(book)) draft.books.push(book);
          return undefined;
        },
      },
      {
        key: 'all',
        change: (draft) => {
          draft.made += 1;
          return undefined;
        },
      },
    ];
  },
};

const envelope = (event: Pick<PledgingEvent, 'type' | 'data'>, revision: Revision, of: StreamId = stream) =>
  ({
    ...event,
    id: `${of} ${revision}`,
    stream: of,
    revision,
    position: revision + 1,
    schema: 1,
    meta: { ...provenance, effectiveAt: instantOf(0), recordedAt: instantOf(revision) },
  }) as unknown as Envelope<PledgingEvent>;

const made = (pledge: string, revision: Revision, of?: StreamId) =>
  envelope({ type: 'PledgeMade', data: { pledge, amount: 1 } } as never, revision, of);
const withdrawn = (pledge: string, revision: Revision) =>
  envelope({ type: 'PledgeWithdrawn', data: { pledge } } as never, revision);

const history = fc
  .array(fc.tuple(fc.constantFrom('ada', 'bob', '__proto__'), fc.boolean()), { maxLength: 20 })
  .map((steps) => steps.map(([who, makes], i) => (makes ? made(who, i) : withdrawn(who, i))));

describe('a view', () => {
  test('is what its changes make of empty documents, by key', () => {
    const autumn = 'pledging-autumn' as StreamId;
    const documents = project(tallies, [made('ada', 0), made('ada', 1, autumn), made('bob', 2), withdrawn('bob', 3)]);
    expect([...documents]).toEqual([
      ['ada', { made: 2, books: [stream, autumn] }],
      ['all', { made: 3, books: [] }],
      ['bob', { made: 0, books: [] }],
    ]);
  });

  test('LAW-1: shown the rest of a history later, is the same', () => {
    fc.assert(
      fc.property(history, fc.nat(20), (events, cut) => {
        const documents = project(tallies, events.slice(0, cut));
        for (const event of events.slice(cut)) showEvent(tallies, documents, event);
        expect(documents).toEqual(project(tallies, events));
      }),
    );
  });

  test('LAW-38: takes __proto__ as a key like any other', () => {
    expect(project(tallies, [made('__proto__', 0)]).get('__proto__')).toEqual({ made: 1, books: [stream] });
    expect(({} as { made?: number }).made).toBeUndefined();
  });

  test('keeps a document in its place when a change returns what replaces it', () => {
    const counting: View<PledgingEvent, number> = {
      ...tallies,
      empty: () => 0,
      on: ({ revision }) => [{ key: 'last', change: () => revision }],
    };
    expect([...project(counting, [made('ada', 5), made('ada', 0)])]).toEqual([['last', 0]]);
  });

  test('may have documents that are null', () => {
    const fading: View<PledgingEvent, { n: number } | null> = {
      ...tallies,
      empty: () => ({ n: 0 }),
      on: () => [{ key: 'k', change: () => null }],
    };
    expect([...project(fading, [made('ada', 0), made('ada', 1)])]).toEqual([['k', null]]);
  });
});

describe('LOG-2: the digest of a view', () => {
  const digest = (documents: ReadonlyMap<string, Tally>, view: Pick<typeof tallies, 'name' | 'version'> = tallies) =>
    digestOf(view, documents, sha256);

  test('is the same for equal documents, in whatever order they came', () => {
    fc.assert(
      fc.property(history, (events) => {
        const documents = project(tallies, events);
        const reversed = new Map([...documents].reverse());
        expect(digest(reversed)).toBe(digest(project(tallies, events)));
      }),
    );
  });

  test('is another for other documents, another name and another version', () => {
    const documents = project(tallies, [made('ada', 0)]);
    const digests = [
      digest(documents),
      digest(project(tallies, [made('bob', 0)])),
      digest(project(tallies, [made('ada', 0), made('ada', 1)])),
      digest(new Map()),
      digest(documents, { ...tallies, name: 'other' }),
      digest(documents, { ...tallies, version: 2 }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('is what it was: whoever kept one can compare', () => {
    expect(digest(project(tallies, [made('ada', 0)]))).toBe(
      sha256(
        JSON.stringify([
          'tallies',
          1,
          '["ada",{"books":["pledging-spring"],"made":1}]',
          '["all",{"books":[],"made":1}]',
        ]),
      ),
    );
  });
});
