import type { Ask, Engine } from '@millrace/engine';
import type { EventStore } from '@millrace/kernel';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { dealershipAsks, dealershipEngine, dealershipStore } from '../support/dealership.js';
import { right } from '../support/engines.js';

type Answers = Awaited<ReturnType<ReturnType<Engine['executeAll']>>>;

/** The oracle: no batches, nothing kept in memory. */
const oneByOne = async (store: EventStore, list: ReadonlyArray<Ask>): Promise<Answers> => {
  const answers = [];
  for (const one of list) answers.push(await dealershipEngine(store, 0).execute(one)());
  return answers;
};

const inBatches = async (engine: Engine, list: ReadonlyArray<Ask>, size: number): Promise<Answers> => {
  const answers = [];
  for (let from = 0; from < list.length; from += size) {
    answers.push(...(await engine.executeAll(list.slice(from, from + size))()));
  }
  return answers;
};

const everything = async (store: EventStore) => right(await store.readAll(0, 10_000)()).events;

/** A store that answers no append after the first few, as a process that is gone. */
const dyingAfter = (store: EventStore, appends: number): EventStore => {
  let calls = 0;
  return {
    ...store,
    append: (request) => {
      calls += 1;
      return calls > appends ? () => new Promise(() => undefined) : store.append(request);
    },
  };
};

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 15));

describe('a dealership’s commands in batches', () => {
  test('LAW-5 LAW-6 record the same events and are told the same as one by one, whatever is kept in memory', async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        dealershipAsks(40),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(0, 1, 3, 100),
        async (list, size, cachedStates) => {
          const [single, batched] = [await dealershipStore(), await dealershipStore()];
          const told = await oneByOne(single, list);
          expect(await inBatches(dealershipEngine(batched, cachedStates), list, size)).toEqual(told);
          expect(await everything(batched)).toEqual(await everything(single));
          for (const answer of told) {
            const { type } = E.isRight(answer) ? answer.right : answer.left;
            met.set(type, (met.get(type) ?? 0) + 1);
          }
        },
      ),
      { numRuns: 100 },
    );
    for (const type of ['Recorded', 'AlreadySo', 'Refused', 'RecordedBefore', 'CommandReused']) {
      expect(met.get(type), type).toBeGreaterThan(10);
    }
  });

  test('LAW-6 REL-1 after a kill at any append, what is there is a prefix, and asked again they record what is missing', async () => {
    await fc.assert(
      fc.asyncProperty(dealershipAsks(40), fc.nat({ max: 60 }), async (list, survivors) => {
        const whole = await dealershipStore();
        const told = await oneByOne(whole, list);
        // What recorded nothing leaves no trace, and asked again might record something.
        const recording = list.filter((_, i) => told[i]?._tag === 'Right' && told[i].right.type === 'Recorded');

        const killed = await dealershipStore();
        const dying = dealershipEngine(dyingAfter(killed, survivors), 100);
        await Promise.race([dying.executeAll(recording)(), aWhile()]);
        const all = await everything(whole);
        const left = await everything(killed);
        expect(left).toEqual(all.slice(0, left.length));
        await dealershipEngine(killed, 100).executeAll(recording)();
        expect(await everything(killed)).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });
});
