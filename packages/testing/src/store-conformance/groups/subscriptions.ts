import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { EventStore, StoredEvent } from '@millrace/kernel';
import { at, endOf, given, receiptFor, wholeLog } from '../asking.js';
import { type Follower, follow } from '../following.js';
import { note, noting } from '../notes.js';
import type { Group } from '../suite.js';

/** What a subscription hands out, and when. */
export const subscriptions: Group = ({ it }) => [
  it('history is handed out whole and in order, then said to be all', ['S9'], async ({ store, deadlineMs }) => {
    const log = await history(store, 30);
    const handled: Array<number> = [];
    const follower = follow(store, 0, { deadlineMs, onCaughtUp: () => handled.push(follower.events.length) });
    await follower.hasCaughtUp();
    await follower.hasAllOf(log);
    assert.equal(handled[0], 30, 'it was said to be all before it was');
    assert(at(follower.caughtUp, 0) >= endOf(log), 'it has caught up with less than there is');
    await follower.stop();
  }),
  it('a start in the middle, or at the end, gives the rest', ['S9'], async ({ store, deadlineMs }) => {
    const log = await history(store, 10);
    const followers = [0, 4, 9, 10].map((i) => follow(store, endOf(log.slice(0, i)), { deadlineMs }));
    for (const follower of followers) await follower.hasCaughtUp();
    await history(store, 5);
    await expectAll(store, followers);
  }),
  it('a start below the beginning, or no place at all, is the beginning', ['S9', 'LAW-27'], async (trial) => {
    const { store, deadlineMs } = trial;
    const log = await history(store, 3);
    for (const after of [-1, Number.NaN, Number.NEGATIVE_INFINITY, 0.5]) {
      const follower = follow(store, after, { deadlineMs });
      await follower.hasCaughtUp();
      assert.deepEqual(follower.events, log);
      await follower.stop();
    }
  }),
  it('from history into live nothing is lost or doubled', ['LAW-22', 'LAW-14', 'S9'], async ({ store, deadlineMs }) => {
    await history(store, 50);
    const followers = [follow(store, 0, { deadlineMs, batchSize: 7 })];
    for (let i = 0; i < 40; i++) {
      if (i % 10 === 5) followers.push(follow(store, 0, { deadlineMs, batchSize: 3 }));
      if (i % 10 === 9) followers.push(follow(store, await given(store.head), { deadlineMs }));
      await receiptFor(store, noting(note(`live-${i % 4}`), [i, i]));
    }
    await expectAll(store, followers);
  }),
  it('beside writers that do not wait nothing is skipped', ['LAW-14', 'S9', 'acceptance-2'], async (trial) => {
    const { store, deadlineMs } = trial;
    const followers = [follow(store, 0, { deadlineMs }), follow(store, 0, { deadlineMs, batchSize: 1 })];
    await Promise.all(Array.from({ length: 80 }, (_, i) => receiptFor(store, noting(note(`s${i % 6}`), [i]))));
    await expectAll(store, followers);
  }),
  it('a slow handler gets everything, a bounded batch at a time', ['S9'], async ({ store, deadlineMs }) => {
    await history(store, 40);
    const follower = follow(store, 0, { deadlineMs, batchSize: 9, work: () => setTimeout(3) });
    await history(store, 20);
    await expectAll(store, [follower]);
    for (const size of follower.sizes) assert(size <= 9, `a batch of ${size} events, 9 were asked for`);
  }),
  it('a handler that hangs holds up nobody else', ['S9'], async ({ store, deadlineMs }) => {
    await history(store, 10);
    let release: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = follow(store, 0, { deadlineMs, batchSize: 2, work: () => stuck });
    await slow.hasEvents(2);
    const quick = follow(store, 0, { deadlineMs });
    await history(store, 10);
    await quick.hasAllOf(await wholeLog(store));
    assert.equal(slow.events.length, 2, 'the next batch came before the first was handled');
    release();
    await expectAll(store, [slow, quick]);
  }),
  it('a batch holds no more than is sensible, whatever is asked', ['S9'], async ({ store, deadlineMs }) => {
    for (let i = 0; i < 2; i++) await receiptFor(store, noting(note('long'), Array(600).fill(i)));
    for (const [batchSize, most] of [
      [undefined, 500],
      [0, 1],
      [-7, 1],
      [Number.NaN, 1],
      [250.9, 250],
      [1_000_000, 10_000],
    ] as const) {
      const follower = follow(store, 0, { deadlineMs, ...(batchSize === undefined ? {} : { batchSize }) });
      await expectAll(store, [follower]);
      for (const size of follower.sizes) assert(size <= most, `${size} events where ${batchSize} were asked for`);
    }
  }),
  it('it is said each time that all was handled', ['S9'], async ({ store, deadlineMs }) => {
    const follower = follow(store, 0, { deadlineMs });
    await follower.hasCaughtUp();
    assert.deepEqual(follower.events, [], 'an empty log is caught up with at once');
    for (let i = 1; i <= 3; i++) {
      const { position } = await receiptFor(store, noting(note('a'), [i]));
      await follower.hasCaughtUp(i + 1);
      assert(at(follower.caughtUp, -1) >= position, 'it has caught up with less than there is');
    }
    await follower.stop();
  }),
  it('every place it was told is a start for another', ['LAW-20', 'S9'], async ({ store, deadlineMs }) => {
    await history(store, 25);
    const follower = follow(store, 0, { deadlineMs, batchSize: 4 });
    await follower.hasCaughtUp();
    await follower.stop();
    for (const [i, upTo] of follower.upTos.entries()) {
      const seen = follower.sizes.slice(0, i + 1).reduce((sum, size) => sum + size, 0);
      const rest = follow(store, upTo, { deadlineMs });
      await rest.hasCaughtUp();
      assert.deepEqual(rest.events, follower.events.slice(seen));
      await rest.stop();
    }
  }),
];

/** Events one by one in three streams; gives the whole log. */
export const history = async (store: EventStore, count: number): Promise<ReadonlyArray<StoredEvent>> => {
  for (let i = 0; i < count; i++) await receiptFor(store, noting(note(`h-${i % 3}`), [i]));
  return wholeLog(store);
};

/** Waits until each has got everything after its start, and stops it. */
export const expectAll = async (store: EventStore, followers: ReadonlyArray<Follower>): Promise<void> => {
  const log = await wholeLog(store);
  for (const follower of followers) {
    await follower.hasAllOf(log);
    assert.deepEqual(await follower.stop(), { type: 'Stopped' });
  }
};
