import { createEngine } from '@millrace/engine';
import type { EventStore } from '@millrace/kernel';
import { customerModule, dealership, playbookModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { all, words } from '../support/batches.js';
import {
  ask,
  done,
  drop,
  emptyStore,
  jarEngine,
  jarStream,
  left,
  lines,
  logOf,
  match,
  NOW,
  put,
  take,
} from '../support/engines.js';

describe('many commands', () => {
  test('each on what the earlier ones lead to, positions in their order, receipts as of one by one', async () => {
    const store = emptyStore();
    const answers = await all(
      jarEngine(store),
      put('a', 3),
      drop('b', 2),
      match('c', 'a'),
      take('a', 1),
      match('a', 'b'),
    );
    expect(await lines(store)).toEqual(['a +3', 'b +1', 'b +1', 'c +3', 'a -1']);
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'Recorded', 'Recorded', 'AlreadySo']);
    expect(answers.slice(0, 4).map((answer) => done(answer).receipt)).toEqual([
      { stream: jarStream('a'), firstRevision: 0, lastRevision: 0, position: 1 },
      { stream: jarStream('b'), firstRevision: 0, lastRevision: 1, position: 3 },
      { stream: jarStream('c'), firstRevision: 0, lastRevision: 0, position: 4 },
      { stream: jarStream('a'), firstRevision: 1, lastRevision: 1, position: 5 },
    ]);
  });

  test('LAW-5 a refused one, or one that is no command, appends nothing and hinders none of the others', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    const asks = [put('a', 1), take('a', 2), { type: 'FillJar' }, take('a', 1)].map((command) => ask(command));
    const answers = await engine.executeAll([...asks, { ...ask(put('a', 5)), actor: '' }, ask(put('a', 7))])();
    expect(words(answers)).toEqual(['Recorded', 'TooFewCoins', 'InvalidCommand', 'Recorded', 'InvalidAsk', 'Recorded']);
    expect(answers[1]).toMatchObject({ left: { refusal: { coins: 1 } } });
    expect(await lines(store)).toEqual(['a +1', 'a -1', 'a +7']);
  });

  test('none at all', async () => {
    expect(await jarEngine(emptyStore()).executeAll([])()).toEqual([]);
  });

  test('their appends do not wait for each other, so that a store may write them together', async () => {
    const store = emptyStore();
    let begun = 0;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: EventStore = {
      ...store,
      append: (request) => async () => {
        begun += 1;
        if (begun === 3) release();
        await released;
        return store.append(request)();
      },
    };
    const batch = [put('a', 1), take('a', 1), match('b', 'd'), put('b', 1), match('c', 'a')];
    expect(words(await all(jarEngine(slow), ...batch))).toEqual([
      'Recorded',
      'Recorded',
      'AlreadySo',
      'Recorded',
      'AlreadySo',
    ]);
  });

  test('each is sent once where nothing conflicts, also after one of several events', async () => {
    const store = emptyStore();
    let appends = 0;
    const counting: EventStore = {
      ...store,
      append: (request) => {
        appends += 1;
        return store.append(request);
      },
    };
    const answers = await all(jarEngine(counting), drop('a', 3), put('a', 2), match('b', 'a'), take('a', 9));
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'Recorded', 'TooFewCoins']);
    expect(appends).toBe(3);
  });

  test('what they leave is kept: the next command reads nothing again', async () => {
    const inner = emptyStore();
    const from: Array<number> = [];
    const readStream: EventStore['readStream'] = (stream, revision, limit) => {
      from.push(revision);
      return inner.readStream(stream, revision, limit);
    };
    const engine = jarEngine({ ...inner, readStream });
    await all(engine, put('a', 1), put('a', 2), take('a', 9));
    expect(left(await engine.execute(ask(take('a', 9)))())).toMatchObject({ refusal: { coins: 3 } });
    expect(from).toEqual([0, 2]);
  });

  test('AU-3 a playbook published in the same batch is the one that the next commands are decided under', async () => {
    const store = emptyStore();
    const engine = createEngine({ store, modules: [playbookModule, customerModule], clock: () => NOW });
    const customer = 'c1';
    const sheet = { source: 'walkIn', mobile: '139' };
    const answers = await all(
      engine,
      { type: 'CollectProspect', customer, collectedBy: 'ada', sheet },
      { type: 'PublishPlaybook', playbook: dealership },
      { type: 'CollectProspect', customer, collectedBy: 'ada', sheet },
      { type: 'AcceptProspect', customer, screenedBy: 'mia' },
      { type: 'EnterCustomer', customer, custodian: 'ada' },
    );
    expect(words(answers)).toEqual(['NoPlaybook', 'Recorded', 'Recorded', 'Recorded', 'Recorded']);
    const [published, ...rest] = await logOf(store);
    expect(published?.meta).not.toHaveProperty('playbook');
    expect(rest).toHaveLength(4);
    for (const { meta } of rest) expect(meta.playbook).toMatch(/^dealership@[0-9a-f]{16}$/);
  });
});

describe('what cannot be foreseen', () => {
  test('waits until what is under way is settled; positions keep the order of the commands', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    const batch = [put('a', 1), put('b', 1), match('b', 'a'), put('b', 2), put('a', 5), match('c', 'b'), put('d', 1)];
    expect(words(await all(engine, ...batch))).toEqual([
      'Recorded',
      'Recorded',
      'AlreadySo',
      'Recorded',
      'Recorded',
      'Recorded',
      'Recorded',
    ]);
    expect(await lines(store)).toEqual(['a +1', 'b +1', 'b +2', 'a +5', 'c +3', 'd +1']);
  });
});
