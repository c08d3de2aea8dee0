import {
  apply,
  type CorruptHistory,
  type DomainEvent,
  type Envelope,
  type EventId,
  type EventSet,
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
import { breathe } from '../breathe.js';

type AnyEvent = DomainEvent<string, unknown>;

/** What folds a stream; one stream may be folded by several, each to a state of its own. */
export type AnyFold = Readable<unknown, AnyEvent>['fold'];

/** A stream folded as far as it was read, or as it is foreseen. */
export interface Loaded {
  readonly fold: AnyFold;
  readonly state: unknown;
  readonly revision: Revision | 'none';
  /** The event foreseen at `revision`; absent where the stream was read that far. */
  readonly lastEvent?: EventId | undefined;
}

const PAGE = 1_000;

/** Up to this many events are applied one by one, which copies less of a large state than a replay. */
const FEW = 16;

/**
 * Folds a stream, page by page, from `known` on where a part of it was folded before; `seen` is shown
 * every event that was read for it.
 */
export const load = async (
  store: EventStore,
  { stream, of: { events, fold } }: StreamRead,
  known: Loaded | undefined,
  seen: (envelope: Envelope) => void,
): Promise<E.Either<ReadError | CorruptHistory, Loaded>> => {
  let { state, revision } = known ?? { state: fold.initial, revision: 'none' as const };
  for (;;) {
    const page = await readEvents(store, events, stream, after(revision), PAGE);
    if (E.isLeft(page)) return page;
    for (const envelope of page.right) seen(envelope);
    state = further(fold, state, page.right, known !== undefined);
    revision = page.right.at(-1)?.revision ?? revision;
    if (page.right.length < PAGE) return E.right({ fold, state, revision });
    await breathe();
  }
};

/** The revision of the next event. */
export const after = (revision: Revision | 'none'): Revision => (revision === 'none' ? 0 : revision + 1);

const further = (fold: AnyFold, state: unknown, page: ReadonlyArray<Envelope>, shared: boolean): unknown => {
  const events = page.map((envelope) => eventOf(envelope));
  return shared && events.length <= FEW
    ? events.reduce((standing, event) => apply(fold, standing, event), state)
    : replay(fold, events, state);
};

/**
 * At most `limit` events of a stream from a revision on, opened and checked; one that is not where it
 * must be is an error, never passed over. Of a stream nobody understands the data are as stored.
 */
export const readEvents = async (
  store: EventStore,
  events: EventSet<AnyEvent> | undefined,
  stream: StreamId,
  from: Revision,
  limit: number,
): Promise<E.Either<ReadError | CorruptHistory, ReadonlyArray<Envelope>>> => {
  const page = await store.readStream(stream, from, limit)();
  if (E.isLeft(page)) return page;
  const envelopes: Array<Envelope> = [];
  for (const stored of page.right) {
    const envelope = open(stored, events, from + envelopes.length);
    if (E.isLeft(envelope)) return envelope;
    envelopes.push(envelope.right);
  }
  return E.right(envelopes);
};

/** Exactly `count` events of a stream: a receipt names them, so one that is not there is an error too. */
export const readExactly = async (
  store: EventStore,
  events: EventSet<AnyEvent> | undefined,
  stream: StreamId,
  from: Revision,
  count: number,
): Promise<E.Either<ReadError | CorruptHistory, ReadonlyArray<Envelope>>> => {
  const read = await readEvents(store, events, stream, from, count);
  if (E.isLeft(read) || read.right.length === count) return read;
  return misplaced({ stream, position: 0 }, from + read.right.length, 'nothing');
};

const open = (
  stored: StoredEvent,
  events: EventSet<AnyEvent> | undefined,
  revision: Revision,
): E.Either<CorruptHistory, Envelope> => {
  if (stored.revision !== revision) return misplaced(stored, revision, `${stored.revision}`);
  const opened = openStored(stored);
  return E.isLeft(opened) || events === undefined ? opened : readEvent(events, opened.right);
};

const misplaced = (
  { stream, position }: Pick<StoredEvent, 'stream' | 'position'>,
  revision: Revision,
  found: string,
): E.Either<CorruptHistory, never> =>
  E.left({
    type: 'CorruptHistory',
    stream,
    revision,
    position,
    cause: { type: 'Mismatch', path: 'revision', expected: `${revision}`, found },
  });
