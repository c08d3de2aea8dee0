import { type Ask, createEngine, type Engine, type EngineOptions, memoryStore, type Outcome } from '@millrace/engine';
import { type Envelope, type EventStore, type Instant, openStored, type StreamId, type Tenant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { expect } from 'vitest';
import { type JarCommand, jars } from './jars.js';

/** A clock that stands still until it is set. */
export const NOW = '2026-11-24T09:00:00.000Z' as Instant;

const acme = 'acme' as Tenant;

/** An empty store in memory. */
export const emptyStore = (): EventStore => memoryStore({ clock: () => NOW }).tenant(acme);

/** An engine of jars. */
export const jarEngine = (store: EventStore, options: Partial<EngineOptions> = {}): Engine =>
  createEngine({ store, modules: [jars], clock: () => NOW, ...options });

/** The command id of a number. */
export const id = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

let asked = 0;

/** An ask by Ada, under an id of its own where none is given. */
export const ask = (command: object, rest: Partial<Ask> = {}): Ask => {
  asked += 1;
  return {
    command: command as Ask['command'],
    commandId: id(1_000_000 + asked),
    actor: 'operator',
    role: 'operator',
    ...rest,
  };
};

const jar = (name: string): JarCommand['jar'] => name as JarCommand['jar'];
export const put = (name: string, coins: number): JarCommand => ({ type: 'PutCoins', jar: jar(name), coins });
export const drop = (name: string, coins: number): JarCommand => ({ type: 'DropCoins', jar: jar(name), coins });
export const take = (name: string, coins: number): JarCommand => ({ type: 'TakeCoins', jar: jar(name), coins });
export const match = (name: string, like: string): JarCommand => ({
  type: 'MatchJar',
  jar: jar(name),
  like: jar(like),
});
export const pour = (name: string, into: string, coins: number): JarCommand => ({
  type: 'PourCoins',
  jar: jar(name),
  into: jar(into),
  coins,
});
export const label = (name: string, text: string): JarCommand => ({ type: 'LabelJar', jar: jar(name), label: text });

export const jarStream = (name: string): StreamId => `jar-${name}` as StreamId;

/** The value of a right. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isRight(either)) return either.right;
  return expect.unreachable(JSON.stringify(either.left));
};

/** The value of a left. */
export const left = <L>(either: E.Either<L, unknown>): L => {
  if (E.isLeft(either)) return either.left;
  return expect.unreachable(JSON.stringify(either.right));
};

/** The outcome of something that was recorded, now or before. */
export const done = (either: E.Either<unknown, Outcome>): Exclude<Outcome, { readonly type: 'AlreadySo' }> => {
  const outcome = right(either);
  return outcome.type === 'AlreadySo' ? expect.unreachable('it was already so') : outcome;
};

/** Everything a store holds, in order. */
export const logOf = async (store: EventStore): Promise<ReadonlyArray<Envelope>> =>
  right(await store.readAll(0, 10_000)()).events.map((stored) => right(openStored(stored)));

/** What the log says in one line an event: `a +5`. */
export const lines = async (store: EventStore): Promise<ReadonlyArray<string>> =>
  (await logOf(store)).map(({ stream, type, data }) => {
    const { coins } = data as { readonly coins?: number };
    return `${stream.slice(4)} ${type === 'CoinsPut' ? '+' : type === 'CoinsTaken' ? '-' : type}${coins ?? ''}`;
  });
