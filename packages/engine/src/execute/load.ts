import {
  apply,
  type CorruptHistory,
  type DomainEvent,
  type Envelope,
  type EventStore,
  eventOf,
  openStored,
  type Readable,
  type ReadError,
  type Revision,
  readEvent,
  replay,
  type StoredEvent,
  type StreamId,
  type StreamRead,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';

type AnyEvent = DomainEvent<string, unknown>;

/** A stream folded as far as it was read. */
export interface Loaded {
  readonly state: unknown;
  readonly revision: Revision | 'none';
}

const PAGE = 1_000;

/** The events of a stream from a revision on, opened and checked; bounded pages, one after another. */
export const readEnvelopes =
  (
    store: EventStore,
    events: Readable<unknown, AnyEvent>['events'],
    stream: StreamId,
    from: Revision,
  ): TE.TaskEither<ReadError | CorruptHistory, ReadonlyArray<Envelope>> =>
  async () => {
    const envelopes: Array<Envelope> = [];
    for (;;) {
      const page = await store.readStream(stream, from + envelopes.length, PAGE)();
      if (E.isLeft(page)) return page;
      for (const stored of page.right) {
        const envelope = openEvent(events, stored, from + envelopes.length);
        if (E.isLeft(envelope)) return envelope;
        envelopes.push(envelope.right);
      }
      if (page.right.length < PAGE) return E.right(envelopes);
    }
  };

const openEvent = (
  events: Readable<unknown, AnyEvent>['events'],
  stored: StoredEvent,
  revision: Revision,
): E.Either<CorruptHistory, Envelope> => {
  if (stored.revision !== revision) {
    const { stream, position } = stored;
    const cause = { type: 'Mismatch', path: 'revision', expected: `${revision}`, found: `${stored.revision}` } as const;
    return E.left({ type: 'CorruptHistory', stream, revision, position, cause });
  }
  const opened = openStored(stored);
  return E.isLeft(opened) ? opened : readEvent(events, opened.right);
};

/**
 * Folds a stream, from `known` on where a part of it was folded before; `seen` is shown every event
 * that was read for it.
 */
export const load = (
  store: EventStore,
  { stream, of: { events, fold } }: StreamRead,
  known: Loaded | undefined,
  seen: (envelope: Envelope) => void,
): TE.TaskEither<ReadError | CorruptHistory, Loaded> => {
  const from = known === undefined || known.revision === 'none' ? 0 : known.revision + 1;
  return TE.map((envelopes: ReadonlyArray<Envelope>): Loaded => {
    envelopes.forEach(seen);
    const happened = envelopes.map((envelope) => eventOf(envelope));
    return {
      state:
        known === undefined
          ? replay(fold, happened)
          : happened.reduce((state, event) => apply(fold, state, event), known.state),
      revision: envelopes.at(-1)?.revision ?? known?.revision ?? 'none',
    };
  })(readEnvelopes(store, events, stream, from));
};
