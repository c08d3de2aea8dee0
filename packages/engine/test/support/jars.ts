import {
  BusinessId,
  type CommandOf,
  commandSet,
  type Decider,
  type EventOf,
  eventSet,
  type Module,
  type Moment,
  personal,
  type Readable,
  SafeInteger,
  type StreamRead,
  streamId,
  streamRead,
  struct,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

const jar = BusinessId;

/** The smallest module that has everything: refusals, what is already so, other streams read, personal fields. */
const commands = {
  PutCoins: struct({ jar, coins: SafeInteger }),
  /** As many events as coins. */
  DropCoins: struct({ jar, coins: SafeInteger }),
  TakeCoins: struct({ jar, coins: SafeInteger }),
  /** Makes `jar` as full as `like`. */
  MatchJar: struct({ jar, like: BusinessId }),
  /** Out of `jar` and, coin by coin, into another that holds 70 at most. */
  PourCoins: struct({ jar, into: BusinessId, coins: SafeInteger }),
  LabelJar: struct({ jar, label: personal(t.string) }, { tags: t.readonlyArray(t.string), colour: t.string }),
};

const events = {
  CoinsPut: { data: struct({ coins: SafeInteger }) },
  CoinsTaken: { data: struct({ coins: SafeInteger }) },
  JarLabelled: { data: struct({ label: personal(t.string) }, { tags: t.readonlyArray(t.string), colour: t.string }) },
};

export type JarCommand = CommandOf<typeof commands>;
export type JarEvent = EventOf<typeof events>;
export type JarRefusal =
  | { readonly type: 'TooFewCoins'; readonly coins: number }
  | { readonly type: 'NoCoins' }
  | { readonly type: 'JarFull'; readonly coins: number };

export interface Jar {
  readonly coins: number;
  readonly label?: string;
  readonly tags?: ReadonlyArray<string>;
}

interface JarContext extends Moment {
  readonly other: Jar;
}

export const jarEvents = eventSet('jar', events);

const decide: Decider<JarCommand, Jar, JarEvent, JarRefusal, JarContext>['decide'] = (
  command,
  { coins, label },
  { effectiveAt, other },
) => {
  switch (command.type) {
    case 'PutCoins':
      if (command.coins <= 0) return E.left({ type: 'NoCoins' });
      return E.right([{ type: 'CoinsPut', data: { coins: command.coins }, effectiveAt }]);
    case 'DropCoins':
      return E.right(
        Array.from({ length: command.coins }, () => ({ type: 'CoinsPut', data: { coins: 1 }, effectiveAt })),
      );
    case 'TakeCoins':
      if (command.coins > coins) return E.left({ type: 'TooFewCoins', coins });
      return E.right([{ type: 'CoinsTaken', data: { coins: command.coins }, effectiveAt }]);
    case 'MatchJar':
      if (other.coins === coins) return E.right([]);
      return other.coins > coins
        ? E.right([{ type: 'CoinsPut', data: { coins: other.coins - coins }, effectiveAt }])
        : E.right([{ type: 'CoinsTaken', data: { coins: coins - other.coins }, effectiveAt }]);
    case 'PourCoins': {
      if (command.coins > coins) return E.left({ type: 'TooFewCoins', coins });
      if (other.coins + command.coins > 70) return E.left({ type: 'JarFull', coins: other.coins });
      const poured = Array.from(
        { length: command.coins },
        (): JarEvent => ({
          type: 'CoinsPut',
          data: { coins: 1 },
          effectiveAt,
        }),
      );
      return E.right([...poured, { type: 'CoinsTaken', data: { coins: command.coins }, effectiveAt }]);
    }
    case 'LabelJar': {
      if (command.label === label) return E.right([]);
      const { type: _, jar: __, ...data } = command;
      return E.right([{ type: 'JarLabelled', data, effectiveAt }]);
    }
  }
};

export const jars: Module<JarCommand, Jar, JarEvent, JarRefusal, JarContext> = {
  kind: 'jar',
  events: jarEvents,
  commands: commandSet(commands),
  decider: {
    initial: { coins: 0 },
    decide,
    evolve: (state, event) => {
      switch (event.type) {
        case 'CoinsPut':
          state.coins += event.data.coins;
          return undefined;
        case 'CoinsTaken':
          state.coins -= event.data.coins;
          return undefined;
        case 'JarLabelled':
          Object.assign(state, event.data);
          return undefined;
      }
    },
  },
  streamOf: (command) => streamId('jar', command.jar),
  reads: (command) => otherJarsOf(command),
  contextOf: (command, moment, { stateOf }) => {
    const [other] = otherJarsOf(command);
    return { ...moment, other: (other && stateOf(other.stream, readableJar)) ?? { coins: 0 } };
  },
  elsewhere: ({ type }, command) =>
    command.type === 'PourCoins' && type === 'CoinsPut' ? streamId('jar', command.into) : undefined,
  playbookOf: () => undefined,
};

/** The jars that a command reads. */
export const otherJarsOf = (command: JarCommand): ReadonlyArray<StreamRead> => {
  if (command.type === 'MatchJar') return [streamRead(streamId('jar', command.like), readableJar)];
  return command.type === 'PourCoins' ? [streamRead(streamId('jar', command.into), readableJar)] : [];
};

const readableJar: Readable<Jar, JarEvent> = { events: jarEvents, fold: jars.decider };
