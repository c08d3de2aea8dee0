import {
  type CorruptHistory,
  type Envelope,
  type EventStore,
  openStored,
  type Position,
  type ReadError,
  type Receipt,
  readEvent,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { CommandReused } from './errors.js';
import { readExactly } from './load.js';
import type { Outcome } from './outcome.js';

type Before = E.Either<ReadError | CorruptHistory | CommandReused, Outcome>;

/** Events read at a time to find the rest of an append, which is a few as a rule. */
const PAGE = 50;

/** The first receipt of a command that was recorded before, or that its id was used for something else. */
export const recordedBefore = async (
  store: EventStore,
  ask: ReadAsk,
  own: ReadonlyArray<Envelope>,
): Promise<Before> => {
  const { commandId, digest, stream } = ask;
  const last = own.at(-1);
  if (last === undefined || last.meta.commandDigest !== digest) {
    return E.left({ type: 'CommandReused', commandId, stream });
  }
  const further = await eventsElsewhere(store, ask, last.position);
  if (E.isLeft(further)) return further;
  const byStream = Map.groupBy(further.right, (event) => event.stream);
  return E.right({
    type: 'RecordedBefore',
    receipt: receiptFor(own, last),
    elsewhere: [...byStream.values()].map((events) => receiptFor(events, events.at(-1) ?? last)),
    events: [...own, ...further.right].map(({ id, stream, revision, type, data, meta: { effectiveAt } }) => ({
      id,
      stream,
      revision,
      type,
      data,
      effectiveAt,
    })),
  });
};

/** Asks the store for what a command recorded: needed where a kept state spared the reading of its stream. */
export const askStore = async (store: EventStore, ask: ReadAsk): Promise<Before | undefined> => {
  const receipt = await store.receiptOf(ask.stream, ask.commandId)();
  if (E.isLeft(receipt)) return receipt;
  if (receipt.right._tag === 'None') return undefined;
  const { firstRevision, lastRevision } = receipt.right.value;
  const count = lastRevision - firstRevision + 1;
  const events = await readExactly(store, ask.module.events, ask.stream, firstRevision, count);
  return E.isLeft(events) ? events : recordedBefore(store, ask, events.right);
};

const receiptFor = (events: ReadonlyArray<Envelope>, last: Envelope): Receipt => ({
  stream: last.stream,
  firstRevision: events[0]?.revision ?? last.revision,
  lastRevision: last.revision,
  position: last.position,
});

/** What a command recorded in other streams than its own: it follows in the log, for an append stands together. */
const eventsElsewhere = async (
  store: EventStore,
  { module, commandId, digest }: ReadAsk,
  last: Position,
): Promise<E.Either<ReadError | CorruptHistory, ReadonlyArray<Envelope>>> => {
  const found: Array<Envelope> = [];
  if (module.elsewhere === undefined) return E.right(found);
  for (let position = last; ; ) {
    const page = await store.readAll(position, PAGE)();
    if (E.isLeft(page)) return page;
    for (const stored of page.right.events) {
      const opened = openStored(stored);
      if (E.isLeft(opened)) return opened;
      const { meta } = opened.right;
      if (meta.commandId !== commandId || meta.commandDigest !== digest) return E.right(found);
      const event = readEvent(module.events, opened.right);
      if (E.isLeft(event)) return event;
      found.push(event.right);
    }
    if (page.right.upTo <= position) return E.right(found);
    position = page.right.upTo;
  }
};
