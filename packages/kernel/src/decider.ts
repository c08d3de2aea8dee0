import type { Either } from 'fp-ts/lib/Either.js';
import { type Draft, produce } from 'immer';
import { deepFreeze } from './freeze.js';
import type { Instant } from './instant.js';
import { copyJson, type Json } from './json.js';

/** What has happened, before the envelope adds who said so, when it was recorded and where. */
export interface DomainEvent<Type extends string = string, Data = Json> {
  readonly type: Type;
  readonly data: Data;
  /** When it happened in the business; `recordedAt` is the store's. */
  readonly effectiveAt: Instant;
}

/**
 * The whole of one consistency boundary, as three pure parts.
 *
 * `decide` answers a command: `left` refuses it, `right([])` says it is already so, and
 * `right(events)` is what the caller must append in one write.
 *
 * `evolve` edits the draft, or returns the state that replaces it. It refuses nothing: by then it
 * has happened. It must run on a plain mutable object too, so it uses no `original`, `current` or
 * `isDraft`, and copies what it edits later of an event's data.
 *
 * @source J. Chassaing, "Functional Event Sourcing Decider" (2021)
 */
export interface Decider<Command, State, Event, Refusal, Context> {
  readonly initial: State;
  readonly decide: (command: Command, state: State, context: Context) => Either<Refusal, ReadonlyArray<Event>>;
  readonly evolve: Evolve<State, Event>;
}

/** Edits `draft`, or returns what replaces it. */
export type Evolve<State, Event> = (draft: Draft<State>, event: Event) => Draft<State> | undefined;

/** What {@link replay} and {@link apply} need of a decider. */
export type Fold<State, Event> = { readonly initial: State; readonly evolve: Evolve<State, Event> };

/**
 * Where `events` lead from `from`, frozen.
 *
 * Runs `evolve` over a private copy without proxies and freezes once at the end: the way to read a
 * history. For one event more on a state that others hold, see {@link apply}.
 */
export const replay = <State, Event>(
  { initial, evolve }: Fold<State, Event>,
  events: Iterable<Event>,
  from: State = initial,
): State => {
  let state = copyJson(from) as Draft<State>;
  for (const event of events) {
    const replaced = evolve(state, event);
    if (replaced !== undefined) state = replaced;
  }
  return deepFreeze(state) as State;
};

/** The state after one more event, sharing with the old state what did not change. */
export const apply = <State, Event>(
  { evolve }: Pick<Fold<State, Event>, 'evolve'>,
  state: State,
  event: Event,
): State => produce(state, (draft: Draft<State>) => evolve(draft, event)) as State;
