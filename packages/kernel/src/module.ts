import type { CommandSet } from './command-set.js';
import type { Decider, DomainEvent, Fold } from './decider.js';
import type { Sha256 } from './encode.js';
import type { EventSet } from './event-set.js';
import type { BusinessId, StreamId } from './ids.js';
import type { Instant } from './instant.js';

/** A stream that can be folded: its events and where they lead. */
export interface Readable<State, Event extends DomainEvent<string, unknown>> {
  readonly events: EventSet<Event>;
  readonly fold: Fold<State, Event>;
}

/** Another stream that a decision reads. @source design.md decision 5 */
export interface StreamRead {
  readonly stream: StreamId;
  readonly of: Readable<unknown, DomainEvent<string, unknown>>;
}

/** A read of `stream`; what it is folded to is known to the module that asks, and to nobody between. */
export const streamRead = <State, Event extends DomainEvent<string, unknown>>(
  stream: StreamId,
  of: Readable<State, Event>,
): StreamRead => ({ stream, of: of as unknown as StreamRead['of'] });

/** Who asks, and as of when: what is known before any stream is read. */
export interface Asking {
  readonly effectiveAt: Instant;
  readonly actor: BusinessId;
  readonly role: BusinessId;
}

/** Who asks, when, and as of when: what the engine gives to every decision. */
export interface Moment extends Asking {
  readonly now: Instant;
  readonly sha256: Sha256;
}

/** What was read for a decision so far. */
export interface Known<State> {
  /** The state of the command's own stream. */
  readonly own: State;
  /** The state of a stream, the command's own among them; nothing where it was not named yet. */
  readonly stateOf: <S, E extends DomainEvent<string, unknown>>(stream: StreamId, of: Readable<S, E>) => S | undefined;
}

/**
 * A decider with everything the engine needs to run it: one stream kind, one folder, one line of
 * registration.
 */
export interface Module<
  Command extends { readonly type: string },
  State,
  Event extends DomainEvent<string, unknown>,
  Refusal extends { readonly type: string },
  Context,
> {
  readonly kind: string;
  readonly decider: Decider<Command, State, Event, Refusal, Context>;
  readonly events: EventSet<Event>;
  readonly commands: CommandSet<Command>;
  readonly streamOf: (command: Command) => StreamId;
  /**
   * Other streams the decision reads; they are guarded. Asked again, with what was read, as long as it
   * names streams that were not: what one stream says may lead to the next.
   */
  readonly reads: (command: Command, asking: Asking, known: Known<State>) => ReadonlyArray<StreamRead>;
  /** What `decide` is given: the moment, and what was read. */
  readonly contextOf: (command: Command, moment: Moment, known: Known<State>) => Context;
  /**
   * The stream that an event of the decision belongs to; the command's own, where this is left out or
   * says nothing. It is of the module's kind and named by `reads` with the module's own fold: it is
   * written in the same append, at the revision it was read at. A decision writes its own stream too,
   * for that is where the command is known by.
   */
  readonly elsewhere?: (event: Event, command: Command) => StreamId | undefined;
  /** The version of the playbook the decision is taken under, where one is in force. */
  readonly playbookOf: (context: Context) => string | undefined;
}
