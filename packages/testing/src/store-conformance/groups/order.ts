import assert from 'node:assert/strict';
import { breathe, type Clock } from '@millrace/engine';
import { Instant, type Position } from '@millrace/kernel';
import { at, endOf, given, receiptFor, wholeLog, wholeStream } from '../asking.js';
import { note, noting } from '../notes.js';
import type { Group } from '../suite.js';

/** One order for all. */
export const order: Group = ({ it, onClock }) => [
  it('positions rise, are safe, and agree with the order of each stream', ['S7', 'LAW-12'], async ({ store }) => {
    const ids = ['a', 'b', 'c'];
    const writing = Array.from({ length: 20 }, (_, i) =>
      ids.map((id) => receiptFor(store, noting(note(id), i % 2 === 0 ? [i] : [i, i]))),
    );
    await Promise.all(writing.flat());
    const log = await wholeLog(store);
    assert.equal(log.length, 90);
    for (const [i, { position }] of log.entries()) {
      assert(Number.isSafeInteger(position) && position > endOf(log.slice(0, i)), `position ${position}`);
    }
    for (const id of ids) {
      assert.deepEqual(
        log.filter(({ stream }) => stream === note(id)),
        await wholeStream(store, note(id)),
      );
    }
    assert.equal(await given(store.head), log.at(-1)?.position);
  }),
  it('what was acknowledged before another began comes before it', ['LAW-13', 'S7'], async ({ store }) => {
    let now = 0;
    const done: Array<{ began: number; ended: number; position: Position }> = [];
    const worker = async (name: number): Promise<void> => {
      for (let i = 0; i < 15; i++) {
        const began = ++now;
        const { position } = await receiptFor(store, noting(note(`w${(name + i) % 3}`), [name, i]));
        done.push({ began, ended: ++now, position });
      }
    };
    await Promise.all([0, 1, 2, 3].map(worker));
    for (const a of done) {
      for (const b of done) if (a.ended < b.began) assert(a.position < b.position, 'acknowledged first, placed later');
    }
  }),
  it('what was read is never joined by earlier events', ['LAW-15', 'S7', 'acceptance-2'], async ({ store }) => {
    const writing = Array.from({ length: 60 }, (_, i) => receiptFor(store, noting(note(`s${i % 5}`), [i, i])));
    const reads: Array<ReadonlyArray<unknown>> = [];
    let isWriting = true;
    const written = Promise.all(writing).finally(() => {
      isWriting = false;
    });
    while (isWriting) {
      reads.push(await wholeLog(store));
      await breathe();
    }
    await written;

    const last = await wholeLog(store);
    assert.equal(last.length, 120);
    for (const read of reads) assert.deepEqual(read, last.slice(0, read.length));
  }),
  onClock(goingBack())('the time of recording never decreases', ['S7'], async ({ store }) => {
    for (let i = 0; i < 12; i++) await receiptFor(store, noting(note(`s${i % 3}`), [i, i]));
    const times = (await wholeLog(store)).map(({ recordedAt }) => recordedAt);
    assert.equal(times.length, 24);
    for (const [i, time] of times.entries()) {
      assert(Instant.is(time), `${time} is no instant`);
      assert(i === 0 || time >= at(times, i - 1), `${time} was recorded after ${times[i - 1]}`);
    }
  }),
];

/** Two steps forward, three back. */
const goingBack = (): Clock => {
  let tick = 0;
  return () => {
    tick += 1;
    const seconds = 100 + tick - 4 * Math.floor(tick / 3);
    return new Date(Date.UTC(2030, 0, 1) + 1_000 * seconds).toISOString() as Instant;
  };
};
