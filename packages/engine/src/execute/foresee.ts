import type { CommandId, CorruptHistory, Envelope, EventId, ReadError, StreamId, StreamRead } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import { askStore, recordedBefore } from './before.js';
import { type Decided, decideOn } from './decide.js';
import { type Answer, ownRead } from './execute.js';
import { type Grounds, gather, momentOf } from './gather.js';
import { type AnyFold, carryOn, load } from './load.js';
import { writable } from './parts.js';
import { type Appended, send } from './settle.js';
import type { Wiring } from './wiring.js';

/** A stream as the commands so far will leave it, where everything goes as foreseen. */
export interface Standing {
  readonly stream: StreamId;
  readonly fold: AnyFold;
  state: unknown;
  revision: number | 'none';
  /** The event foreseen at `revision`; absent where nothing is under way, so that it was read. */
  lastEvent: EventId | undefined;
  /** The last append to it that is under way. */
  last: Sent | undefined;
  /** What it will be depends on how those before end. */
  uncertain: boolean;
  /** Events read, by command. */
  readonly commands: ReadonlyMap<CommandId, ReadonlyArray<Envelope>>;
  /** Commands whose appends are under way. */
  readonly underWay: Set<CommandId>;
  /** A part of the stream was not read now but kept from before. */
  readonly cached: boolean;
}

/** What a command came to on what was foreseen, and the appends that foresight rests on. */
export type Foreseen = Answered | Sent | Unforeseen;

interface Answered {
  readonly type: 'Answered';
  readonly answer: Answer;
  readonly restsOn: ReadonlyArray<Sent>;
}

/** An append that did not wait for those before it. */
export interface Sent {
  readonly type: 'Sent';
  readonly decided: Decided<Standing>;
  readonly restsOn: ReadonlyArray<Sent>;
  readonly receipts: Promise<Appended>;
}

/** What it will come to depends on how those before it end. */
interface Unforeseen {
  readonly type: 'Unforeseen';
}

/** An answer that rests on no other. */
export const answered = (answer: Answer): Answered => ({ type: 'Answered', answer, restsOn: [] });

/**
 * Decides on the states as the commands before will leave them, and sends the append; or leaves it,
 * where that cannot be foreseen, until everything before it is settled.
 */
export const foresee = async (ask: ReadAsk, streams: Map<StreamId, Standing>, wiring: Wiring): Promise<Foreseen> => {
  const { module, commandId } = ask;
  const own = await standingIn(streams, ownRead(module, ask.stream), wiring);
  if (E.isLeft(own)) return answered(own);
  const gathered = await gather(ask, momentOf(ask, wiring), own.right, (read) => standingIn(streams, read, wiring));
  if (E.isLeft(gathered)) return answered(gathered);

  const uncertain = [own.right, ...gathered.right.others.values()].some((standing) => standing.uncertain);
  if (uncertain || own.right.underWay.has(commandId)) return { type: 'Unforeseen' };
  const before = own.right.commands.get(commandId);
  if (before !== undefined) return answered(await recordedBefore(wiring.store, ask, before));
  const kept = own.right.cached ? await askStore(wiring.store, ask) : undefined;
  return kept === undefined ? foreseeOn(ask, gathered.right, wiring) : answered(kept);
};

const foreseeOn = (ask: ReadAsk, grounds: Grounds<Standing>, wiring: Wiring): Foreseen => {
  const { own } = grounds;
  const all = [own, ...grounds.others.values()];
  const restsOn = all.flatMap(({ last }) => last ?? []);
  const decision = decideOn(ask, grounds, wiring);
  if (E.isLeft(decision) || decision.right === undefined) {
    // Executed anew, it may write after all: what follows in such a stream must not be sent before that.
    for (const standing of writable(ask.module, grounds)) {
      standing.uncertain = all.some(({ last }) => last !== undefined && last !== standing.last);
    }
    return { type: 'Answered', answer: E.isLeft(decision) ? decision : E.right({ type: 'AlreadySo' }), restsOn };
  }
  const decided = decision.right;
  const sent: Sent = { type: 'Sent', decided, restsOn, receipts: send(decided.append, wiring.store) };
  // The same holds for a stream that it may write to when it is executed anew, and does not write to now.
  for (const standing of writable(ask.module, grounds)) standing.uncertain = true;
  for (const { on, firstRevision, events, encoded } of decided.parts) {
    on.state = carryOn(on.fold, on.state, events);
    on.revision = firstRevision + events.length - 1;
    on.lastEvent = encoded.at(-1)?.id;
    on.last = sent;
    on.uncertain = false;
    on.underWay.add(ask.commandId);
  }
  return sent;
};

/** The standing of a stream: as what was decided before leaves it, else as read. */
const standingIn = async (streams: Map<StreamId, Standing>, read: StreamRead, wiring: Wiring) => {
  const standing = streams.get(read.stream);
  if (standing === undefined) return standingOf(read, streams, wiring);
  if (standing.fold.evolve !== read.of.fold.evolve) standing.uncertain = true;
  return E.right(standing);
};

const standingOf = async (
  read: StreamRead,
  streams: Map<StreamId, Standing>,
  { store, cache }: Wiring,
): Promise<E.Either<ReadError | CorruptHistory, Standing>> => {
  const commands = new Map<CommandId, Array<Envelope>>();
  const known = cache.get(read.stream, read.of.fold);
  const loaded = await load(store, read, known, (envelope) => {
    const events = commands.get(envelope.meta.commandId);
    if (events === undefined) commands.set(envelope.meta.commandId, [envelope]);
    else events.push(envelope);
  });
  if (E.isLeft(loaded)) return loaded;
  const fresh: Standing = {
    ...loaded.right,
    lastEvent: undefined,
    last: undefined,
    uncertain: false,
    commands,
    underWay: new Set(),
    cached: known !== undefined,
  };
  streams.set(read.stream, fresh);
  return E.right(fresh);
};
