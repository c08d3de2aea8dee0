import { type Ask, createEngine, type Engine } from '@millrace/engine';
import type { BusinessId, EventStore } from '@millrace/kernel';
import { customerModule, dealership, playbookModule } from '@millrace/sales';
import { customerCommands, customerOpening } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, emptyStore, id, right } from '../support/engines.js';

const customers = ['c1', 'c2', 'c3'].map((name) => name as BusinessId);
const instant = (hours: number): string => new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000).toISOString();

const engineOf = (store: EventStore, cachedStates: number): Engine =>
  createEngine({
    store,
    modules: [playbookModule, customerModule],
    clock: () => instant(9_999) as never,
    cachedStates,
  });

/** Commands about three customers, through the front door and on; now and then one, or its id, comes again. */
const asks: fc.Arbitrary<ReadonlyArray<Ask>> = fc
  .tuple(
    fc.tuple(...customers.map((customer) => customerOpening(customer))),
    fc.array(
      fc.record({
        command: fc.oneof(...customers.map((customer) => customerCommands(customer))),
        again: fc.nat({ max: 19 }),
      }),
      { maxLength: 40, size: 'max' },
    ),
  )
  .map(([openings, rest]) => {
    const list: Array<Ask> = [];
    for (const { command, again } of [...openings.flat().map((one) => ({ command: one, again: 9 })), ...rest]) {
      const earlier = list[Math.floor(list.length / 2)];
      const fresh = { actor: 'tester', role: 'tester', effectiveAt: instant(list.length), command };
      if (again === 0 && earlier !== undefined) list.push(earlier);
      else
        list.push({ ...fresh, commandId: again <= 2 && earlier !== undefined ? earlier.commandId : id(list.length) });
    }
    return list;
  });

const withPlaybook = async (): Promise<EventStore> => {
  const store = emptyStore();
  const publish = ask(
    { type: 'PublishPlaybook', playbook: dealership },
    { commandId: id(1_000), effectiveAt: instant(0) },
  );
  right(await engineOf(store, 0).execute(publish)());
  return store;
};

const oneByOne = async (store: EventStore, list: ReadonlyArray<Ask>) => {
  const answers = [];
  for (const one of list) answers.push(await engineOf(store, 0).execute(one)());
  return answers;
};

const inBatches = async (engine: Engine, list: ReadonlyArray<Ask>, size: number) => {
  const answers = [];
  for (let from = 0; from < list.length; from += size)
    answers.push(...(await engine.executeAll(list.slice(from, from + size))()));
  return answers;
};

const everything = async (store: EventStore) => right(await store.readAll(0, 10_000)()).events;

describe('a dealership’s commands in batches', () => {
  test('LAW-5 LAW-6 record the same events and are told the same as one by one, whatever is kept in memory', async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        asks,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(0, 1, 3, 100),
        async (list, size, cachedStates) => {
          const [single, batched] = [await withPlaybook(), await withPlaybook()];
          const told = await oneByOne(single, list);
          expect(await inBatches(engineOf(batched, cachedStates), list, size)).toEqual(told);
          expect(await everything(batched)).toEqual(await everything(single));
          for (const answer of told) {
            const type = answer._tag === 'Right' ? answer.right.type : answer.left.type;
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
      fc.asyncProperty(asks, fc.nat({ max: 60 }), async (list, survivors) => {
        const whole = await withPlaybook();
        const told = await oneByOne(whole, list);
        // What recorded nothing leaves no trace, and asked again might record something.
        const recording = list.filter((_, i) => isRecorded(told[i]));

        const killed = await withPlaybook();
        await Promise.race([engineOf(dyingAfter(killed, survivors), 100).executeAll(recording)(), aWhile()]);
        const all = await everything(whole);
        const left = await everything(killed);
        expect(left).toEqual(all.slice(0, left.length));
        await engineOf(killed, 100).executeAll(recording)();
        expect(await everything(killed)).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });
});

const isRecorded = (answer: Awaited<ReturnType<typeof oneByOne>>[number] | undefined): boolean =>
  answer?._tag === 'Right' && answer.right.type === 'Recorded';

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
