import { type Ask, type Clock, createEngine, type ExecuteError, newCommandId, type Outcome } from '@millrace/engine';
import type { EventStore, Module, Moment } from '@millrace/kernel';
import {
  type Playbook,
  type PlaybookCommand,
  type PlaybookEvent,
  type PlaybookRefusal,
  type PlaybookState,
  playbookModule,
} from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

/** Who publishes, and as of when; under a command id of their own where they want to know it again. */
export type Publisher = Omit<Ask, 'command' | 'commandId'> & { readonly commandId?: string };

const operator: Publisher = { actor: 'operator', role: 'operator' };

/** The playbook's module, but for this: where one is in force, to publish one first is already done. */
const firstPlaybook: Module<PlaybookCommand, PlaybookState, PlaybookEvent, PlaybookRefusal, Moment> = {
  ...playbookModule,
  decider: {
    ...playbookModule.decider,
    decide: (command, state, moment) =>
      state.phase === 'published' ? E.right([]) : playbookModule.decider.decide(command, state, moment),
  },
};

/**
 * Publishes a playbook where none is in force; another one in force is left as it is.
 *
 * The decision itself looks whether there is one, so of several that publish at once one does.
 */
export const publishFirst = (
  store: EventStore,
  clock: Clock,
  playbook: Playbook,
  { commandId = newCommandId(), ...sender }: Publisher = operator,
): TaskEither<ExecuteError, Outcome> => {
  const command: PlaybookCommand = { type: 'PublishPlaybook', playbook };
  const { execute } = createEngine({ store, modules: [firstPlaybook], clock });
  return execute({ command, commandId, ...sender });
};
