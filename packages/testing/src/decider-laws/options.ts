import type { Decider, DomainEvent, EventSet } from '@millrace/kernel';
import type fc from 'fast-check';
import type { ContextOf } from './walk.js';

/** How the histories of a decider are made. */
export interface HistoryOptions<
  Command extends { readonly type: string },
  State,
  Event extends DomainEvent<string, unknown>,
  Refusal extends { readonly type: string },
  Context,
> {
  readonly decider: Decider<Command, State, Event, Refusal, Context>;
  /** One command; few ids and near-legal values reach more than random ones. */
  readonly commands: fc.Arbitrary<Command>;
  readonly context: ContextOf<Command, Context>;
  /** Commands asked before the others, to get through the front door. */
  readonly opening?: fc.Arbitrary<ReadonlyArray<Command>>;
  /** Most commands in one history after the opening; 20 when left out. */
  readonly length?: number;
}

/** What the laws need to know of a decider. */
export interface DeciderLawsOptions<
  Command extends { readonly type: string },
  State,
  Event extends DomainEvent<string, unknown>,
  Refusal extends { readonly type: string },
  Context,
> extends HistoryOptions<Command, State, Event, Refusal, Context> {
  /** Stands in front of every case's name. */
  readonly name: string;
  /** Throws where a state breaks an invariant of the decider. */
  readonly invariants?: (state: State) => void;
  /** The set of the decider's events: with it LAW-23 is kept too, and LAW-3 for erased events. */
  readonly events?: EventSet<Event>;
  /** Commands of which it is claimed that, once they recorded something, asking again is already so. */
  readonly repeatable?: (command: Command) => boolean;
  /** Names the stage a state is at, to count by it too. */
  readonly stageOf?: (state: State) => string;
  /** Histories per law; 100 when left out. */
  readonly runs?: number;
  /** Makes the same histories again; a failed run prints its own. */
  readonly seed?: number;
}
