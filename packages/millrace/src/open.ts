import {
  type Ask,
  type Clock,
  createEngine,
  type Engine,
  type ExecuteError,
  newCommandId,
  type Outcome,
  systemClock,
} from '@millrace/engine';
import type { EventStore, StreamId, Unbranded } from '@millrace/kernel';
import {
  type CustomerCommand,
  customerModule,
  type Playbook,
  type PlaybookCommand,
  playbookModule,
} from '@millrace/sales';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { playbookKnown } from './known.js';
import {
  type Asking,
  askCustody,
  askFunnel,
  askHistory,
  askOwnership,
  explainFunnel,
  type FunnelAsking,
  replayViews,
} from './questions.js';

/** Everything that can be asked of the engine to do. */
export type Command = CustomerCommand | PlaybookCommand;

/** Who asks; a new command id is made where none is given. */
export type Sender = Omit<Ask, 'command' | 'commandId'> & { readonly commandId?: string };

/** Modules that ship; a new one is one folder and one line here. */
export const modules = [playbookModule, customerModule] as const;

/** A sales process on a store: commands in, answers out. */
export interface Millrace {
  readonly engine: Engine;
  /** Ids are plain strings here; one that is none is answered with `InvalidCommand`. */
  readonly execute: (command: Unbranded<Command>, sender: Sender) => TE.TaskEither<ExecuteError, Outcome>;
  readonly funnel: (asking?: FunnelAsking) => ReturnType<typeof askFunnel>;
  readonly explainFunnel: (
    number: Parameters<typeof explainFunnel>[1],
    asking?: Asking,
  ) => ReturnType<typeof explainFunnel>;
  readonly ownership: (asking?: Asking) => ReturnType<typeof askOwnership>;
  readonly custodyOf: (customer: string, asking?: Asking) => ReturnType<typeof askCustody>;
  readonly history: (stream: StreamId) => ReturnType<typeof askHistory>;
  readonly replay: (asking?: Pick<Asking, 'knownAt' | 'onProgress'>) => ReturnType<typeof replayViews>;
}

export interface OpenOptions {
  /** Published first, where no playbook is in force yet; left as it is where one is. */
  readonly playbook?: Playbook;
  readonly clock?: Clock;
}

/** Wires modules, engine and views onto a store, and publishes the playbook where there is none. */
export const open = (
  store: EventStore,
  { playbook, clock = systemClock }: OpenOptions = {},
): TE.TaskEither<ExecuteError, Millrace> => {
  const engine = createEngine({ store, modules, clock });
  const millrace: Millrace = {
    engine,
    execute: (command, { commandId = newCommandId(), ...sender }) => engine.execute({ command, commandId, ...sender }),
    funnel: (asking = {}) => askFunnel(engine, asking, clock()),
    explainFunnel: (number, asking = {}) => explainFunnel(engine, number, asking, clock()),
    ownership: (asking = {}) => askOwnership(engine, asking, clock()),
    custodyOf: (customer, asking = {}) => askCustody(engine, customer, asking, clock()),
    history: (stream) => askHistory(engine, stream),
    replay: (asking = {}) => replayViews(engine, asking),
  };
  if (playbook === undefined) return TE.right(millrace);

  const publish = millrace.execute({ type: 'PublishPlaybook', playbook }, { actor: 'operator', role: 'operator' });
  const inForce: TE.TaskEither<ExecuteError, unknown> = TE.flatMap((state: { readonly phase: string }) =>
    state.phase === 'published' ? TE.right(undefined) : (publish as TE.TaskEither<ExecuteError, unknown>),
  )(playbookKnown(store, undefined) as TE.TaskEither<ExecuteError, { readonly phase: string }>);
  return TE.map(() => millrace)(inForce);
};
