import assert from 'node:assert/strict';
import type { Clock } from '@millrace/engine';
import type { EventStore, Instant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { given, receiptFor, repeatsIn, storedTexts, wholeLog, wholeStream } from '../asking.js';
import { follow } from '../following.js';
import { note, noting, textsOf } from '../notes.js';
import { ACME, type Group, type Suite } from '../suite.js';
import { expectAll } from './subscriptions.js';

/** Two handles on the same data, as two processes have. */
export const processes: Group = (suite) => (suite.capabilities.sharedByProcesses ? shared(suite) : alone(suite));

const shared = ({ it }: Suite) => [
  it('what one handle was acknowledged the other reads at once', ['S7', 'S8'], async ({ store, second }) => {
    const other = (await second()).tenant(ACME);
    for (let i = 0; i < 10; i++) {
      const [from, to] = i % 2 === 0 ? [store, other] : [other, store];
      const request = noting(note('a'), [i], i === 0 ? 'none' : i - 1);
      const receipt = await receiptFor(from, request);
      assert.equal(await given(to.head), receipt.position);
      assert.deepEqual(storedTexts(await given(to.readStream(note('a'), i, 10))), textsOf(request));
      assert.deepEqual(await receiptFor(to, request), receipt, 'sent again through the other');
    }
  }),
  it('of creators on both handles exactly one wins', ['S2', 'LAW-11', 'acceptance-1'], async ({ store, second }) => {
    const other = (await second()).tenant(ACME);
    for (let round = 0; round < 5; round++) {
      const stream = note(`raced-${round}`);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? store : other).append(noting(stream, [i], 'none'))()),
      );
      assert.equal(answers.filter(E.isRight).length, 1);
      for (const answer of answers) {
        if (E.isRight(answer)) continue;
        assert.deepEqual(answer.left, { type: 'Conflict', stream, expected: 'none', actual: 0 });
      }
    }
  }),
  it('a count kept by both handles loses nothing', ['LAW-11', 'S1', 'S3'], async ({ store, second }) => {
    const other = (await second()).tenant(ACME);
    await Promise.all([store, other].map(countUp));
    assert.equal((await wholeStream(store, note('counter'))).length, 50);
    assert.equal((await wholeStream(store, note('log'))).length, 50);
  }),
  it('identical appends through both handles are one', ['S6'], async ({ store, second }) => {
    const other = (await second()).tenant(ACME);
    const request = noting(note('a'), [1, 2], 'none');
    const repeats = await Promise.all([store, other, store, other].map((each) => repeatsIn(each, request)));
    assert.equal(repeats.flat().filter((repeated) => !repeated).length, 1, 'one of them wrote it');
    const receipts = await Promise.all([store, other, store, other].map((each) => receiptFor(each, request)));
    for (const receipt of receipts) assert.deepEqual(receipt, receipts[0]);
    assert.equal((await wholeLog(other)).length, 2);
  }),
  it('a subscriber misses nothing that either handle writes', ['LAW-14', 'S9', 'acceptance-3'], async (trial) => {
    const { store, second, deadlineMs } = trial;
    const other = (await second()).tenant(ACME);
    const followers = [follow(store, 0, { deadlineMs }), follow(other, 0, { deadlineMs, batchSize: 3 })];
    const write = async (from: EventStore, name: string): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        await receiptFor(from, noting(note(`${name}-${i % 3}`), [i, i]));
        if (i % 10 === 5) followers.push(follow(i % 20 === 5 ? other : store, await given(from.head), { deadlineMs }));
      }
    };
    await Promise.all([write(store, 'mine'), write(other, 'theirs')]);
    await expectAll(store, followers);
    assert.equal((await wholeLog(other)).length, 160);
  }),
  it('the time of recording does not decrease from handle to handle', ['S7'], async ({ store, second }) => {
    const behind: Clock = () => '2020-01-01T00:00:00.000Z' as Instant;
    const other = (await second(behind)).tenant(ACME);
    for (let i = 0; i < 8; i++) await receiptFor(i % 2 === 0 ? store : other, noting(note('a'), [i]));
    const times = (await wholeLog(store)).map(({ recordedAt }) => recordedAt);
    assert.deepEqual(times, [...times].sort());
  }),
  it('a commit held up elsewhere is missed by no reader', ['LAW-14', 'S9', 'acceptance-3'], async (trial) => {
    const { store, backend, second, deadlineMs } = trial;
    const other = (await second()).tenant(ACME);
    await receiptFor(store, noting(note('a'), ['before']));
    const release = await backend.holdUp?.();
    const late = receiptFor(store, noting(note('a'), ['late']));
    const atEnd = follow(other, await given(other.head), { deadlineMs });
    const fromStart = follow(other, 0, { deadlineMs });
    await fromStart.hasEvents(1);
    await release?.();
    await late;
    await receiptFor(other, noting(note('b'), ['after']));
    await expectAll(other, [atEnd, fromStart]);
    if (release !== undefined) assert.equal(atEnd.events.length, 2, 'the head was read before what was held up');
  }),
];

const alone = ({ it }: Suite) => [
  it('a store of one process says so', ['S1'], async ({ backend }) => {
    assert.equal(backend.second, undefined);
  }),
];

/** 25 rounds: adds one to a count, whatever others do, and notes it in a log that takes everything. */
const countUp = async (store: EventStore): Promise<void> => {
  for (let done = 0; done < 25; ) {
    const count = (await wholeStream(store, note('counter'))).length;
    const answer = await store.append(noting(note('counter'), [count], count === 0 ? 'none' : count - 1))();
    if (E.isLeft(answer)) {
      assert.equal(answer.left.type, 'Conflict');
      continue;
    }
    await receiptFor(store, noting(note('log'), [count]));
    done += 1;
  }
};
