import type { Conflict, CorruptHistory, Envelope, ReadError, Receipt, StreamId, StreamRead } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { StateCache } from './cache.js';
import { type Decided, decideOn } from './decide.js';
import type { ExecuteError } from './errors.js';
import { type Grounds, gather, momentOf } from './gather.js';
import { after, carryOn, load } from './load.js';
import { askStore, type Outcome, recorded, recordedBefore } from './outcome.js';
import { appendSettled } from './settle.js';
import type { AnyModule, Wiring } from './wiring.js';

/** What a command came to. */
export type Answer = E.Either<ExecuteError, Outcome>;

/** How often a lost race is run again before the caller is told. */
const ATTEMPTS = 20;

/** Load, decide, append; a lost race is decided anew on what won. */
export const executeOne = (ask: ReadAsk, wiring: Wiring): Promise<Answer> =>
  wiring.turns.take(ask.stream, async () => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const answer = await attemptOnce(ask, wiring);
      if (answer !== 'lost') return answer;
    }
    return E.left({ type: 'Contended', stream: ask.stream, attempts: ATTEMPTS });
  });

const attemptOnce = async (ask: ReadAsk, wiring: Wiring): Promise<Answer | 'lost'> => {
  const grounds = await groundsOf(ask, wiring);
  if (E.isLeft(grounds)) return grounds;
  const before = await findBefore(ask, grounds.right, wiring);
  if (before !== undefined) return before;

  const decided = decideOn(ask, grounds.right, wiring);
  if (E.isLeft(decided)) return decided;
  if (decided.right === undefined) return E.right({ type: 'AlreadySo' });

  const receipt = await appendSettled(decided.right.append, wiring.store);
  if (E.isLeft(receipt)) {
    if (receipt.left.type !== 'Conflict') return E.left(receipt.left);
    forget(receipt.left, wiring.cache);
    return 'lost';
  }
  remember(grounds.right, decided.right, receipt.right, wiring.cache);
  return E.right(recorded(decided.right, receipt.right));
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
  if (ofCommand.length > 0) return recordedBefore(ask, ofCommand);
  return cached ? askStore(store, ask) : undefined;
};

/** Keeps the state after the events, where they came straight after what it was folded from. */
const remember = ({ own }: Grounds, { events }: Decided, receipt: Receipt, cache: StateCache): void => {
  if (receipt.firstRevision !== after(own.revision)) return;
  cache.set({ ...own, state: carryOn(own.fold, own.state, events), revision: receipt.lastRevision });
};

/** Drops a state that knows more than the store does: somebody put an older backup back. @source trust.md REL-16 */
const forget = ({ stream, expected, actual }: Conflict, cache: StateCache): void => {
  if (actual === 'none' || (typeof expected === 'number' && actual < expected)) cache.delete(stream);
};
