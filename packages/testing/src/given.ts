import assert from 'node:assert/strict';
import { copyJson, type Decider, deepFreeze, replay } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

/** What may be said of the answer to a command. */
export interface Answered<Event, Refusal> {
  /** The command records exactly these events. */
  readonly thenEvents: (...events: ReadonlyArray<Event>) => void;
  /** What is asked for is already so. */
  readonly thenNothing: () => void;
  /** The command is refused, with exactly this refusal. */
  readonly thenRefused: (refusal: Refusal) => void;
}

/** A history, ready to be asked. */
export interface Given<Command, Event, Refusal, Context> {
  /** Asks a command, in the context of the story or in one of its own. */
  readonly when: (command: Command, context?: Context) => Answered<Event, Refusal>;
}

/** Nothing where a decider asks for no context. */
export type ContextArgument<Context> = unknown extends Context ? [context?: Context] : [context: Context];

/**
 * A story about a decider, without a test runner:
 * `given(decider, context)(...history).when(command).thenEvents(...)`.
 *
 * @throws AssertionError, with the difference, where the answer is another one.
 */
export const given =
  <Command, State, Event, Refusal, Context>(
    decider: Decider<Command, State, Event, Refusal, Context>,
    ...[context]: ContextArgument<Context>
  ) =>
  (...history: ReadonlyArray<Event>): Given<Command, Event, Refusal, Context> => ({
    when: (command, own = context as Context) => {
      const state = replay(decider, deepFreeze(copyJson(history)));
      const answer = decider.decide(command, state, own);
      return {
        thenEvents: (...events) => assert.deepEqual(answer, E.right(events)),
        thenNothing: () => assert.deepEqual(answer, E.right([])),
        thenRefused: (refusal) => assert.deepEqual(answer, E.left(refusal)),
      };
    },
  });
