import type {
  Append,
  Conflict,
  CorruptHistory,
  Envelope,
  EventStore,
  ReadError,
  StreamId,
  StreamRead,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import { askStore, recordedBefore } from './before.js';
import type { StateCache } from './cache.js';
import { type Decided, decideOn } from './decide.js';
import type { CommandReused, ExecuteError } from './errors.js';
import { type Grounds, gather, momentOf } from './gather.js';
import { carryOn, load } from './load.js';
import { type Outcome, recorded } from './outcome.js';
import { appendSettled, type Receipts } from './settle.js';
import type { AnyModule, Wiring } from './wiring.js';

/** What a command came to. */
export type Answer = E.Either<ExecuteError, Outcome>;

/** How often a lost race is run again before the caller is told. */
const ATTEMPTS = 20;

/**
 * Load, decide, append; a lost race is decided anew on what won, in a turn of the stream where it was lost:
 * that stream's own commands, and others that lost a race there, wait meanwhile. An attempt waits for no
 * other attempt while it runs, so no two wait for each other.
 */
export const executeOne = (ask: ReadAsk, wiring: Wiring): Promise<Answer> =>
  wiring.turns.take(ask.stream, async () => {
    let contended = ask.stream;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const answer = await wiring.attempts.take(contended, () => attemptOnce(ask, wiring));
      if (answer._tag !== 'Lost') return answer;
      contended = answer.stream;
    }
    return E.left({ type: 'Contended', stream: ask.stream, attempts: ATTEMPTS });
  });

/** A race that was lost, and the stream where. */
interface Lost {
  readonly _tag: 'Lost';
  readonly stream: StreamId;
}

const attemptOnce = async (ask: ReadAsk, wiring: Wiring): Promise<Answer | Lost> => {
  const grounds = await groundsOf(ask, wiring);
  if (E.isLeft(grounds)) return grounds;
  const before = await findBefore(ask, grounds.right, wiring);
  if (before !== undefined) return before;

  const decided = decideOn(ask, grounds.right, wiring);
  if (E.isLeft(decided)) return decided;
  if (decided.right === undefined) return E.right({ type: 'AlreadySo' });

  const { append } = decided.right;
  const receipts = await appendSettled(append, wiring.store);
  if (E.isLeft(receipts)) {
    if (receipts.left.type !== 'Conflict') return E.left(receipts.left);
    forget(receipts.left, wiring.cache);
    const { stream } = receipts.left;
    return (await reusedElsewhere(receipts.left, ask, append, wiring.store)) ?? { _tag: 'Lost', stream };
  }
  remember(decided.right, receipts.right, wiring.cache);
  return E.right(recorded(decided.right, receipts.right));
};

interface Loadings extends Grounds {
  /** The events of this very command, where it was recorded before and read now. */
  readonly ofCommand: ReadonlyArray<Envelope>;
  /** A part of the command's stream was not read now but kept from before. */
  readonly cached: boolean;
}

/** Loads the command's own stream and the streams it reads. */
const groundsOf = async (ask: ReadAsk, wiring: Wiring): Promise<E.Either<ReadError | CorruptHistory, Loadings>> => {
  const { module, stream, commandId } = ask;
  const { store, cache } = wiring;
  const moment = momentOf(ask, wiring);
  const ofCommand: Array<Envelope> = [];
  const seen = (envelope: Envelope): void => {
    if (envelope.meta.commandId === commandId) ofCommand.push(envelope);
  };
  const known = cache.get(stream, module.decider);
  const own = await load(store, ownRead(module, stream), known, seen);
  if (E.isLeft(own)) return own;
  cache.set(own.right);

  const grounds = await gather(ask, moment, own.right, async (read) => {
    const other = await load(store, read, cache.get(read.stream, read.of.fold), unseen);
    if (E.isRight(other)) cache.set(other.right);
    return other;
  });
  if (E.isLeft(grounds)) return grounds;
  return E.right({ ...grounds.right, ofCommand, cached: known !== undefined });
};

const unseen = (): void => undefined;

/** The reading of a command's own stream. */
export const ownRead = ({ events, decider }: AnyModule, stream: StreamId): StreamRead => ({
  stream,
  of: { events, fold: decider },
});

/** Whether the command was recorded before: in what was just read, or in what a kept state spared reading. */
const findBefore = async (
  ask: ReadAsk,
  { ofCommand, cached }: Loadings,
  { store }: Wiring,
): Promise<Answer | undefined> => {
  if (ofCommand.length > 0) return recordedBefore(store, ask, ofCommand);
  return cached ? askStore(store, ask) : undefined;
};

/**
 * Whether a race was lost for good: the command's id was used before in another stream that it writes,
 * and not by itself, or its own stream would know it.
 */
const reusedElsewhere = async (
  { stream }: Conflict,
  { commandId, stream: own }: ReadAsk,
  { writes }: Append,
  store: EventStore,
): Promise<E.Either<ReadError | CommandReused, never> | undefined> => {
  if (stream === own || !writes.some((write) => write.stream === stream)) return undefined;
  const there = await store.receiptOf(stream, commandId)();
  if (E.isLeft(there)) return there;
  if (there.right._tag === 'None') return undefined;
  const here = await store.receiptOf(own, commandId)();
  if (E.isLeft(here)) return here;
  return here.right._tag === 'Some' ? undefined : E.left({ type: 'CommandReused', commandId, stream });
};

/** Keeps the states after the events, where those came straight after what each was folded from. */
const remember = ({ parts }: Decided, receipts: Receipts, cache: StateCache): void => {
  for (const [i, { on, firstRevision, events }] of parts.entries()) {
    const receipt = receipts[i];
    if (receipt?.firstRevision !== firstRevision) continue;
    cache.set({ ...on, state: carryOn(on.fold, on.state, events), revision: receipt.lastRevision });
  }
};

/** Drops a state that knows more than the store does: somebody put an older backup back. @source trust.md REL-16 */
const forget = ({ stream, expected, actual }: Conflict, cache: StateCache): void => {
  if (actual === 'none' || (typeof expected === 'number' && actual < expected)) cache.delete(stream);
};
