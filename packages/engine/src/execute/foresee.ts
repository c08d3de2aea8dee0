import type {
  AppendError,
  CommandId,
  CorruptHistory,
  Envelope,
  EventId,
  ReadError,
  Receipt,
  Revision,
  StreamId,
  StreamRead,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import { type Decided, decideOn } from './decide.js';
import { type Answer, ownRead } from './execute.js';
import { type AnyFold, after, carryOn, load } from './load.js';
import { askStore, recordedBefore } from './outcome.js';
import { send } from './settle.js';
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
  readonly decided: Decided;
  /** Where its events will stand, if all goes as foreseen. */
  readonly firstRevision: Revision;
  readonly restsOn: ReadonlyArray<Sent>;
  readonly receipt: Promise<E.Either<AppendError, Receipt>>;
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
  const { module, command, commandId } = ask;
  const standings: Array<Standing> = [];
  for (const read of [ownRead(module, ask.stream), ...module.reads(command)]) {
    const standing = standingIn(streams, read) ?? (await standingOf(read, streams, wiring));
    if (E.isLeft(standing)) return answered(standing);
    standings.push(standing.right);
  }
  const [own, ...others] = standings as [Standing, ...ReadonlyArray<Standing>];

  const uncertain = standings.some((standing) => standing.uncertain);
  if (uncertain || own.underWay.has(commandId)) return { type: 'Unforeseen' };
  const before = own.commands.get(commandId);
  if (before !== undefined) return answered(recordedBefore(ask, before));
  const kept = own.cached ? await askStore(wiring.store, ask) : undefined;
  return kept === undefined ? foreseeOn(ask, own, others, wiring) : answered(kept);
};

const foreseeOn = (ask: ReadAsk, own: Standing, others: ReadonlyArray<Standing>, wiring: Wiring): Foreseen => {
  const restsOn = [own, ...others].flatMap(({ last }) => last ?? []);
  const decision = decideOn(ask, { own, others }, wiring);
  if (E.isLeft(decision) || decision.right === undefined) {
    // Executed anew, it may write after all: what follows in its stream must not be sent before that.
    own.uncertain = others.some((other) => other !== own && other.last !== undefined);
    return { type: 'Answered', answer: E.isLeft(decision) ? decision : E.right({ type: 'AlreadySo' }), restsOn };
  }
  const decided = decision.right;
  const firstRevision = after(own.revision);
  const receipt = send(decided.append, wiring.store);
  const sent: Sent = { type: 'Sent', decided, firstRevision, restsOn, receipt };
  own.state = carryOn(own.fold, own.state, decided.events);
  own.revision = firstRevision + decided.events.length - 1;
  own.lastEvent = decided.encoded.at(-1)?.id;
  own.last = sent;
  own.underWay.add(ask.commandId);
  return sent;
};

const standingIn = (
  streams: ReadonlyMap<StreamId, Standing>,
  { stream, of: { fold } }: StreamRead,
): E.Either<never, Standing> | undefined => {
  const standing = streams.get(stream);
  if (standing === undefined) return undefined;
  if (standing.fold !== fold) standing.uncertain = true;
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
