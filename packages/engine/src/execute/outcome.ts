import type {
  AppendReceipt,
  CorruptHistory,
  Envelope,
  EventId,
  EventStore,
  Instant,
  ReadError,
  Receipt,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { Decided } from './decide.js';
import type { CommandReused } from './errors.js';
import { readExactly } from './load.js';

/** An event that a command recorded. */
export interface RecordedEvent {
  readonly id: EventId;
  readonly revision: number;
  readonly type: string;
  readonly data: unknown;
  readonly effectiveAt: Instant;
}

/** What became of a command that was not refused. */
export type Outcome =
  /** It happened now. */
  | { readonly type: 'Recorded'; readonly receipt: Receipt; readonly events: ReadonlyArray<RecordedEvent> }
  /** It had happened before, or somebody was faster, under the same id: the first receipt. */
  | { readonly type: 'RecordedBefore'; readonly receipt: Receipt; readonly events: ReadonlyArray<RecordedEvent> }
  /** It is so already; nothing was recorded. */
  | { readonly type: 'AlreadySo' };

/** The outcome of a decision that was appended, now or by somebody who asked the same meanwhile. */
export const recorded = ({ events, encoded }: Decided, { repeated, ...receipt }: AppendReceipt): Outcome => ({
  type: repeated ? 'RecordedBefore' : 'Recorded',
  receipt,
  events: events.map(({ type, data, effectiveAt }, i) => ({
    id: encoded[i]?.id as EventId,
    revision: receipt.firstRevision + i,
    type,
    data,
    effectiveAt,
  })),
});

/** The first receipt of a command that was recorded before, or that its id was used for something else. */
export const recordedBefore = (
  { commandId, digest, stream }: ReadAsk,
  events: ReadonlyArray<Envelope>,
): E.Either<CommandReused, Outcome> => {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined || first.meta.commandDigest !== digest) {
    return E.left({ type: 'CommandReused', commandId, stream });
  }
  return E.right({
    type: 'RecordedBefore',
    receipt: { stream, firstRevision: first.revision, lastRevision: last.revision, position: last.position },
    events: events.map(({ id, revision, type, data, meta: { effectiveAt } }) => ({
      id,
      revision,
      type,
      data,
      effectiveAt,
    })),
  });
};

/** Asks the store for what a command recorded: needed where a kept state spared the reading of its stream. */
export const askStore = async (
  store: EventStore,
  ask: ReadAsk,
): Promise<E.Either<ReadError | CorruptHistory | CommandReused, Outcome> | undefined> => {
  const receipt = await store.receiptOf(ask.stream, ask.commandId)();
  if (E.isLeft(receipt)) return receipt;
  if (receipt.right._tag === 'None') return undefined;
  const { firstRevision, lastRevision } = receipt.right.value;
  const count = lastRevision - firstRevision + 1;
  const events = await readExactly(store, ask.module.events, ask.stream, firstRevision, count);
  return E.isLeft(events) ? events : recordedBefore(ask, events.right);
};
