import { type Ask, type Clock, createEngine, type Engine } from '@millrace/engine';
import {
  type CommandOf,
  commandSet,
  type EventOf,
  type EventStore,
  eventSet,
  type Instant,
  type Module,
  type Readable,
  streamId,
  streamRead,
  struct,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

const account = t.string;
const amount = t.number;

const commands = {
  Deposit: struct({ account, amount }),
  /** Writes both accounts. */
  Transfer: struct({ account, to: account, amount }),
};
const events = { Deposited: { data: struct({ amount }) }, Withdrawn: { data: struct({ amount }) } };

export type AccountCommand = CommandOf<typeof commands>;
type AccountEvent = EventOf<typeof events>;
interface Account {
  readonly balance: number;
}

const accountEvents = eventSet('account', events);
const streamOf = (id: string) => streamId('account', id);

const readable: Readable<Account, AccountEvent> = {
  events: accountEvents,
  fold: {
    initial: { balance: 0 },
    evolve: (state, { type, data }) => {
      state.balance += type === 'Deposited' ? data.amount : -data.amount;
      return undefined;
    },
  },
};

const accounts: Module<
  AccountCommand,
  Account,
  AccountEvent,
  { readonly type: 'Overdrawn' },
  { readonly effectiveAt: Instant }
> = {
  kind: 'account',
  events: accountEvents,
  commands: commandSet(commands),
  decider: {
    ...readable.fold,
    decide: ({ type, amount }, { balance }, { effectiveAt }) => {
      const deposited: AccountEvent = { type: 'Deposited', data: { amount }, effectiveAt };
      if (type === 'Deposit') return E.right([deposited]);
      if (amount > balance) return E.left({ type: 'Overdrawn' });
      return E.right([{ type: 'Withdrawn', data: { amount }, effectiveAt }, deposited]);
    },
  },
  streamOf: (command) => streamOf(command.account),
  reads: (command) => (command.type === 'Transfer' ? [streamRead(streamOf(command.to), readable)] : []),
  contextOf: (_, moment) => moment,
  elsewhere: ({ type }, command) =>
    command.type === 'Transfer' && type === 'Deposited' ? streamOf(command.to) : undefined,
  playbookOf: () => undefined,
};

/** An engine of accounts. */
export const bank = (store: EventStore, clock: Clock, cachedStates: number): Engine =>
  createEngine({ store, modules: [accounts], clock, cachedStates });

/** Asks for commands, each under the id of its place. */
export const asksFor = (commands: ReadonlyArray<AccountCommand>): ReadonlyArray<Ask> =>
  commands.map((command, i) => ({
    command,
    commandId: `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`,
    actor: 'operator',
    role: 'operator',
  }));
