import { memoryStore } from '@millrace/engine';
import type { Instant } from '@millrace/kernel';
import { views } from '@millrace/projections';
import { dealership } from '@millrace/sales';
import { open, type Replay, run } from 'millrace';
import { describe, expect, test } from 'vitest';
import { dealer, enter, evidence, january, storeOf } from './support/embedded.js';

describe('replay', () => {
  test('LOG-2: every registered view has a digest, and the same one each time', async () => {
    const shop = await dealer();
    await enter(shop, january(2), 'a', 'ada');
    const first = await run(shop.millrace.replay());
    expect(first).toMatchObject({ events: 5, knownAt: 5 });
    expect(Object.keys(first.views)).toEqual(Object.keys(views));
    for (const digest of Object.values(first.views)) expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await run(shop.millrace.replay())).toEqual(first);
  });

  test('a view whose documents change has another digest, and the others keep theirs', async () => {
    const shop = await dealer();
    await enter(shop, january(2), 'a', 'ada');
    const { views: before } = await run(shop.millrace.replay());
    await shop.at(january(3), { type: 'AdvanceStage', customer: 'a', to: 'shopper', evidence });
    const { views: after } = await run(shop.millrace.replay());
    expect(after['funnel']).not.toBe(before['funnel']);
    expect(after['ownership']).toBe(before['ownership']);
  });

  test('LOG-3, LAW-16: equal histories give equal digests, whenever they were recorded and in whatever order', async () => {
    const told = async (customers: ReadonlyArray<string>, recordedAt: Instant): Promise<Replay> => {
      const store = storeOf(memoryStore({ clock: () => recordedAt }));
      const millrace = await run(open(store, { playbook: dealership, clock: () => recordedAt }));
      const sender = { actor: 'operator', role: 'operator', effectiveAt: january(2) };
      const sheet = { source: 'walkIn', mobile: '139' };
      for (const customer of customers) {
        await run(millrace.execute({ type: 'CollectProspect', customer, collectedBy: 'ada', sheet }, sender));
        await run(millrace.execute({ type: 'AcceptProspect', customer, screenedBy: 'mia' }, sender));
        await run(millrace.execute({ type: 'EnterCustomer', customer, custodian: 'ada' }, sender));
      }
      return run(millrace.replay());
    };
    const [one, other] = [await told(['a', 'b'], january(5)), await told(['b', 'a'], january(25))];
    expect(other).toEqual(one);
    expect((await told(['a', 'c'], january(5))).views).not.toEqual(one.views);
  });

  test('it replays what was known, and tells how far it has come', async () => {
    const shop = await dealer();
    await enter(shop, january(2), 'a', 'ada');
    const progress: Array<number> = [];
    const replay = await run(
      shop.millrace.replay({ knownAt: { position: 3 }, onProgress: (events) => progress.push(events) }),
    );
    expect(replay).toMatchObject({ events: 3, knownAt: 3 });
    expect(progress.at(-1)).toBe(3);
  });
});
