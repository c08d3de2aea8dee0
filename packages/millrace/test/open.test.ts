import { type EventStore, streamId } from '@millrace/kernel';
import { dealership, type Playbook, playbookStream, type Term } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { open, playbookKnown, run } from 'millrace';
import { describe, expect, test } from 'vitest';
import { storeOf } from './support/embedded.js';

const named = (name: string): Playbook => ({ ...dealership, name: name as Term });

const published = async (store: EventStore): Promise<ReadonlyArray<string>> => {
  const millrace = await run(open(store));
  return (await run(millrace.history(playbookStream))).map(
    ({ data }) => (data as { playbook: Playbook }).playbook.name,
  );
};

describe('opening', () => {
  test('without a playbook nothing is written, and nothing can be decided yet', async () => {
    const store = storeOf();
    const millrace = await run(open(store));
    expect(await run(store.head)).toBe(0);
    const refused = await millrace.execute(
      { type: 'OpenJourney', customer: 'a' },
      { actor: 'operator', role: 'operator' },
    )();
    expect(refused).toMatchObject({ left: { type: 'Refused', refusal: { type: 'NoPlaybook' } } });
  });

  test('with one, it is published where none is in force, under the operator', async () => {
    const store = storeOf();
    const millrace = await run(open(store, { playbook: named('ours') }));
    const [event] = await run(millrace.history(playbookStream));
    expect(event).toMatchObject({ type: 'PlaybookPublished', meta: { actor: 'operator', role: 'operator' } });
    expect(await published(store)).toEqual(['ours']);
  });

  test('one that is in force is left as it is, the same and another', async () => {
    const store = storeOf();
    await run(open(store, { playbook: named('ours') }));
    await run(open(store, { playbook: named('ours') }));
    await run(open(store, { playbook: named('theirs') }));
    expect(await published(store)).toEqual(['ours']);
  });

  test('a task that is run again publishes nothing twice', async () => {
    const store = storeOf();
    const opening = open(store, { playbook: named('ours') });
    await run(opening);
    await run(opening);
    expect(await published(store)).toEqual(['ours']);
  });

  test('of several that open at once, one publishes and all find it in force, whoever reads and writes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const shared = storeOf();
        const slow: EventStore = {
          ...shared,
          readStream: (stream, from, limit) => () => scheduler.schedule(shared.readStream(stream, from, limit)()),
          append: (request) => () => scheduler.schedule(Promise.resolve()).then(() => shared.append(request)()),
        };
        const names = ['ours', 'theirs', 'others'];
        const opened = names.map((name) => open(slow, { playbook: named(name) })());
        const [results] = await Promise.all([Promise.all(opened), scheduler.waitFor(Promise.all(opened))]);
        expect(results.every(E.isRight)).toBe(true);
        const [first, ...more] = await published(shared);
        expect(names).toContain(first);
        expect(more).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('one that breaks a rule is refused with the rule it breaks, and nothing is published', async () => {
    const store = storeOf();
    const broken = { ...dealership, customer: { ...dealership.customer, purchaseStage: 'shopper' as Term } };
    expect(await open(store, { playbook: broken })()).toMatchObject({
      left: { type: 'Refused', refusal: { type: 'PurchaseStageNotLast', stage: 'shopper', last: 'buyer' } },
    });
    expect(await run(playbookKnown(store, undefined))).toEqual({ phase: 'unpublished' });
  });

  test('without a clock of its own it goes by the machine', async () => {
    const [before, store] = [new Date().toISOString(), storeOf()];
    const millrace = await run(open(store, { playbook: dealership }));
    const { asOf } = await run(millrace.funnel());
    expect(asOf >= before && asOf <= new Date().toISOString()).toBe(true);
  });

  test('what is no command, or says what none says, is answered with a typed error', async () => {
    const millrace = await run(open(storeOf(), { playbook: dealership }));
    const sender = { actor: 'operator', role: 'operator' };
    expect(await millrace.execute({ type: 'OpenJourney', customer: '__proto__' }, sender)()).toMatchObject({
      left: { type: 'InvalidCommand', command: 'OpenJourney' },
    });
    expect(await run(millrace.history(streamId('customer', '__proto__')))).toEqual([]);
  });
});
