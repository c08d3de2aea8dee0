import {
  apply,
  type CommandId,
  type CorruptHistory,
  type Envelope,
  type ReadError,
  type StreamId,
  type StreamRead,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { StateCache } from './cache.js';
import { type Decided, decideOn } from './decide.js';
import type { ExecuteError } from './errors.js';
import { executeOne, ownRead } from './execute.js';
import { load } from './load.js';
import { askStore, type Outcome, recorded, recordedBefore } from './outcome.js';
import type { Wiring } from './wiring.js';

type Answer = E.Either<ExecuteError, Outcome>;

/** A stream as the commands so far will leave it. */
interface Standing {
  state: unknown;
  revision: number | 'none';
  /** Events read, by command. */
  readonly commands: ReadonlyMap<CommandId, ReadonlyArray<Envelope>>;
  /** Commands of this batch whose appends are under way. */
  readonly underWay: Set<CommandId>;
  readonly cached: boolean;
}

/** What a command came to before its append was answered. */
type Pending =
  | { readonly type: 'Answered'; readonly answer: Answer }
  /** To be executed singly, when the appends under way are answered. */
  | { readonly type: 'Later' }
  | {
      readonly type: 'Appended';
      readonly decided: Decided;
      readonly receipts: ReturnType<ReturnType<Wiring['store']['append']>>;
    };

/**
 * Executes commands in order, each on what the earlier ones lead to, their appends issued without
 * waiting for each other: a store that groups commits writes many in one transaction.
 *
 * What conflicts, because another process wrote meanwhile, is executed singly afterwards, in order.
 * A kill leaves a prefix of the appends.
 */
export const executeMany = async (
  asks: ReadonlyArray<E.Either<ExecuteError, ReadAsk>>,
  wiring: Wiring,
  cache: StateCache,
): Promise<ReadonlyArray<Answer>> => {
  const streams = new Map<StreamId, Standing>();
  const pending: Array<Pending> = [];
  for (const ask of asks) {
    pending.push(
      E.isLeft(ask) ? { type: 'Answered', answer: ask } : await decideAhead(ask.right, streams, wiring, cache),
    );
  }

  const answers: Array<Answer | undefined> = [];
  for (const one of pending) answers.push(await settle(one));
  const asForeseen = pending.every(
    (one, i) => one.type !== 'Appended' || (answers[i] !== undefined && E.isRight(answers[i])),
  );
  for (const [stream, standing] of streams) {
    if (asForeseen) cache.set(stream, standing);
    else cache.delete(stream);
  }

  const settled: Array<Answer> = [];
  for (const [i, ask] of asks.entries()) {
    const answer = answers[i];
    settled.push(answer ?? (E.isLeft(ask) ? ask : await executeOne(ask.right, wiring, cache)));
  }
  return settled;
};

/** Decides on the states as the commands before it will leave them, and issues the append. */
const decideAhead = async (
  ask: ReadAsk,
  streams: Map<StreamId, Standing>,
  wiring: Wiring,
  cache: StateCache,
): Promise<Pending> => {
  const { module, command, commandId } = ask;
  const standings: Array<Standing> = [];
  for (const read of [ownRead(module, ask.stream), ...module.reads(command)]) {
    const standing = E.fromNullable(undefined)(streams.get(read.stream));
    const loaded = E.isRight(standing) ? standing : await standingOf(read, wiring, cache);
    if (E.isLeft(loaded)) return { type: 'Answered', answer: loaded };
    streams.set(read.stream, loaded.right);
    standings.push(loaded.right);
  }
  const [own, ...others] = standings;
  if (own === undefined) throw new RangeError('a command has a stream of its own');

  if (own.underWay.has(commandId)) return { type: 'Later' };
  const before = own.commands.get(commandId);
  if (before !== undefined) return { type: 'Answered', answer: recordedBefore(ask, before) };
  const kept = own.cached ? await askStore(wiring.store, ask) : undefined;
  if (kept !== undefined) return { type: 'Answered', answer: kept };

  const decision = decideOn(ask, { own, others }, wiring);
  if (E.isLeft(decision)) return { type: 'Answered', answer: decision };
  const decided = decision.right;
  if (decided === undefined) return { type: 'Answered', answer: E.right({ type: 'AlreadySo' }) };

  const receipts = wiring.store.append(decided.append)();
  own.state = decided.events.reduce((state, event) => apply(module.decider, state, event), own.state);
  own.revision = (own.revision === 'none' ? -1 : own.revision) + decided.events.length;
  own.underWay.add(commandId);
  return { type: 'Appended', decided, receipts };
};

const standingOf = async (
  read: StreamRead,
  { store }: Wiring,
  cache: StateCache,
): Promise<E.Either<ReadError | CorruptHistory, Standing>> => {
  const commands = new Map<CommandId, Array<Envelope>>();
  const known = cache.get(read.stream);
  const loaded = await load(store, read, known, (envelope) => {
    const events = commands.get(envelope.meta.commandId) ?? [];
    events.push(envelope);
    commands.set(envelope.meta.commandId, events);
  })();
  return E.map(
    (standing: { state: unknown; revision: number | 'none' }): Standing => ({
      ...standing,
      commands,
      underWay: new Set(),
      cached: known !== undefined,
    }),
  )(loaded);
};

/** The answer of a command, or nothing where it is to be executed anew. */
const settle = async (pending: Pending): Promise<Answer | undefined> => {
  if (pending.type === 'Answered') return pending.answer;
  if (pending.type === 'Later') return undefined;
  const receipts = await pending.receipts;
  if (E.isLeft(receipts)) {
    const { left } = receipts;
    return left.type === 'Conflict' || left.type === 'OutcomeUnknown' ? undefined : E.left(left);
  }
  const [receipt] = receipts.right;
  if (receipt === undefined) throw new RangeError('a store gives a receipt for every write');
  return E.right(recorded(pending.decided, receipt));
};
