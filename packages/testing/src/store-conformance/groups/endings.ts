import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { receiptFor } from '../asking.js';
import { follow } from '../following.js';
import { note, noting } from '../notes.js';
import type { Group } from '../suite.js';
import { expectAll, history } from './subscriptions.js';

/** How a subscription ends, and what it says then. */
export const endings: Group = ({ it }) => [
  it('a stopped subscription ends as stopped and is called no more', ['S9'], async ({ store, deadlineMs }) => {
    await history(store, 3);
    const follower = follow(store, 0, { deadlineMs });
    await follower.hasCaughtUp();
    assert.deepEqual(await follower.stop(), { type: 'Stopped' });
    assert.deepEqual(await follower.stop(), { type: 'Stopped' }, 'also when asked again');
    await history(store, 3);
    await setTimeout(50);
    assert.equal(follower.events.length, 3);
    assert.deepEqual(await follower.ended(), { type: 'Stopped' });
  }),
  it('a stop waits for the batch under way, and no other follows', ['S9'], async ({ store, deadlineMs }) => {
    await history(store, 4);
    let finished = 0;
    const work = async (): Promise<void> => {
      await setTimeout(30);
      finished += 1;
    };
    const follower = follow(store, 0, { deadlineMs, batchSize: 1, work });
    await setTimeout(10);
    await follower.stop();
    assert.equal(finished, follower.sizes.length, 'it ended before the handler did');
    assert(finished <= 1, 'it went on after it was stopped');
  }),
  ...failures.map(({ title, work }) =>
    it(`a handler that ${title} ends the subscription with its error`, ['S9'], async ({ store, deadlineMs }) => {
      await history(store, 6);
      const failing = follow(store, 0, { deadlineMs, batchSize: 2, work: (events) => work(events.length) });
      assert.deepEqual(await failing.ended(), { type: 'HandlerFailed', error: broken });
      assert.equal(failing.events.length, 2, 'it was called after it failed');

      const another = follow(store, 0, { deadlineMs });
      await history(store, 1);
      await expectAll(store, [another]);
    }),
  ),
  it('a listener to caught-up that throws ends the subscription with its error', ['S9'], async (trial) => {
    const { store, deadlineMs } = trial;
    const onCaughtUp = (): void => {
      throw broken;
    };
    const follower = follow(store, 0, { deadlineMs, onCaughtUp });
    assert.deepEqual(await follower.ended(), { type: 'HandlerFailed', error: broken });
  }),
  it('a start beyond the end is refused', ['REL-16', 'S9'], async ({ store, deadlineMs }) => {
    const expectRefused = async (after: number, atLeast: number): Promise<void> => {
      const follower = follow(store, after, { deadlineMs });
      const end = await follower.ended();
      assert(end.type === 'BeyondHead', `it ended as ${end.type}`);
      assert.equal(end.after, after);
      assert(end.head >= atLeast && end.head < after, `the head is no ${end.head}`);
      assert.deepEqual([follower.upTos, follower.caughtUp], [[], []], 'nothing is handed out');
    };
    await expectRefused(Number.MAX_SAFE_INTEGER, 0);
    const { position } = await receiptFor(store, noting(note('a'), [1]));
    await expectRefused(Number.MAX_SAFE_INTEGER - 1, position);
  }),
];

const broken = new Error('the handler is broken');

const failures: ReadonlyArray<{ title: string; work: (size: number) => Promise<void> }> = [
  {
    title: 'throws',
    work: () => {
      throw broken;
    },
  },
  { title: 'rejects', work: () => Promise.reject(broken) },
  { title: 'rejects late', work: () => setTimeout(10).then(() => Promise.reject(broken)) },
];
