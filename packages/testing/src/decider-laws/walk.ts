import { copyJson, type Decider, deepFreeze, replay } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

/**
 * The context of a command: of its place in the walk, so that time can go on, and of a number from 0
 * to 2^31 - 1 that the generator draws for whatever else shall vary.
 */
export type ContextOf<Command, Context> = (step: number, command: Command, roll: number) => Context;

/** A command of a walk, and the number drawn for its context. */
export interface Drawn<Command> {
  readonly command: Command;
  readonly roll: number;
}

/** One command asked, and what came of it; everything in it is frozen. */
export interface Step<Command, State, Event, Refusal, Context> {
  readonly command: Command;
  readonly context: Context;
  readonly before: State;
  readonly answer: E.Either<Refusal, ReadonlyArray<Event>>;
  readonly after: State;
}

/** Asks every command in turn; refused ones leave no trace. */
export const walk = <Command, State, Event, Refusal, Context>(
  decider: Decider<Command, State, Event, Refusal, Context>,
  drawn: ReadonlyArray<Drawn<Command>>,
  contextOf: ContextOf<Command, Context>,
): ReadonlyArray<Step<Command, State, Event, Refusal, Context>> => {
  let state = replay(decider, []);
  return drawn.map(({ command: asked, roll }, index) => {
    const before = state;
    const command = deepFreeze(copyJson(asked));
    const context = deepFreeze(contextOf(index, command, roll));
    const answer = deepFreeze(decider.decide(command, before, context));
    if (E.isRight(answer)) state = replay(decider, answer.right, before);
    return { command, context, before, answer, after: state };
  });
};

/** What a walk recorded. */
export const eventsOf = <Event>(
  steps: ReadonlyArray<{ readonly answer: E.Either<unknown, ReadonlyArray<Event>> }>,
): ReadonlyArray<Event> => steps.flatMap(({ answer }) => (E.isRight(answer) ? answer.right : []));

/** The events that `commands`, asked one after the other, lead to through the real `decide`. */
export const historyOf = <Command, State, Event, Refusal, Context>(
  decider: Decider<Command, State, Event, Refusal, Context>,
  commands: ReadonlyArray<Command>,
  contextOf: ContextOf<Command, Context>,
): ReadonlyArray<Event> =>
  eventsOf(
    walk(
      decider,
      commands.map((command) => ({ command, roll: 0 })),
      contextOf,
    ),
  );
