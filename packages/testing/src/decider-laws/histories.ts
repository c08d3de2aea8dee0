import type { DomainEvent } from '@millrace/kernel';
import fc from 'fast-check';
import type { HistoryOptions } from './options.js';
import { type Drawn, eventsOf, walk } from './walk.js';

type Drawing<Command> = {
  readonly commands: fc.Arbitrary<Command>;
  readonly opening?: fc.Arbitrary<ReadonlyArray<Command>>;
  readonly length?: number;
};

/** The commands of a walk, opening included, as the generator draws them. */
export const drawnCommands = <Command>({
  commands,
  opening = fc.constant([]),
  length = 20,
}: Drawing<Command>): fc.Arbitrary<ReadonlyArray<Drawn<Command>>> => {
  const roll = fc.nat({ max: 2 ** 31 - 1 });
  const drawn = fc.array(fc.record({ command: commands, roll }), { maxLength: length, size: 'max' });
  return fc.tuple(opening, drawn).map(([first, rest]) => [...first.map((command) => ({ command, roll: 0 })), ...rest]);
};

/** Histories by commands through the real `decide`: for tests of what is built on a decider's events. */
export const histories = <
  Command extends { readonly type: string },
  State,
  Event extends DomainEvent<string, unknown>,
  Refusal extends { readonly type: string },
  Context,
>(
  options: HistoryOptions<Command, State, Event, Refusal, Context>,
): fc.Arbitrary<ReadonlyArray<Event>> =>
  drawnCommands(options).map((drawn) => eventsOf(walk(options.decider, drawn, options.context)));
