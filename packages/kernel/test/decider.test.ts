import { apply, type BusinessId, type Decider, deepFreeze, replay } from '@millrace/kernel';
import { deciderLaws, given, histories } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from './support/instants.js';
import {
  type PledgeBook,
  type PledgingCommand,
  type PledgingEvent,
  pledging,
  pledgingEvents,
} from './support/pledging.js';

const pledge = fc.constantFrom('ada', 'bob', 'cyd');
const amount = fc.constantFrom(99, 100, 150, 300, 700);
const command = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('MakePledge' as const), pledge, amount, pledger: pledge }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('WithdrawPledge' as const), pledge }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('OpenBook' as const),
      cap: fc.constant(1_000),
      minimum: fc.constant(100),
    }),
  },
) as unknown as fc.Arbitrary<PledgingCommand>;

const options = {
  name: 'pledging',
  decider: pledging,
  commands: command,
  context: (step: number) => ({ effectiveAt: instantOf(step * 1_000) }),
};

const addsUp = (book: PledgeBook): void => {
  if (book.phase !== 'open') return;
  expect(Object.values(book.live).reduce((sum, one) => sum + one, 0)).toBe(book.pledged);
  expect(book.pledged).toBeLessThanOrEqual(book.cap);
};

describe('the laws of deciders, on a small one', () => {
  const { cases, reach } = deciderLaws({
    ...options,
    events: pledgingEvents,
    invariants: addsUp,
    repeatable: ({ type }) => type !== 'OpenBook',
  });
  for (const { name, run } of cases) test(name, run);

  test('the generator reaches every answer', () => {
    const floors = {
      OpenBook: ['recorded', 'BookAlreadyOpen'],
      MakePledge: ['recorded', 'nothing', 'BookNotOpen', 'BelowMinimum', 'OverCap'],
      WithdrawPledge: ['recorded', 'nothing', 'BookNotOpen'],
    };
    expect(reach.below(50, floors)).toEqual([]);
  });
});

describe('replay', () => {
  const opened = { type: 'BookOpened', data: { cap: 1_000, minimum: 100 }, effectiveAt: instantOf(0) } as const;
  const made = (who: string, fen: number): PledgingEvent => ({
    type: 'PledgeMade',
    data: { pledge: who as BusinessId, amount: fen },
    effectiveAt: instantOf(1),
  });

  test('LAW-1: goes on from a state as if it had read the history', () => {
    const before = replay(pledging, [opened, made('ada', 200)]);
    expect(replay(pledging, [made('bob', 300)], before)).toEqual({
      phase: 'open',
      cap: 1_000,
      minimum: 100,
      pledged: 500,
      live: { ada: 200, bob: 300 },
    });
  });

  test('LAW-2: leaves the state it starts from as it was, and hands out a frozen one', () => {
    const before = replay(pledging, [opened, made('ada', 200)]);
    const after = replay(pledging, [made('bob', 300)], before) as { live: object };
    expect((before as { live: object }).live).toEqual({ ada: 200 });
    expect(Object.isFrozen(after) && Object.isFrozen(after.live)).toBe(true);
    expect(Object.isFrozen(pledging.initial)).toBe(false);
  });

  test('takes any iterable of events, once', () => {
    const events = function* () {
      yield opened;
      yield made('ada', 100);
    };
    expect(replay(pledging, events())).toEqual(replay(pledging, [opened, made('ada', 100)]));
  });

  test('a boundary of the policy: the minimum and the cap themselves are accepted', () => {
    const story = given(pledging, { effectiveAt: instantOf(1) });
    const ask = (fen: number): PledgingCommand => ({ type: 'MakePledge', pledge: 'bob' as BusinessId, amount: fen });
    story(opened).when(ask(100)).thenEvents(made('bob', 100));
    story(opened).when(ask(99)).thenRefused({ type: 'BelowMinimum', minimum: 100 });
    story(opened).when(ask(1_000)).thenEvents(made('bob', 1_000));
    story(opened).when(ask(1_001)).thenRefused({ type: 'OverCap', headroom: 1_000 });
    story(opened, made('bob', 100)).when(ask(100)).thenNothing();
  });
});

describe('replay and apply', () => {
  test('agree on every history, event by event', () => {
    fc.assert(
      fc.property(histories({ ...options, length: 30 }), (events) => {
        let state: PledgeBook = pledging.initial;
        events.forEach((event, i) => {
          state = apply(pledging, state, event);
          expect(state).toEqual(replay(pledging, events.slice(0, i + 1)));
        });
      }),
    );
  });

  type Fold<S> = Pick<Decider<never, S, S, never, never>, 'initial' | 'evolve'>;
  const becomes = <S>(initial: S): Fold<S> => ({ initial, evolve: (_, event) => event as never });

  test.each([null, 0, '', false])('agree where what replaces the state is %j', (next) => {
    const fold = becomes<unknown>({ some: 'state' });
    expect(replay(fold, [next])).toBe(next);
    expect(apply(fold, fold.initial, next)).toBe(next);
  });

  test('share with the old state what did not change', () => {
    const fold: Fold<{ a: { n: number }; b: { n: number } }> = {
      initial: { a: { n: 1 }, b: { n: 1 } },
      evolve: (draft) => {
        draft.a.n += 1;
        return undefined;
      },
    };
    const before = deepFreeze(fold.initial);
    const after = apply(fold, before, before);
    expect(after).toEqual({ a: { n: 2 }, b: { n: 1 } });
    expect(after.b).toBe(before.b);
    expect(before.a.n).toBe(1);
  });

  test('LAW-38: a key named __proto__ in state or event is data, never a prototype', () => {
    interface Kept {
      last: { readonly own?: number };
      times: number;
    }
    const fold: Fold<Kept> = {
      initial: { last: {}, times: 0 },
      evolve: (draft, event) => {
        draft.last = { ...event.last };
        draft.times += 1;
        return undefined;
      },
    };
    const hostile = JSON.parse('{"last":{"__proto__":{"polluted":true},"own":1},"times":0}') as Kept;
    const once = replay(fold, [hostile]);
    for (const state of [once, apply(fold, once, once), replay(fold, [], apply(fold, fold.initial, hostile))]) {
      expect(Object.keys(state.last)).toEqual(['__proto__', 'own']);
      expect(Object.getPrototypeOf(state.last)).toBe(Object.prototype);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
