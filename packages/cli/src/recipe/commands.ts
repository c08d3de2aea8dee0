/** The commands that rows may lead to. */
import type { CommandUnreadable } from '@millrace/kernel';
import { type SalesCommand, salesModules } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';

interface Typed {
  readonly type: string;
}

type Read = (value: unknown) => E.Either<CommandUnreadable, Typed>;

/** A recipe tells what was sworn and earned; it cuts off, settles, pays and shows nothing, and names its playbook. */
const NAMED: { readonly [kind: string]: ReadonlyArray<SalesCommand['type']> } = {
  playbook: [],
  period: ['OpenPeriod', 'SetTarget', 'HoldPledgeMeeting'],
  pledge: ['SwearPledge', 'WithdrawPledge'],
  board: [],
};

const readers = new Map(
  salesModules.flatMap(({ kind, commands: { types, read } }) =>
    (NAMED[kind] ?? types).map((type): readonly [string, Read] => [type, read]),
  ),
);

/** The types of the commands that a recipe may name. */
export const recipeCommands: ReadonlyArray<string> = [...readers.keys()];

/** A command with exactly its own fields. */
export const readCommand = (command: Typed): E.Either<CommandUnreadable, Typed> =>
  readers.get(command.type)?.(command) ?? E.left({ type: 'UnknownCommand', name: command.type });
