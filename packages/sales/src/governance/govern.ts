import type {
  CommandSet,
  DomainEvent,
  EventSet,
  Evolve,
  Known,
  Module,
  Moment,
  StreamId,
  StreamRead,
} from '@millrace/kernel';
import { streamRead } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { refuse } from '../checks.js';
import { notInFuture } from '../dating.js';
import { type Person, personStream, readablePerson } from '../person/readable.js';
import { type PlaybookInForce, type PlaybookState, playbookStream, readablePlaybook } from '../playbook/readable.js';
import { permitted, readsActor } from './permission.js';
import type { GovernanceRefusal } from './refusals.js';

/** What every decision is given: when and by whom, under which rules, and the record of who asks. */
export interface Governed extends Moment {
  readonly playbook: PlaybookState;
  /** Read where the actor's role is one that persons hold. */
  readonly actorRecord?: Person | undefined;
}

/** What a decision is taken on once it may be taken. */
export interface Ruled extends Moment {
  readonly rules: PlaybookInForce;
}

/** A module of the sale, before it is governed: its decider, and the streams it reads. */
export interface SalesModule<
  Command extends { readonly type: string },
  State,
  Event extends DomainEvent<string, unknown>,
  Refusal extends { readonly type: string },
  Others extends object,
> {
  readonly kind: string;
  readonly events: EventSet<Event>;
  readonly commands: CommandSet<Command>;
  readonly initial: State;
  readonly evolve: Evolve<State, Event>;
  readonly decide: (command: Command, state: State, context: Ruled & Others) => E.Either<Refusal, ReadonlyArray<Event>>;
  readonly streamOf: (command: Command) => StreamId;
  /** Streams the decision reads beside its own and the playbook; asked again as more is known. */
  readonly reads: (command: Command, rules: Reading, known: Known<State>) => ReadonlyArray<StreamRead>;
  /** What it is told of them. */
  readonly others: (command: Command, rules: Reading, known: Known<State>) => Others;
  /** The stream of an event that belongs to another than the command's own. */
  readonly elsewhere?: (event: Event, command: Command) => StreamId | undefined;
}

/** What is known when streams are named: who asks, as of when, under which rules. */
export type Reading = Pick<Ruled, 'rules' | 'effectiveAt' | 'actor' | 'role'>;

/**
 * A module whose commands are asked under the playbook: who may ask for what is decided first, and the
 * playbook and the actor's record are guarded with everything else that was read.
 *
 * @source design.md decision 7, trust.md REL-12
 */
export const governed = <
  Command extends { readonly type: string },
  State,
  Event extends DomainEvent<string, unknown>,
  Refusal extends { readonly type: string },
  Others extends object,
>({
  kind,
  events,
  commands,
  initial,
  evolve,
  decide,
  streamOf,
  reads,
  others,
  elsewhere,
}: SalesModule<Command, State, Event, Refusal, Others>): Module<
  Command,
  State,
  Event,
  Refusal | GovernanceRefusal,
  Governed & Others
> => ({
  kind,
  events,
  commands,
  streamOf,
  ...(elsewhere === undefined ? {} : { elsewhere }),
  decider: {
    initial,
    evolve,
    decide: (command, state, { playbook, actorRecord, ...context }) => {
      if (playbook.phase === 'unpublished') return refuse({ type: 'NoPlaybook' });
      const timely = notInFuture(context);
      if (E.isLeft(timely)) return timely;
      const allowed = permitted(command.type, context, playbook.playbook.permissions, actorRecord);
      if (E.isLeft(allowed)) return allowed;
      // What is left of the context is everything that `others` put into it.
      return decide(command, state, { ...context, rules: playbook } as unknown as Ruled & Others);
    },
  },
  reads: (command, { actor, role, effectiveAt }, known) => {
    const governing = [streamRead(playbookStream, readablePlaybook)];
    const playbook = known.stateOf(playbookStream, readablePlaybook);
    if (playbook?.phase !== 'published') return governing;
    if (readsActor(playbook.playbook.permissions, role))
      governing.push(streamRead(personStream(actor), readablePerson));
    return [...governing, ...reads(command, { rules: playbook, actor, role, effectiveAt }, known)];
  },
  contextOf: (command, moment, known) => {
    const playbook = known.stateOf(playbookStream, readablePlaybook) ?? readablePlaybook.fold.initial;
    const governing: Governed = {
      ...moment,
      playbook,
      actorRecord: known.stateOf(personStream(moment.actor), readablePerson),
    };
    // Before there are rules nothing more was read, and nothing more is decided.
    const told = playbook.phase === 'published' ? others(command, { ...moment, rules: playbook }, known) : {};
    return { ...governing, ...(told as Others) };
  },
  playbookOf: ({ playbook }) => (playbook.phase === 'published' ? playbook.version : undefined),
});
