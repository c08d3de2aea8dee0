/** A dealership embedded in a program: what is done and what is asked, from the first prospect to the purchase. */
import { streamId } from '@millrace/kernel';
import { run } from 'millrace';
import { expect, test } from 'vitest';
import { type Dealer, dealer, enter, evidence, january } from './support/embedded.js';

const story = async (): Promise<Dealer> => {
  const shop = await dealer();
  await enter(shop, january(2), 'a', 'ada');
  await enter(shop, january(2), 'b');
  await shop.at(january(3), { type: 'AdvanceStage', customer: 'a', to: 'shopper', evidence });
  await shop.at(january(4), { type: 'TransferCustody', customer: 'a', to: 'bob', reason: 'workload' });
  await shop.at(january(5), { type: 'DecidePurchase', customer: 'a', evidence });
  await shop.at(january(6), {
    type: 'CompletePurchase',
    customer: 'a',
    amount: { minor: 21_800_000, currency: 'CNY' },
  });
  shop.set(january(10));
  return shop;
};

test('the funnel says what became of two prospects, and what it was asked as of', async () => {
  const { millrace } = await story();
  const answer = await run(millrace.funnel({ by: 'custodian' }));
  expect(answer).toMatchObject({
    asOf: january(10),
    knownAt: 13,
    collected: { total: 2, entered: 2 },
    opened: 2,
    outcomes: { won: 1 },
    definition: { stages: ['prospect', 'shopper', 'buyer'] },
  });
  expect(answer.stages.map(({ id, reached, current }) => [id, reached, current])).toEqual([
    ['prospect', 2, 1],
    ['shopper', 1, 0],
    ['buyer', 1, 0],
  ]);
  expect(answer.groups.map(({ key, stages }) => [key, stages.map(({ reached }) => reached)])).toEqual([
    ['ada', [1, 1, 0]],
    ['bob', [0, 0, 1]],
    [null, [1, 0, 0]],
  ]);
  expect(answer.definitionHash).toMatch(/^[0-9a-f]{64}$/);
  expect(answer.playbook).toMatch(/^dealership@[0-9a-f]{16}$/);
  expect((await run(millrace.funnel())).groups).toEqual([]);
});

test('LAW-30: what is asked of now is asked when it is run, and now is when the log has been read', async () => {
  const { millrace, at, set } = await story();
  const asked = millrace.funnel({ onProgress: () => set(january(21)) });
  await at(january(20), { type: 'OpenJourney', customer: 'a' });
  expect(await run(asked)).toMatchObject({ asOf: january(21), opened: 3, knownAt: 14 });
});

test('the receipt of a number names an event for each unit, and the events are there to be read', async () => {
  const { millrace } = await story();
  const answer = await run(millrace.explainFunnel({ stage: 'prospect', measure: 'touched' }));
  expect(answer).toMatchObject({ asOf: january(10), knownAt: 13, stage: 'prospect', measure: 'touched', value: 2 });
  expect(
    answer.lines.map(({ customer, journey, revision, event }) => [customer, journey, revision, event.type]),
  ).toEqual([
    ['a', 1, 3, 'JourneyOpened'],
    ['b', 1, 3, 'JourneyOpened'],
  ]);
  const funnel = await run(millrace.funnel());
  expect([answer.definitionHash, answer.playbook]).toEqual([funnel.definitionHash, funnel.playbook]);
  const won = await run(millrace.explainFunnel({ stage: 'buyer', measure: 'reached' }));
  expect(won.lines.map(({ event }) => [event.type, event.revision, event.meta.effectiveAt])).toEqual([
    ['PurchaseDecided', 6, january(5)],
  ]);
  expect((await run(millrace.explainFunnel({ stage: 'buyer', measure: 'current' }))).lines).toEqual([]);
});

test('ownership says who has whom, and custodyOf who had one, as of any time', async () => {
  const { millrace } = await story();
  expect(await run(millrace.ownership())).toEqual({
    asOf: january(10),
    knownAt: 13,
    customers: 2,
    pool: 1,
    temporary: 0,
    transfers: 1,
    byCustodian: new Map([['bob', 1]]),
  });
  expect((await run(millrace.ownership({ asOf: january(3) }))).byCustodian).toEqual(new Map([['ada', 1]]));
  const { intervals, ...asked } = await run(millrace.custodyOf('a'));
  expect(asked).toEqual({ asOf: january(10), knownAt: 13, customer: 'a' });
  expect(intervals.map(({ person, from, to }) => [person, from, to])).toEqual([
    ['ada', january(2), january(4)],
    ['bob', january(4), undefined],
  ]);
  expect((await run(millrace.custodyOf('a', { asOf: january(3) }))).intervals.length).toBe(1);
  expect((await run(millrace.custodyOf('nobody'))).intervals).toEqual([]);
});

test('history gives every event of a stream, in order', async () => {
  const { millrace } = await story();
  const events = await run(millrace.history(streamId('customer', 'a')));
  expect(events.map(({ type }) => type)).toEqual([
    'ProspectCollected',
    'ProspectAccepted',
    'CustomerEntered',
    'JourneyOpened',
    'StageAdvanced',
    'CustodyTransferred',
    'PurchaseDecided',
    'PurchaseCompleted',
  ]);
  expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(await run(millrace.history(streamId('customer', 'nobody')))).toEqual([]);
});

test('a command that says what is so already records nothing; one that is sent again gives its first receipt', async () => {
  const { millrace } = await story();
  const sender = { actor: 'operator', role: 'operator' };
  const sent = millrace.execute({ type: 'LogContact', customer: 'b', by: 'ada', contactType: 'call' }, sender);
  const [first, again] = [await run(sent), await run(sent)];
  expect([first.type, again.type]).toEqual(['Recorded', 'RecordedBefore']);
  expect('receipt' in first && 'receipt' in again && again.receipt).toEqual('receipt' in first && first.receipt);
  expect(
    await run(
      millrace.execute(
        { type: 'CompletePurchase', customer: 'a', amount: { minor: 21_800_000, currency: 'CNY' } },
        sender,
      ),
    ),
  ).toEqual({
    type: 'AlreadySo',
  });
});
