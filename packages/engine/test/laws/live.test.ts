import { type AnyView, deliver, liveViews, projectLog, sha256 } from '@millrace/engine';
import { type Documents, digestOf, type EventStore } from '@millrace/kernel';
import { views } from '@millrace/projections';
import fc from 'fast-check';
import { from, lastValueFrom, take, toArray } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { dealershipAsks, dealershipEngine, dealershipStore } from '../support/dealership.js';
import { ask, emptyStore, jarEngine, put, right } from '../support/engines.js';
import { faulty } from '../support/faulty.js';

const digests = (documents: { readonly [name: string]: Documents<unknown> }) =>
  Object.entries<AnyView>(views).map(([name, view]) => digestOf(view, documents[name] ?? new Map(), sha256));

const headOf = async (store: EventStore): Promise<number> => right(await store.head());

describe('views that follow the log', () => {
  test('LAW-19 LAW-20 at every position show what a rebuilding shows, though everything is handed out twice', async () => {
    await fc.assert(
      fc.asyncProperty(dealershipAsks(30), async (asks) => {
        const store = await dealershipStore();
        const engine = dealershipEngine(store, 10);
        const { eventsOf } = engine;
        const live = liveViews({ store: faulty(store, {}), eventsOf, views });
        for (const one of asks) {
          await engine.execute(one)();
          const position = await headOf(store);
          expect(right(await live.reached(position)())).toBe(position);
          const knownAt = { position };
          const rebuilt = right(await projectLog({ store, eventsOf, views, knownAt })());
          expect(digests(live.documents)).toEqual(digests(rebuilt.documents));
        }
        await live.stop();
      }),
      { numRuns: 15 },
    );
  });

  test('LAW-22 that begin in the middle of the writing lose and double nothing', async () => {
    await fc.assert(
      fc.asyncProperty(dealershipAsks(30), fc.nat({ max: 30 }), async (asks, cut) => {
        const store = await dealershipStore();
        const engine = dealershipEngine(store, 10);
        const { eventsOf } = engine;
        const before = engine.executeAll(asks.slice(0, cut))();
        const live = liveViews({ store, eventsOf, views });
        await Promise.all([before, engine.executeAll(asks.slice(cut))()]);
        right(await live.reached(await headOf(store))());
        const rebuilt = right(await projectLog({ store, eventsOf, views })());
        expect(digests(live.documents)).toEqual(digests(rebuilt.documents));
        expect(await live.stop()).toEqual({ type: 'Stopped' });
      }),
      { numRuns: 30 },
    );
  });
});

test('LAW-14 acceptance 2 and 3: whenever writers commit, a reader from anywhere sees every event after it, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 }),
      fc.nat({ max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      async (s, jars, already, batchSize) => {
        const store = emptyStore();
        for (let i = 0; i < already; i++) right(await jarEngine(store).execute(ask(put('a', 1)))());
        const slow = faulty(store, { pause: (what) => s.schedule(Promise.resolve(), what), reorders: true });
        const length = already + jars.length;
        const seen = [0, already].map((after) =>
          lastValueFrom(
            deliver(store, after, ({ events }) => from(events), { batchSize }).pipe(take(length - after), toArray()),
          ),
        );
        const writing = jars.map((jar) => jarEngine(slow).execute(ask(put(jar, 1)))());
        await s.waitFor(Promise.all(writing));
        const log = right(await store.readAll(0, 100)()).events;
        expect(log).toHaveLength(length);
        expect(await Promise.all(seen)).toEqual([log, log.slice(already)]);
      },
    ),
    { numRuns: 200 },
  );
});
