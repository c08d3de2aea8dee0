import {
  type AppendError,
  apply,
  type CommandId,
  type CorruptHistory,
  type Envelope,
  type EventId,
  type ReadError,
  type Receipt,
  type Revision,
  type StreamId,
  type StreamRead,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import { type Decided, decideOn } from './decide.js';
import { type Answer, ownRead } from './execute.js';
import { type Grounds, gather, momentOf } from './gather.js';
import { type AnyFold, after, load } from './load.js';
import { askStore, recordedBefore } from './outcome.js';
import { send } from './settle.js';
import type { Wiring } from './wiring.js';

/** A stream as the commands so far will leave it, where everything goes as foreseen. */
export interface Standing {
  readonly fold: AnyFold;
  state: unknown;
  revision: number | 'none';
  /** The event foreseen at `revision`; absent where nothing is under way, so that it was read. */
  lastEvent: EventId | undefined;
  /** The last append to it that is under way. */
  last: Sent | undefined;
  /** A command that is executed later may yet change it: nothing more can be foreseen. */
  blocked: boolean;
  /** Events read, by command. */
  readonly commands: ReadonlyMap<CommandId, ReadonlyArray<Envelope>>;
  /** Commands whose appends are under way. */
  readonly underWay: Set<CommandId>;
  /** A part of the stream was not read now but kept from before. */
  readonly cached: boolean;
}

/** What a command came to on what was foreseen, and the appends that foresight rests on. */
export type Foreseen = Answered | Sent | { readonly type: 'Later' };

export interface Answered {
  readonly type: 'Answered';
  readonly answer: Answer;
  readonly restsOn: ReadonlyArray<Sent>;
}

/** An append that did not wait for those before it. */
export interface Sent {
  readonly type: 'Sent';
  readonly decided: Decided;
  /** Where its events will stand, if all goes as foreseen. */
  readonly firstRevision: Revision;
  readonly restsOn: ReadonlyArray<Sent>;
  readonly receipt: Promise<E.Either<AppendError, Receipt>>;
}

/** An answer that rests on no other. */
export const answered = (answer: Answer): Answered => ({ type: 'Answered', answer, restsOn: [] });

/**
 * Decides on the states as the commands before will leave them, and sends the append; or says that
 * it is to be executed later, when everything before it is settled.
 */
export const foresee = async (ask: ReadAsk, streams: Map<StreamId, Standing>, wiring: Wiring): Promise<Foreseen> => {
  const { module, commandId } = ask;
  const own = await standingOf(ownRead(module, ask.stream), streams, wiring);
  if (E.isLeft(own)) return answered(own);
  const moment = momentOf(ask, wiring);
  const gathered = await gather(ask, moment, own.right, (read) => standingOf(read, streams, wiring));
  if (E.isLeft(gathered)) return answered(gathered);

  const others = [...gathered.right.others.values()];
  if (own.right.blocked || own.right.underWay.has(commandId) || others.some(({ blocked }) => blocked)) {
    own.right.blocked = true;
    return { type: 'Later' };
  }
  const before = own.right.commands.get(commandId);
  if (before !== undefined) return answered(recordedBefore(ask, before));
  const kept = own.right.cached ? await askStore(wiring.store, ask) : undefined;
  return kept === undefined ? foreseeOn(ask, gathered.right, wiring) : answered(kept);
};

const foreseeOn = (ask: ReadAsk, grounds: Grounds<Standing>, wiring: Wiring): Foreseen => {
  const { own, others } = grounds;
  const restsOn = [own, ...others.values()].flatMap(({ last }) => last ?? []);
  const decision = decideOn(ask, grounds, wiring);
  if (E.isLeft(decision)) return { type: 'Answered', answer: decision, restsOn };
  const decided = decision.right;
  if (decided === undefined) return { type: 'Answered', answer: E.right({ type: 'AlreadySo' }), restsOn };

  const firstRevision = after(own.revision);
  const receipt = send(decided.append, wiring.store);
  const sent: Sent = { type: 'Sent', decided, firstRevision, restsOn, receipt };
  own.state = decided.events.reduce((state, event) => apply(own.fold, state, event), own.state);
  own.revision = firstRevision + decided.events.length - 1;
  own.lastEvent = decided.encoded.at(-1)?.id;
  own.last = sent;
  own.underWay.add(ask.commandId);
  return sent;
};

const standingOf = async (
  read: StreamRead,
  streams: Map<StreamId, Standing>,
  { store, cache }: Wiring,
): Promise<E.Either<ReadError | CorruptHistory, Standing>> => {
  const { fold } = read.of;
  const standing = streams.get(read.stream);
  if (standing !== undefined) {
    if (standing.fold.evolve !== fold.evolve) standing.blocked = true;
    return E.right(standing);
  }
  const commands = new Map<CommandId, Array<Envelope>>();
  const known = cache.get(read.stream, fold);
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
    blocked: false,
    commands,
    underWay: new Set(),
    cached: known !== undefined,
  };
  streams.set(read.stream, fresh);
  return E.right(fresh);
};
