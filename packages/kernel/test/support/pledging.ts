import {
  BusinessId,
  type CommandOf,
  commandSet,
  type Decider,
  type EventOf,
  eventSet,
  type Instant,
  personal,
  SafeInteger,
  struct,
  type Upcaster,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { absurd } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';

/** The data of `PledgeMade`: 1 had yuan as text, 2 yuan as a number, 3 has fen. */
export const pledgeMadeSteps: readonly [Upcaster, Upcaster] = [
  (data) => {
    const { pledge, amount } = data as { pledge: string; amount: string };
    return { pledge, amount: Number.parseInt(amount.trim(), 10) };
  },
  (data) => {
    const { amount, ...rest } = data as { pledge: string; amount: number };
    return { ...rest, amount: amount * 100 };
  },
];

const specs = {
  BookOpened: { data: struct({ cap: SafeInteger, minimum: SafeInteger }) },
  PledgeMade: {
    data: struct({ pledge: BusinessId, amount: SafeInteger }, { pledger: personal(t.string) }),
    upcast: pledgeMadeSteps,
  },
  PledgeWithdrawn: { data: struct({ pledge: BusinessId }) },
};

export type PledgingEvent = EventOf<typeof specs>;
export const pledgingEvents = eventSet('pledging', specs);

const commandSpecs = {
  OpenBook: struct({ cap: SafeInteger, minimum: SafeInteger }),
  MakePledge: struct({ pledge: BusinessId, amount: SafeInteger }, { pledger: personal(t.string) }),
  WithdrawPledge: struct({ pledge: BusinessId }),
};

export type PledgingCommand = CommandOf<typeof commandSpecs>;
export const pledgingCommands = commandSet(commandSpecs);

export type PledgeBook =
  | { readonly phase: 'unopened' }
  | {
      readonly phase: 'open';
      readonly cap: number;
      readonly minimum: number;
      /** Invariant: the sum of `live`, never above `cap`. */
      readonly pledged: number;
      readonly live: { readonly [pledge: string]: number };
    };

export type PledgingRefusal =
  | { readonly type: 'BookAlreadyOpen' }
  | { readonly type: 'BookNotOpen' }
  | { readonly type: 'BelowMinimum'; readonly minimum: number }
  | { readonly type: 'OverCap'; readonly headroom: number };

export interface PledgingContext {
  readonly effectiveAt: Instant;
}

type Decision = E.Either<PledgingRefusal, ReadonlyArray<PledgingEvent>>;

const decide = (command: PledgingCommand, book: PledgeBook, { effectiveAt }: PledgingContext): Decision => {
  if (command.type === 'OpenBook') {
    const { cap, minimum } = command;
    if (book.phase === 'open') return E.left({ type: 'BookAlreadyOpen' });
    return E.right([{ type: 'BookOpened', data: { cap, minimum }, effectiveAt }]);
  }
  if (book.phase !== 'open') return E.left({ type: 'BookNotOpen' });

  switch (command.type) {
    case 'MakePledge': {
      const { type: _, ...data } = command;
      const standing = book.live[command.pledge];
      const headroom = book.cap - book.pledged + (standing ?? 0);
      if (standing === command.amount) return E.right([]);
      if (command.amount < book.minimum) return E.left({ type: 'BelowMinimum', minimum: book.minimum });
      if (command.amount > headroom) return E.left({ type: 'OverCap', headroom });
      const withdrawn: PledgingEvent = { type: 'PledgeWithdrawn', data: { pledge: command.pledge }, effectiveAt };
      return E.right([
        ...(standing === undefined ? [] : [withdrawn]),
        { type: 'PledgeMade', data, effectiveAt } satisfies PledgingEvent,
      ]);
    }
    case 'WithdrawPledge': {
      const { pledge } = command;
      if (book.live[pledge] === undefined) return E.right([]);
      return E.right([{ type: 'PledgeWithdrawn', data: { pledge }, effectiveAt }]);
    }
    default:
      return absurd(command);
  }
};

/** A small book of pledges: enough of a decider to show what the kernel promises of every one. */
export const pledging: Decider<PledgingCommand, PledgeBook, PledgingEvent, PledgingRefusal, PledgingContext> = {
  initial: { phase: 'unopened' },
  decide,
  evolve: (book, event) => {
    if (event.type === 'BookOpened') {
      return { phase: 'open', cap: event.data.cap, minimum: event.data.minimum, pledged: 0, live: {} };
    }
    if (book.phase !== 'open') return undefined;

    switch (event.type) {
      case 'PledgeMade':
        book.live[event.data.pledge] = event.data.amount;
        book.pledged += event.data.amount;
        return undefined;
      case 'PledgeWithdrawn':
        book.pledged -= book.live[event.data.pledge] ?? 0;
        delete book.live[event.data.pledge];
        return undefined;
      default:
        return absurd(event);
    }
  },
};
