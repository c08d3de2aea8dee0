import assert from 'node:assert/strict';
import type { AppendError, EventStore, Expected, Receipt } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { receiptFor, storedTexts, wholeLog, wholeStream } from '../asking.js';
import { note, noting, textsOf } from '../notes.js';
import type { Group } from '../suite.js';

/** Writers that do not wait for each other. */
export const races: Group = ({ it }) => [
  it('of 20 concurrent creators of a stream exactly one wins', ['S2', 'acceptance-1'], async ({ store }) => {
    const { winners, conflicts } = await race(store, 'none');
    assert.equal(winners.length, 1);
    for (const conflict of conflicts) assert.deepEqual(conflict, lost('none', 1));
    assert.equal((await wholeStream(store, note('raced'))).length, 2);
  }),
  it('of 20 concurrent writers that expect one revision at most one wins', ['LAW-11', 'S1'], async ({ store }) => {
    await receiptFor(store, noting(note('raced'), [0]));
    const { winners, conflicts } = await race(store, 0);
    assert.equal(winners.length, 1);
    for (const conflict of conflicts) assert.deepEqual(conflict, lost(0, 2));
    assert.equal((await wholeStream(store, note('raced'))).length, 3);
  }),
  ...(['any', 'exists'] as const).map((expected) =>
    it(`20 parallel appends that expect ${expected} are 20 successes`, ['S3', 'acceptance-4'], async ({ store }) => {
      await receiptFor(store, noting(note('raced'), [0]));
      const { winners, conflicts, requests } = await race(store, expected);
      assert.deepEqual(conflicts, []);

      const events = await wholeStream(store, note('raced'));
      assert.equal(events.length, 41);
      const firsts = winners.map(({ firstRevision }) => firstRevision).sort((a, b) => a - b);
      assert.deepEqual(
        firsts,
        firsts.map((_, i) => 1 + 2 * i),
      );
      for (const [i, { firstRevision, position }] of winners.entries()) {
        const [own, last] = [events.slice(firstRevision, firstRevision + 2), events[firstRevision + 1]];
        assert.deepEqual(storedTexts(own), requests[i] && textsOf(requests[i]));
        assert.equal(last?.position, position);
      }
    }),
  ),
  it('writers of different streams do not hinder each other', ['S1'], async ({ store }) => {
    const requests = Array.from({ length: 20 }, (_, i) => noting(note(`own-${i}`), [i], 'none'));
    await Promise.all(requests.map((request) => receiptFor(store, request)));
    assert.deepEqual([...storedTexts(await wholeLog(store))].sort(), requests.flatMap(textsOf).sort());
  }),
  it('appends issued without waiting are written in the order of the calls', ['S7'], async ({ store }) => {
    const requests = Array.from({ length: 50 }, (_, i) => noting(note(`s-${i % 7}`), [i]));
    await Promise.all(requests.map((request) => receiptFor(store, request)));
    assert.deepEqual(storedTexts(await wholeLog(store)), requests.flatMap(textsOf));
  }),
];

/** 20 appends of two events to one stream at once. */
const race = async (store: EventStore, expected: Expected) => {
  const requests = Array.from({ length: 20 }, (_, i) => noting(note('raced'), [i, `${i} too`], expected));
  const answers = await Promise.all(requests.map((request) => store.append(request)()));
  const winners: Array<Receipt> = [];
  const conflicts: Array<AppendError> = [];
  for (const answer of answers) {
    if (E.isRight(answer)) winners.push(...answer.right);
    else conflicts.push(answer.left);
  }
  return { requests, winners, conflicts };
};

const lost = (expected: Expected, actual: number) => ({ type: 'Conflict', stream: note('raced'), expected, actual });
