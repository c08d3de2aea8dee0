import {
  type AppendError,
  apply,
  type CorruptHistory,
  type Envelope,
  type EventStore,
  type ReadError,
  type Receipt,
  type StreamId,
  type StreamRead,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { StateCache } from './cache.js';
import { type Decided, decideOn, type Grounds } from './decide.js';
import type { ExecuteError } from './errors.js';
import { type Loaded, load } from './load.js';
import { askStore, type Outcome, recorded, recordedBefore } from './outcome.js';
import type { AnyModule, Wiring } from './wiring.js';

type Answer = E.Either<ExecuteError, Outcome>;

/** How often a lost race is run again before the caller is told. */
const ATTEMPTS = 20;

/** How often an append whose outcome is unknown is sent again to settle it. */
const SETTLING = 2;

/** Load, decide, append; a lost race is decided anew on what won. */
export const executeOne = async (ask: ReadAsk, wiring: Wiring, cache: StateCache): Promise<Answer> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await attemptOnce(ask, wiring, cache);
    if (answer !== 'lost') return answer;
  }
  return E.left({ type: 'Contended', stream: ask.stream, attempts: ATTEMPTS });
};

const attemptOnce = async (ask: ReadAsk, wiring: Wiring, cache: StateCache): Promise<Answer | 'lost'> => {
  const grounds = await groundsOf(ask, wiring, cache);
  if (E.isLeft(grounds)) return grounds;
  const before = await findBefore(ask, grounds.right, wiring.store);
  if (before !== undefined) return before;

  const decided = decideOn(ask, grounds.right, wiring);
  if (E.isLeft(decided)) return decided;
  if (decided.right === undefined) return E.right({ type: 'AlreadySo' });

  const receipt = await appendSettled(decided.right, wiring);
  if (E.isLeft(receipt)) {
    if (receipt.left.type !== 'Conflict') return E.left(receipt.left);
    cache.delete(receipt.left.stream);
    cache.delete(ask.stream);
    return 'lost';
  }
  remember(ask, grounds.right, decided.right, receipt.right, cache);
  return E.right(recorded(decided.right, receipt.right));
};

interface Loadings extends Grounds {
  /** The events of this very command, where it was recorded before and read now. */
  readonly ofCommand: ReadonlyArray<Envelope>;
  /** A part of the command's stream was not read now but kept from before. */
  readonly cached: boolean;
}

/** Loads the command's own stream and the streams it reads. */
const groundsOf = async (
  { module, command, stream, commandId }: ReadAsk,
  { store }: Wiring,
  cache: StateCache,
): Promise<E.Either<ReadError | CorruptHistory, Loadings>> => {
  const ofCommand: Array<Envelope> = [];
  const seen = (envelope: Envelope): void => {
    if (envelope.stream === stream && envelope.meta.commandId === commandId) ofCommand.push(envelope);
  };
  const cached = cache.get(stream) !== undefined;
  const loaded: Array<Loaded> = [];
  for (const read of [ownRead(module, stream), ...module.reads(command)]) {
    const one = await load(store, read, cache.get(read.stream), seen)();
    if (E.isLeft(one)) return one;
    cache.set(read.stream, one.right);
    loaded.push(one.right);
  }
  const [own, ...others] = loaded;
  if (own === undefined) throw new RangeError('a command has a stream of its own');
  return E.right({ own, others, ofCommand, cached });
};

/** The reading of a command's own stream. */
export const ownRead = ({ events, decider }: AnyModule, stream: StreamId): StreamRead => ({
  stream,
  of: { events, fold: decider },
});

/** Whether the command was recorded before: in what was just read, or in what a kept state spared reading. */
const findBefore = async (
  ask: ReadAsk,
  { ofCommand, cached }: Loadings,
  store: EventStore,
): Promise<Answer | undefined> => {
  if (ofCommand.length > 0) return recordedBefore(ask, ofCommand);
  return cached ? askStore(store, ask) : undefined;
};

/** Appends; where nobody knows whether it happened, the same bytes sent again say so. */
const appendSettled = async ({ append }: Decided, { store }: Wiring): Promise<E.Either<AppendError, Receipt>> => {
  let receipts = await store.append(append)();
  for (let i = 0; i < SETTLING && E.isLeft(receipts) && receipts.left.type === 'OutcomeUnknown'; i++) {
    receipts = await store.append(append)();
  }
  if (E.isLeft(receipts)) return receipts;
  const [receipt] = receipts.right;
  if (receipt === undefined) throw new RangeError('a store gives a receipt for every write');
  return E.right(receipt);
};

/** Keeps the state after the events, where they came straight after what it was folded from. */
const remember = (ask: ReadAsk, { own }: Grounds, { events }: Decided, receipt: Receipt, cache: StateCache): void => {
  if (receipt.firstRevision !== (own.revision === 'none' ? 0 : own.revision + 1)) return cache.delete(ask.stream);
  const state = events.reduce((standing, event) => apply(ask.module.decider, standing, event), own.state);
  cache.set(ask.stream, { state, revision: receipt.lastRevision });
};
