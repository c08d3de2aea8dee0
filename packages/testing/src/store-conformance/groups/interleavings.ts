import assert from 'node:assert/strict';
import type { EventStore, Tenant } from '@millrace/kernel';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { given, wholeStream } from '../asking.js';
import { note, noting } from '../notes.js';
import type { Group } from '../suite.js';

/** Readers that write what they read, in every order that fast-check's scheduler finds. */
export const interleavings: Group = ({ it, random }) => [
  it('no update is lost, however readers and writers interleave', ['LAW-11', 'S1', 'REL-5'], async ({ backend }) => {
    let runs = 0;
    const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const tenant = `run_${++runs}` as Tenant;
      const clients = [1, 2, 3].map((name) => countUp(backend.tenant(tenant), tenant, scheduler, name));
      const attempts = await scheduler.waitFor(Promise.all(clients));

      const counts = (await wholeStream(backend.tenant(tenant), counter)).map(({ text }) => countIn(text));
      assert.deepEqual(counts, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
      assert(attempts.every((times) => times >= 3));
    });
    await fc.assert(property, { ...random, numRuns: Math.min(random.numRuns, 25) });
  }),
];

const counter = note('counter');

/** Reads the count and appends the next, three times; a lost race is read and run again. */
const countUp = async (store: EventStore, tenant: Tenant, scheduler: fc.Scheduler, name: number): Promise<number> => {
  const read = scheduler.scheduleFunction(() => given(store.readStream(counter, 0, 100)));
  const append = scheduler.scheduleFunction((count: number) =>
    store.append(noting(counter, [[count, name]], count === 1 ? 'none' : count - 2, { tenant }))(),
  );
  let attempts = 0;
  for (let done = 0; done < 3; ) {
    attempts += 1;
    const seen = await read();
    const answer = await append(seen.length + 1);
    if (E.isRight(answer)) done += 1;
    else assert.equal(answer.left.type, 'Conflict');
  }
  return attempts;
};

const countIn = (text: string): unknown => JSON.parse(text).data.value[0];
