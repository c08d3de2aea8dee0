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
import type { Envelope, EventStore, StreamId, Unbranded } from '@millrace/kernel';
import type { FunnelNumber } from '@millrace/projections';
import {
  type BoardCommand,
  boardModule,
  type CustomerCommand,
  customerModule,
  type PeriodCommand,
  type PersonCommand,
  type Playbook,
  type PlaybookCommand,
  type PledgeCommand,
  periodModule,
  personModule,
  playbookModule,
  pledgeModule,
  type SaleCommand,
  saleModule,
  type UnitCommand,
  unitModule,
} from '@millrace/sales';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Publisher, publishFirst } from './first-playbook.js';
import {
  type Asking,
  askCustody,
  askFunnel,
  askHistory,
  askOwnership,
  type CustodyAnswer,
  type DefinedAsking,
  explainFunnel,
  type FunnelAnswer,
  type FunnelAsking,
  type FunnelExplanation,
  type LogError,
  type OwnershipAnswer,
  type QuestionError,
  type Reading,
  type Replay,
  replayViews,
  type UnknownStage,
} from './questions/index.js';

/** Everything that can be asked of the engine to do. */
export type Command =
  | PlaybookCommand
  | PersonCommand
  | UnitCommand
  | CustomerCommand
  | PeriodCommand
  | PledgeCommand
  | SaleCommand
  | BoardCommand;

/** Who asks; a new command id is made where none is given. */
export type Sender = Omit<Ask, 'command' | 'commandId'> & { readonly commandId?: string };

/** Modules that ship; a new one is one folder and one line here. */
export const modules = [
  playbookModule,
  personModule,
  unitModule,
  customerModule,
  periodModule,
  pledgeModule,
  saleModule,
  boardModule,
] as const;

/** A sales process on a store: commands in, answers out. Nothing happens before a task is called. */
export interface Millrace {
  readonly engine: Engine;
  /**
   * Ids are plain strings here; one that is none is answered with `InvalidCommand`. A task that is run
   * again sends the same command under the same id, so it records nothing twice.
   */
  readonly execute: (command: Unbranded<Command>, sender: Sender) => TE.TaskEither<ExecuteError, Outcome>;
  readonly funnel: (asking?: FunnelAsking) => TE.TaskEither<QuestionError, FunnelAnswer>;
  /** The receipt of one number of the funnel. */
  readonly explainFunnel: (
    number: FunnelNumber,
    asking?: DefinedAsking,
  ) => TE.TaskEither<QuestionError | UnknownStage, FunnelExplanation>;
  readonly ownership: (asking?: Asking) => TE.TaskEither<LogError, OwnershipAnswer>;
  readonly custodyOf: (customer: string, asking?: Asking) => TE.TaskEither<LogError, CustodyAnswer>;
  readonly history: (stream: StreamId) => TE.TaskEither<LogError, ReadonlyArray<Envelope>>;
  readonly replay: (asking?: Reading) => TE.TaskEither<LogError, Replay>;
}

export interface OpenOptions {
  /** Published first, where no playbook is in force yet; one that is in force is left as it is. */
  readonly playbook?: Playbook;
  /** Who publishes it, and as of when: the operator, now, when left out. */
  readonly publisher?: Publisher;
  readonly clock?: Clock;
}

/** Wires modules, engine and views onto a store, and publishes the playbook where there is none. */
export const open = (
  store: EventStore,
  { playbook, publisher, clock = systemClock }: OpenOptions = {},
): TE.TaskEither<ExecuteError, Millrace> => {
  const wired = wire(store, clock);
  return playbook === undefined
    ? TE.right(wired)
    : TE.map(() => wired)(publishFirst(store, clock, playbook, publisher));
};

const wire = (store: EventStore, clock: Clock): Millrace => {
  const engine = createEngine({ store, modules, clock });
  return {
    engine,
    execute: (command, { commandId = newCommandId(), ...sender }) => engine.execute({ command, commandId, ...sender }),
    funnel: (asking = {}) => askFunnel(engine, asking, clock),
    explainFunnel: (number, asking = {}) => explainFunnel(engine, number, asking, clock),
    ownership: (asking = {}) => askOwnership(engine, asking, clock),
    custodyOf: (customer, asking = {}) => askCustody(engine, customer, asking, clock),
    history: (stream) => askHistory(engine, stream),
    replay: (asking = {}) => replayViews(engine, asking),
  };
};
