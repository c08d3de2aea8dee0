/** The commands that rows may lead to. */
import type { CommandSet, CommandUnreadable } from '@millrace/kernel';
import {
  customerModule,
  type PeriodCommand,
  type PledgeCommand,
  periodModule,
  personModule,
  pledgeModule,
  projectModule,
  saleModule,
  unitModule,
} from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';

interface Typed {
  readonly type: string;
}

type Read = (value: unknown) => E.Either<CommandUnreadable, Typed>;

/** A recipe tells what was sworn and earned; it cuts off, settles and pays nothing. */
const OF_PERIODS: ReadonlyArray<PeriodCommand['type']> = ['OpenPeriod', 'SetTarget', 'HoldPledgeMeeting'];
const OF_PLEDGES: ReadonlyArray<PledgeCommand['type']> = ['SwearPledge', 'WithdrawPledge'];

const readers = new Map<string, Read>([
  ...readersOf(personModule.commands),
  ...readersOf(unitModule.commands),
  ...readersOf(customerModule.commands),
  ...readersOf(periodModule.commands, OF_PERIODS),
  ...readersOf(pledgeModule.commands, OF_PLEDGES),
  ...readersOf(saleModule.commands),
  ...readersOf(projectModule.commands),
]);

/** The types of the commands that a recipe may name. */
export const recipeCommands: ReadonlyArray<string> = [...readers.keys()];

/** A command with exactly its own fields. */
export const readCommand = (command: Typed): E.Either<CommandUnreadable, Typed> =>
  readers.get(command.type)?.(command) ?? E.left({ type: 'UnknownCommand', name: command.type });

function readersOf<Command extends Typed>(
  { types, read }: CommandSet<Command>,
  taken: ReadonlyArray<string> = types,
): ReadonlyArray<readonly [string, Read]> {
  return taken.map((type) => [type, read]);
}
