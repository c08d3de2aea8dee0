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
import type { Envelope, EventStore, MoneyError, StreamId, Unbranded } from '@millrace/kernel';
import type {
  BoardError,
  CertificateData,
  FunnelNumber,
  LateQuestion,
  NotEnoughMatureData,
  ReconciliationQuestion,
} from '@millrace/projections';
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
  type ProjectCommand,
  periodModule,
  personModule,
  playbookModule,
  pledgeModule,
  projectModule,
  type SaleCommand,
  saleModule,
  type UnitCommand,
  unitModule,
} from '@millrace/sales';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Publisher, publishFirst } from './first-playbook.js';
import {
  type By,
  type PublishAsking,
  type PublishedBoard,
  planSettlement,
  publishBoard,
  type Settlement,
  type SettlementAsking,
  type SettlementError,
  type SettlementRecord,
  settle,
} from './processes/index.js';
import { type ProjectQuestions, projectQuestions } from './project-questions.js';
import {
  type Asking,
  askCertificate,
  askCustody,
  askFeasibility,
  askFunnel,
  askHistory,
  askLateEntries,
  askLeaderboard,
  askOverdue,
  askOwnership,
  askPledges,
  askReconciliation,
  askStatement,
  askTrail,
  type BoardQuestionError,
  type CheckedBoard,
  type CustodyAnswer,
  checkBoards,
  type DefinedAsking,
  explainFunnel,
  type FeasibilityAnswer,
  type FeasibilityAsking,
  type FunnelAnswer,
  type FunnelAsking,
  type FunnelExplanation,
  type LateAnswer,
  type LeaderboardAnswer,
  type LeaderboardAsking,
  type LogError,
  type NoPlaybookPublished,
  type OverdueAnswer,
  type OwnershipAnswer,
  type PledgeQuestionError,
  type PledgesAnswer,
  type PledgesAsking,
  type PledgeUnknown,
  type QuestionError,
  type Reading,
  type ReconciliationAnswer,
  type Replay,
  replayViews,
  type StatementAnswer,
  type StatementAsking,
  type TrailAnswer,
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
  | ProjectCommand
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
  projectModule,
  boardModule,
] as const;

/** A sales process on a store: commands in, answers out. Nothing happens before a task is called. */
export interface Millrace extends ProjectQuestions {
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
  /** A ranking of persons, units or pledges. */
  readonly leaderboard: (asking: LeaderboardAsking) => TE.TaskEither<BoardQuestionError, LeaderboardAnswer>;
  /** The same at the end of each of its days. */
  readonly trail: (asking: LeaderboardAsking) => TE.TaskEither<BoardQuestionError, TrailAnswer>;
  /** Freezes a board that is shown to people. */
  readonly publishBoard: (
    asking: PublishAsking,
    by: By,
  ) => TE.TaskEither<BoardQuestionError | ExecuteError, PublishedBoard>;
  /** Derives every published board again and compares. */
  readonly checkBoards: (
    asking?: Reading,
  ) => TE.TaskEither<LogError | NoPlaybookPublished | BoardError, ReadonlyArray<CheckedBoard>>;
  readonly pledges: (asking: PledgesAsking) => TE.TaskEither<PledgeQuestionError, PledgesAnswer>;
  /** What the certificate of a pledge, named `<period>/<person>[/<unit>]`, says. */
  readonly certificate: (pledge: string, asking?: Reading) => TE.TaskEither<LogError | PledgeUnknown, CertificateData>;
  /** How a period would be settled; nothing is recorded. */
  readonly planSettlement: (asking: SettlementAsking) => TE.TaskEither<SettlementError, Settlement>;
  /** Settles a period; run again it goes on where it was cut short, and records nothing twice. */
  readonly settle: (
    asking: SettlementAsking,
    by: By,
  ) => TE.TaskEither<SettlementError | ExecuteError, SettlementRecord>;
  readonly statement: (asking: StatementAsking) => TE.TaskEither<PledgeQuestionError, StatementAnswer>;
  readonly lateEntries: (asking?: LateQuestion & Reading) => TE.TaskEither<LogError, LateAnswer>;
  readonly reconciliation: (
    asking?: ReconciliationQuestion & Reading,
  ) => TE.TaskEither<LogError | MoneyError, ReconciliationAnswer>;
  /** Periods whose settlement meeting is overdue. */
  readonly overdueSettlements: (asking?: Asking) => TE.TaskEither<LogError | NoPlaybookPublished, OverdueAnswer>;
  /** Whether the present prospects and shoppers can meet a target. */
  readonly feasibility: (
    asking: FeasibilityAsking,
  ) => TE.TaskEither<LogError | NoPlaybookPublished | NotEnoughMatureData | MoneyError, FeasibilityAnswer>;
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
    leaderboard: (asking) => askLeaderboard(engine, asking, clock),
    trail: (asking) => askTrail(engine, asking, clock),
    publishBoard: (asking, by) => publishBoard(engine, asking, by, clock),
    checkBoards: (asking = {}) => checkBoards(engine, asking, clock),
    pledges: (asking) => askPledges(engine, asking, clock),
    certificate: (pledge, asking = {}) => askCertificate(engine, pledge, asking, clock),
    planSettlement: (asking) => planSettlement(engine, asking),
    settle: (asking, by) => settle(engine, asking, by),
    statement: (asking) => askStatement(engine, asking),
    lateEntries: (asking = {}) => askLateEntries(engine, asking, clock),
    reconciliation: (asking = {}) => askReconciliation(engine, asking),
    overdueSettlements: (asking = {}) => askOverdue(engine, asking, clock),
    feasibility: (asking) => askFeasibility(engine, asking, clock),
    ...projectQuestions(engine, clock),
    history: (stream) => askHistory(engine, stream),
    replay: (asking = {}) => replayViews(engine, asking),
  };
};
