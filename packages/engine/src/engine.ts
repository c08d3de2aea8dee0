import type { DomainEvent, EventSet, EventStore, Sha256 } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Task } from 'fp-ts/lib/Task.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Clock, systemClock } from './clock.js';
import { type Ask, readAsk } from './execute/ask.js';
import { stateCache } from './execute/cache.js';
import type { ExecuteError } from './execute/errors.js';
import { executeOne } from './execute/execute.js';
import { executeMany } from './execute/execute-all.js';
import type { Outcome } from './execute/outcome.js';
import { turns } from './execute/turns.js';
import { type RegisteredModule, wire } from './execute/wiring.js';
import { sha256 as nodeSha256 } from './sha256.js';

export interface EngineOptions {
  readonly store: EventStore;
  /** What may happen: one line a module. */
  readonly modules: ReadonlyArray<RegisteredModule>;
  readonly clock?: Clock;
  readonly sha256?: Sha256;
  /** Folded states kept in memory, in streams; 2,000 when left out. */
  readonly cachedStates?: number;
}

/** Runs commands through their deciders and onto a store. */
export interface Engine {
  readonly store: EventStore;
  /** The events of every registered kind of stream, by kind. */
  readonly eventsOf: ReadonlyMap<string, EventSet<DomainEvent<string, unknown>>>;
  /**
   * Load, decide, append; a lost race is decided anew on what won. Commands of one stream that are
   * asked side by side take turns.
   *
   * The same command id twice in a stream gives the first receipt, whoever asks again; for another
   * command, or another effective time, it is refused. A refusal and what is already so leave no
   * record: the same id asked again is decided anew.
   */
  readonly execute: (ask: Ask) => TaskEither<ExecuteError, Outcome>;
  /**
   * {@link Engine.execute} for many commands, in order, each on what the earlier ones lead to; their
   * appends may share transactions. A refused one hinders none of the others. After a fault of the
   * store nothing more is executed, and the whole batch may be asked again.
   */
  readonly executeAll: (asks: ReadonlyArray<Ask>) => Task<ReadonlyArray<E.Either<ExecuteError, Outcome>>>;
}

const CACHED_STATES = 2_000;

/** Makes an engine. @throws RangeError where two modules share a command type or a stream kind. */
export const createEngine = ({
  store,
  modules,
  clock = systemClock,
  sha256 = nodeSha256,
  cachedStates = CACHED_STATES,
}: EngineOptions): Engine => {
  const cache = stateCache(cachedStates);
  const wiring = wire(modules, { store, clock, sha256, cache, turns: turns(), attempts: turns() });
  return {
    store,
    eventsOf: wiring.eventsOf,
    execute: (ask) => async () => {
      const read = readAsk(ask, wiring);
      return E.isLeft(read) ? read : executeOne(read.right, wiring);
    },
    executeAll: (asks) => () =>
      executeMany(
        asks.map((ask) => readAsk(ask, wiring)),
        wiring,
      ),
  };
};
