import type { EventSet } from '@millrace/kernel';
import { type DeciderLawsOptions, deciderLaws } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import {
  LIMIT,
  type Shelf,
  type ShelfCommand,
  type ShelfContext,
  type ShelfEvent,
  type ShelfRefusal,
  shelf,
  shelfEvents,
  shelfOptions,
} from './shelf.js';

type Options = DeciderLawsOptions<ShelfCommand, Shelf, ShelfEvent, ShelfRefusal, ShelfContext>;

/** A decider that breaks one law, and the title of the case that must say so. */
interface Broken {
  readonly name: string;
  readonly title: string;
  readonly options: () => Options;
}

const deciding = (change: (calls: () => number) => typeof shelf.decide) => (): Options => {
  let calls = 0;
  return shelfOptions({ ...shelf, decide: change(() => ++calls) });
};

const evolving = (change: (calls: () => number) => typeof shelf.evolve) => (): Options => {
  let calls = 0;
  return shelfOptions({ ...shelf, evolve: change(() => ++calls) });
};

const broken: ReadonlyArray<Broken> = [
  {
    name: 'remembers outside its state how often it was asked',
    title: 'a replay may be split anywhere LAW-1 LOG-1',
    options: evolving((calls) => (draft, event) => {
      shelf.evolve(draft, event);
      draft.moves = calls();
      return undefined;
    }),
  },
  {
    name: 'answers the same question otherwise the second time',
    title: 'decide is pure LAW-2',
    options: deciding(
      (calls) => (command, state, context) =>
        calls() % 2 === 0 ? E.left({ type: 'NotThere' }) : shelf.decide(command, state, context),
    ),
  },
  {
    name: 'changes the command',
    title: 'decide is pure LAW-2',
    options: deciding(() => (command, state, context) => {
      (command as { thing: string }).thing = 'a';
      return shelf.decide(command, state, context);
    }),
  },
  {
    name: 'changes the state while it decides',
    title: 'decide is pure LAW-2',
    options: deciding(() => (command, state, context) => {
      (state as { moves: number }).moves = 0;
      return shelf.decide(command, state, context);
    }),
  },
  {
    name: 'looks at who the state is instead of what it is',
    title: 'decide is pure LAW-2',
    options: () => {
      const known = new WeakSet<Shelf>();
      return shelfOptions({
        ...shelf,
        decide: (command, state, context) => {
          if (known.has(state)) return shelf.decide(command, state, context);
          known.add(state);
          return E.right([]);
        },
      });
    },
  },
  {
    name: 'changes the event',
    title: 'evolve is pure LAW-2',
    options: evolving(() => (draft, event) => {
      (event.data as { thing: string }).thing = 'a';
      return shelf.evolve(draft, event);
    }),
  },
  {
    name: 'evolves otherwise each time',
    title: 'evolve is pure LAW-2',
    options: evolving((calls) => (draft, event) => {
      if (calls() % 2 === 0) return undefined;
      return shelf.evolve(draft, event);
    }),
  },
  {
    name: 'throws on an event it did not expect',
    title: 'evolve is total on any mix of histories LAW-3',
    options: evolving(() => (draft, event) => {
      if (event.type === 'Taken' && !draft.things.some(({ thing }) => thing === event.data.thing)) {
        throw new Error('it was not there');
      }
      return shelf.evolve(draft, event);
    }),
  },
  {
    name: 'throws on an event whose personal fields were erased',
    title: 'evolve is total on any mix of histories LAW-3',
    options: evolving(() => (draft, event) => {
      if (event.type === 'Put') event.data.note.toUpperCase();
      return shelf.evolve(draft, event);
    }),
  },
  {
    name: 'breaks an invariant',
    title: 'what decide records, evolve accepts LAW-4',
    options: deciding(() => (command, state, context) => {
      const roomy = { ...state, things: state.things.slice(0, LIMIT - 1) };
      return shelf.decide(command, roomy, context);
    }),
  },
  {
    name: 'counts replays instead of events',
    title: 'what decide records, evolve accepts LAW-4',
    options: evolving((calls) => (draft, event) => {
      shelf.evolve(draft, event);
      draft.moves += calls();
      return undefined;
    }),
  },
  {
    name: 'replaces the draft that it has edited',
    title: 'replay and apply agree',
    options: evolving(() => (draft, event) => {
      shelf.evolve(draft, event);
      return { ...draft, things: [...draft.things] };
    }),
  },
  {
    name: 'records what its codec refuses',
    title: 'decode undoes encode LAW-23',
    options: () => ({
      ...shelfOptions(),
      events: { ...shelfEvents, read: () => E.left({ type: 'UnknownEventType', name: 'Put' }) } as EventSet<ShelfEvent>,
    }),
  },
  {
    name: 'reads an event as another',
    title: 'decode undoes encode LAW-23',
    options: () => ({
      ...shelfOptions(),
      events: { ...shelfEvents, read: () => E.right({ thing: 'another' }) } as unknown as EventSet<ShelfEvent>,
    }),
  },
  {
    name: 'records what is already so',
    title: 'asked again is already so',
    options: () => ({
      ...shelfOptions({
        ...shelf,
        decide: (command, state, context) =>
          shelf.decide(command, command.type === 'Put' ? shelf.initial : state, context),
      }),
    }),
  },
];

describe('a decider that breaks one law fails the case that names it', () => {
  for (const { name, title, options } of broken) {
    test(`a decider that ${name}: ${title}`, () => {
      const law = deciderLaws(options()).cases.find((one) => one.name === `shelf: ${title}`);
      expect(law, title).toBeDefined();
      expect(() => law?.run()).toThrow();
    });
  }
});
