/** The two axes of time: as of when something was so, and as known when. */
import { newCommandId } from '@millrace/engine';
import type { Instant, Unbranded } from '@millrace/kernel';
import { dealership, type Playbook, type Term } from '@millrace/sales';
import { customerCommands } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { type Command, open, playbookKnown, run } from 'millrace';
import { describe, expect, test } from 'vitest';
import { dealer, enter, evidence, handClock, january, storeOf } from './support/embedded.js';

/** The dealership with one stage more. */
const longer: Playbook = {
  ...dealership,
  customer: {
    ...dealership.customer,
    stages: dealership.customer.stages.flatMap((stage) =>
      stage.id === 'buyer' ? [{ id: 'hot' as Term, name: { en: 'Hot', zh: '热' } }, stage] : [stage],
    ),
    benchmark: [25, 10, 5, 1],
  },
};

describe('as of and as known at', () => {
  test('what was dated back is so as of its own time, for who knows of it', async () => {
    const shop = await dealer();
    const before = await enter(shop, january(2), 'a');
    const after = await shop.at(
      january(9),
      { type: 'AdvanceStage', customer: 'a', to: 'shopper', evidence },
      january(5),
    );
    const shoppers = async (asOf: Instant, knownAt: { position: number } | { time: Instant }) =>
      (await run(shop.millrace.funnel({ asOf, knownAt }))).stages[1]?.current;
    expect(await shoppers(january(5), { position: after })).toBe(1);
    expect(await shoppers(january(5), { position: before })).toBe(0);
    expect(await shoppers(january(4), { position: after })).toBe(0);
    expect(await shoppers(january(5), { time: january(8) })).toBe(0);
    expect(await shoppers(january(5), { time: january(9) })).toBe(1);
  });

  test('an answer says the position of the last event that was known, of whatever stream', async () => {
    const shop = await dealer();
    const position = await enter(shop, january(2), 'a');
    const known = async (knownAt: { position: number } | { time: Instant }) =>
      (await run(shop.millrace.ownership({ knownAt }))).knownAt;
    expect(await known({ position: position - 1 })).toBe(position - 1);
    expect(await known({ position: 1_000_000 })).toBe(position);
    expect(await known({ position: 0 })).toBe(0);
    expect(await known({ time: january(1) })).toBe(1);
    expect(await known({ time: january(30) })).toBe(position);
  });

  test('before the playbook was published there is no funnel, but who had whom can be asked: nobody', async () => {
    const { millrace } = await dealer();
    const unpublished = { _tag: 'Left', left: { type: 'NoPlaybookPublished' } };
    const number = { stage: 'prospect', measure: 'reached' } as const;
    for (const knownAt of [{ position: 0 }, { time: '2025-12-31T23:59:59.999Z' as Instant }]) {
      expect(await millrace.funnel({ knownAt })()).toEqual(unpublished);
      expect(await millrace.explainFunnel(number, { knownAt })()).toEqual(unpublished);
      expect(await run(millrace.ownership({ knownAt }))).toMatchObject({ knownAt: 0, customers: 0 });
    }
    expect((await run(millrace.funnel({ knownAt: { position: 1 } }))).knownAt).toBe(1);
  });

  test('the funnel is that of the playbook as it was known, not as it is', async () => {
    const shop = await dealer();
    const before = await enter(shop, january(2), 'a');
    await shop.at(january(3), { type: 'PublishPlaybook', playbook: longer });
    const stages = async (asking?: { readonly knownAt: { readonly position: number } }) => {
      const { definition, playbook } = await run(shop.millrace.funnel(asking));
      return [playbook, definition.stages.length];
    };
    const [[first, three], [second, four]] = [await stages({ knownAt: { position: before } }), await stages()];
    expect([three, four]).toEqual([3, 4]);
    expect(first).not.toBe(second);
  });

  test('the playbook that was known, at a position or a time, or of all there is', async () => {
    const shop = await dealer();
    shop.set(january(3));
    const position = await shop.at(january(3), { type: 'PublishPlaybook', playbook: longer });
    const stages = async (knownAt?: { position: number } | { time: Instant }) => {
      const known = await run(playbookKnown(shop.store, knownAt));
      return known.phase === 'published' ? known.playbook.customer.stages.length : known.phase;
    };
    expect(await stages()).toBe(4);
    expect(await stages({ position })).toBe(4);
    expect(await stages({ position: position - 1 })).toBe(3);
    expect(await stages({ position: 0 })).toBe('unpublished');
    expect(await stages({ time: january(3) })).toBe(4);
    expect(await stages({ time: january(2, 23) })).toBe(3);
    expect(await stages({ time: '2025-12-31T23:59:59.999Z' as Instant })).toBe('unpublished');
  });

  test('a playbook that is published once the log was read belongs to the next answer', async () => {
    const shop = await dealer();
    const last = await enter(shop, january(2), 'a');
    let published = false;
    const store = {
      ...shop.store,
      readAll: (after: number, limit: number) => async () => {
        const page = await shop.store.readAll(after, limit)();
        if (published || E.isLeft(page) || page.right.events.length > 0) return page;
        published = true;
        await shop.at(january(3), { type: 'PublishPlaybook', playbook: longer });
        return page;
      },
    };
    const watched = await run(open(store, { clock: shop.clock }));
    expect(await run(watched.funnel())).toMatchObject({ knownAt: last, stages: [{}, {}, {}] });
    expect(await run(watched.funnel())).toMatchObject({ knownAt: last + 1, stages: [{}, {}, {}, {}] });
  });
});

describe('answers that are final', () => {
  const customers = ['c1', 'c2'];
  const steps = fc.array(fc.oneof(customerCommands(), customerCommands('c2' as never)), {
    minLength: 10,
    maxLength: 40,
    size: 'max',
  });

  test('LAW-29, LAW-31, LOG-6: as known at a position, every answer stays what it was, whatever is recorded later', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, fc.nat({ max: 40 }), async (first, second, day) => {
        const hand = handClock();
        const millrace = await run(open(storeOf(), { playbook: dealership, clock: hand.clock }));
        let step = 0;
        const send = async (command: Unbranded<Command>): Promise<void> => {
          hand.set(january(2 + Math.floor(step++ / 2)));
          await millrace.execute(command, { actor: 'operator', role: 'operator', commandId: newCommandId() })();
        };
        for (const customer of customers) {
          await send({
            type: 'CollectProspect',
            customer,
            collectedBy: 'ada',
            sheet: { source: 'walkIn', mobile: '1' },
          });
          await send({ type: 'AcceptProspect', customer, screenedBy: 'mia' });
          await send({ type: 'EnterCustomer', customer });
        }
        for (const command of first) await send(command);

        const { knownAt: position } = await run(millrace.ownership());
        const asking = { asOf: january(day), knownAt: { position } };
        const ask = async () => ({
          funnel: await run(millrace.funnel({ ...asking, by: 'custodian' })),
          ownership: await run(millrace.ownership(asking)),
          custody: await run(millrace.custodyOf('c1', asking)),
          receipt: await run(millrace.explainFunnel({ stage: 'shopper', measure: 'reached' }, asking)),
          replay: await run(millrace.replay(asking)),
        });
        const then = await ask();
        for (const command of second) await send(command);
        expect(await ask()).toEqual(then);
        expect(then.funnel.knownAt).toBe(position);
      }),
      { numRuns: 25 },
    );
  });
});
