import assert from 'node:assert/strict';
import {
  apply,
  copyJson,
  type Decider,
  type DomainEvent,
  deepFreeze,
  type EventSet,
  type Fold,
  replay,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { throughTheStore } from './stored.js';
import type { Step } from './walk.js';

/** LAW-1: folding a prefix, then the rest, is folding all; as a snapshot does. */
export const splitAnywhere =
  <State, Event>(fold: Fold<State, Event>) =>
  (events: ReadonlyArray<Event>): void => {
    const whole = replay(fold, events);
    for (let cut = 0; cut <= events.length; cut++) {
      assert.deepEqual(replay(fold, events.slice(cut), replay(fold, events.slice(0, cut))), whole);
    }
  };

/** LAW-2: the same question has the same answer, also of equal copies; the inputs are frozen. */
export const pureDecide =
  <Command, State, Event, Refusal, Context>(decider: Decider<Command, State, Event, Refusal, Context>) =>
  (steps: ReadonlyArray<Step<Command, State, Event, Refusal, Context>>): void => {
    for (const { command, before, context, answer } of steps) {
      assert.deepEqual(decider.decide(command, before, context), answer);
      assert.deepEqual(decider.decide(copyJson(command), copyJson(before), context), answer);
    }
  };

/** LAW-2: one event leads equal states to equal states, and stays what it was. */
export const pureEvolve =
  <State, Event>(fold: Fold<State, Event>) =>
  (events: ReadonlyArray<Event>): void => {
    let state = replay(fold, []);
    for (const event of events) {
      const next = replay(fold, [event], state);
      assert.deepEqual(replay(fold, [deepFreeze(copyJson(event))], copyJson(state)), next);
      state = next;
    }
  };

/** LAW-3: no event that exists, erased or not, in whatever order, makes evolve throw. */
export const totalEvolve =
  <State, Event extends DomainEvent<string, unknown>>(fold: Fold<State, Event>, events: EventSet<Event> | undefined) =>
  (history: ReadonlyArray<Event>): void => {
    assert.doesNotThrow(() => replay(fold, history));
    if (events === undefined) return;
    const erased = history.map((event) => ({ ...event, data: events.impersonal(event.type, event.data) }));
    assert.doesNotThrow(() => replay(fold, deepFreeze(erased)));
  };

/** LAW-4: evolve accepts what decide records, and the state after it keeps its invariants. */
export const accepted =
  <State, Event>(fold: Fold<State, Event>, invariants: (state: State) => void = () => undefined) =>
  (steps: ReadonlyArray<Step<unknown, State, Event, unknown, unknown>>): void => {
    for (const { before, answer, after } of steps) {
      invariants(after);
      if (E.isLeft(answer)) continue;
      // Each event of an answer stands on its own in the history: a reader may stop between them.
      let state = before;
      for (const event of answer.right) state = replay(fold, [event], state);
      assert.deepEqual(state, after);
    }
  };

/** One evolve, two runners: without proxies, and under immer. */
export const replayIsApply =
  <State, Event>(fold: Fold<State, Event>) =>
  (events: ReadonlyArray<Event>): void => {
    let state = replay(fold, []);
    for (const event of events) state = apply(fold, state, event);
    assert.deepEqual(state, replay(fold, events));
  };

/** LAW-23: what is stored and read again is what was recorded. */
export const decodeUndoesEncode =
  <Event extends DomainEvent<string, unknown>>(events: EventSet<Event>) =>
  (history: ReadonlyArray<Event>): void => {
    for (const event of history) assert.deepEqual(throughTheStore(events, event), event);
  };

/** Once a repeatable command recorded something, asking it again at once is already so. */
export const alreadySo =
  <Command, State, Event, Refusal, Context>(
    decider: Decider<Command, State, Event, Refusal, Context>,
    repeatable: (command: Command) => boolean,
  ) =>
  (steps: ReadonlyArray<Step<Command, State, Event, Refusal, Context>>): void => {
    for (const { command, context, answer, after } of steps) {
      if (E.isLeft(answer) || answer.right.length === 0 || !repeatable(command)) continue;
      assert.deepEqual(decider.decide(command, after, context), E.right([]));
    }
  };
