import assert from 'node:assert/strict';
import type { EventStore } from '@millrace/kernel';
import { at, endOf, given, receiptFor, storedTexts, wholeLog, wholeStream } from '../asking.js';
import { note, noting, textsOf } from '../notes.js';
import type { Group } from '../suite.js';

/** Pages of the log and of a stream. */
export const reads: Group = ({ it }) => [
  it('what was acknowledged is read at once', ['S8', 'S7'], async ({ store }) => {
    for (let i = 0; i < 20; i++) {
      const { position } = await receiptFor(store, noting(note('a'), [i]));
      assert.equal((await wholeLog(store)).at(-1)?.position, position);
      assert.equal((await wholeStream(store, note('a'))).at(-1)?.position, position);
      assert.equal(await given(store.head), position);
    }
  }),
  it('pages of any size put together are the log', ['S8'], async ({ store }) => {
    const log = await twenty(store);
    for (const page of [1, 2, 3, 7, 19, 20, 21]) assert.deepEqual(await wholeLog(store, 0, page), log);
  }),
  it('pages of any size put together are the stream', ['S8'], async ({ store }) => {
    const stream = (await twenty(store)).filter((event) => event.stream === note('a'));
    for (const page of [1, 2, 3, 9, 10, 11]) assert.deepEqual(await wholeStream(store, note('a'), page), stream);
  }),
  it('a read from any place on is the rest', ['S8', 'LAW-15'], async ({ store }) => {
    const log = await twenty(store);
    for (const [i, { position }] of log.entries()) {
      const { events, upTo } = await given(store.readAll(position, 100));
      assert.deepEqual(events, log.slice(i + 1));
      assert(upTo >= endOf(log));
    }
    const stream = log.filter((event) => event.stream === note('a'));
    for (const from of [0, 1, 5, 9, 10, 11]) {
      assert.deepEqual(await given(store.readStream(note('a'), from, 100)), stream.slice(from));
    }
  }),
  it('a limit of nothing gives nothing, and one without end gives all', ['S8', 'LAW-27'], async ({ store }) => {
    const log = await twenty(store);
    const stream = log.filter((event) => event.stream === note('a'));
    const middle = at(log, 9).position;
    for (const limit of [0, -1, -0.5, Number.NaN, Number.NEGATIVE_INFINITY]) {
      assert.deepEqual(await given(store.readAll(middle, limit)), { events: [], upTo: middle });
      assert.deepEqual(await given(store.readStream(note('a'), 0, limit)), []);
    }
    for (const limit of [20.9, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, Number.POSITIVE_INFINITY]) {
      assert.deepEqual((await given(store.readAll(0, limit))).events, log);
      assert.deepEqual(await given(store.readStream(note('a'), 0, limit)), stream);
    }
  }),
  it('a place below the beginning, or no place at all, is the beginning', ['S8', 'LAW-27'], async ({ store }) => {
    const log = await twenty(store);
    const stream = log.filter((event) => event.stream === note('a'));
    for (const place of [-1, -0.5, Number.NaN, Number.NEGATIVE_INFINITY, Number.MIN_SAFE_INTEGER]) {
      assert.deepEqual((await given(store.readAll(place, 100))).events, log);
      assert.deepEqual(await given(store.readStream(note('a'), place, 100)), stream);
    }
    assert.deepEqual((await given(store.readAll(at(log, 4).position + 0.5, 100))).events, log.slice(5));
    assert.deepEqual(await given(store.readStream(note('a'), 3.5, 100)), stream.slice(3));
  }),
  it('a place beyond the end holds nothing, and promises nothing', ['S8', 'REL-16', 'LAW-27'], async ({ store }) => {
    const log = await twenty(store);
    const ends: Array<number> = [];
    for (const place of [endOf(log) + 1_000_000, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY]) {
      const { events, upTo } = await given(store.readAll(place, 100));
      assert.deepEqual(events, []);
      assert.deepEqual(await given(store.readStream(note('a'), place, 100)), []);
      ends.push(upTo);
    }
    const later = noting(note('a'), ['later']);
    await receiptFor(store, later);
    for (const end of ends) assert.deepEqual(storedTexts(await wholeLog(store, end)), textsOf(later));
  }),
  it('what was never written is empty', ['S8'], async ({ store }) => {
    const nothing = async (): Promise<void> => {
      assert.deepEqual(await given(store.readStream(note('missing'), 0, 100)), []);
      assert.deepEqual(await given(store.readStream(note('missing'), 5, 100)), []);
    };
    await nothing();
    assert.deepEqual((await given(store.readAll(0, 100))).events, []);
    assert.equal(await given(store.head), 0);
    await twenty(store);
    await nothing();
  }),
  it('a reader who changes what it was handed changes nothing', ['S12'], async ({ store }) => {
    const log = await twenty(store);
    const copy = structuredClone(log);
    const handed = [...(await given(store.readStream(note('a'), 0, 100))), ...log] as Array<{ text: string }>;
    for (const event of handed) {
      try {
        event.text = 'forged';
      } catch (error) {
        assert(error instanceof TypeError, 'a frozen event says so');
      }
    }
    handed.length = 0;
    assert.deepEqual(await wholeLog(store), copy);
  }),
];

/** Ten events in each of two streams, in appends of one to three. */
const twenty = async (store: EventStore) => {
  for (const size of [1, 3, 2, 3, 1]) {
    const values = Array.from({ length: size }, (_, i) => i);
    await receiptFor(store, noting(note('a'), values));
    await receiptFor(store, noting(note('b'), values));
  }
  const log = await wholeLog(store);
  assert.equal(log.length, 20);
  return log;
};
