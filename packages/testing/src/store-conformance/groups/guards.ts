import assert from 'node:assert/strict';
import type { Guard } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { assertConflict, assertUntouched, receiptFor, wholeStream } from '../asking.js';
import { note, noting } from '../notes.js';
import type { Group, StoreCase, Suite } from '../suite.js';

/** Appends that depend on streams which they only read. */
export const guards: Group = (suite) => [
  ...standing.map(({ title, guard, actual }) =>
    suite.it(`a guard on ${title}`, ['S4'], async ({ store }) => {
      await receiptFor(store, noting(note('read'), [1, 2]));
      const request = noting(note('written'), ['new'], 'none', { guards: [guard] });
      if (actual === undefined) {
        assert.equal((await receiptFor(store, request)).firstRevision, 0);
        return;
      }
      const conflict = { stream: guard.stream, expected: guard.revision, actual };
      await assertUntouched(store, request, () => assertConflict(store, request, conflict));
    }),
  ),
  suite.it('one moved guard of several is enough', ['S4', 'LAW-10'], async ({ store }) => {
    for (const id of ['a', 'b', 'c']) await receiptFor(store, noting(note(id), [id]));
    const read = ['a', 'b', 'c'].map((id): Guard => ({ stream: note(id), revision: 0 }));
    await receiptFor(store, noting(note('b'), ['moved']));

    const request = noting(note('written'), ['new'], 'none', { guards: read });
    const conflict = { stream: note('b'), expected: 0, actual: 1 };
    await assertUntouched(store, request, () => assertConflict(store, request, conflict));
  }),
  suite.it('a guard may stand on the stream that is written', ['S4'], async ({ store }) => {
    await receiptFor(store, noting(note('a'), [1]));
    const seen = { stream: note('a'), revision: 0 };
    assert.equal((await receiptFor(store, noting(note('a'), [2], 'any', { guards: [seen] }))).firstRevision, 1);
    await assertConflict(store, noting(note('a'), [3], 'any', { guards: [seen] }), {
      stream: note('a'),
      expected: 0,
      actual: 1,
    });
  }),
  suite.it('where a guard moved and the expectation fails, the guard is named', ['S4', 'LAW-27'], async ({ store }) => {
    await receiptFor(store, noting(note('read'), [1]));
    const guard: Guard = { stream: note('read'), revision: 'none' };
    const request = noting(note('written'), [1], 'exists', { guards: [guard] });
    await assertConflict(store, request, { stream: note('read'), expected: 'none', actual: 0 });
  }),
  suite.capabilities.atomicGuards ? skew(suite) : foundBefore(suite),
];

const standing: ReadonlyArray<{ title: string; guard: Guard; actual: number | 'none' | undefined }> = [
  { title: 'an unmoved stream lets pass', guard: { stream: note('read'), revision: 1 }, actual: undefined },
  { title: 'a moved stream conflicts', guard: { stream: note('read'), revision: 0 }, actual: 1 },
  { title: 'a stream not yet so far conflicts', guard: { stream: note('read'), revision: 2 }, actual: 1 },
  { title: 'a missing stream lets pass', guard: { stream: note('missing'), revision: 'none' }, actual: undefined },
  { title: 'a stream created meanwhile conflicts', guard: { stream: note('read'), revision: 'none' }, actual: 1 },
  { title: 'events that never were conflicts', guard: { stream: note('missing'), revision: 0 }, actual: 'none' },
];

/** Two writers that each read what the other writes: atomic guards let one of them win. */
const skew = ({ it }: Suite): StoreCase =>
  it('of two writers that guard what the other writes one wins', ['S4', 'LAW-11'], async ({ store }) => {
    for (let round = 0; round < 10; round++) {
      const [left, right] = [note(`left-${round}`), note(`right-${round}`)];
      const answers = await Promise.all([
        store.append(noting(left, [1], 'none', { guards: [{ stream: right, revision: 'none' }] }))(),
        store.append(noting(right, [1], 'none', { guards: [{ stream: left, revision: 'none' }] }))(),
      ]);
      assert.equal(answers.filter(E.isRight).length, 1);
      const lengths = [(await wholeStream(store, left)).length, (await wholeStream(store, right)).length];
      assert.deepEqual(lengths.sort(), [0, 1]);
    }
  });

/** Without atomic guards, what is promised is that the check sees everything acknowledged before the append began. */
const foundBefore = ({ it }: Suite): StoreCase =>
  it('a guard that is not atomic finds what was acknowledged before', ['S4'], async ({ store }) => {
    for (let round = 0; round < 10; round++) {
      await receiptFor(store, noting(note('read'), [round]));
      const moved: Guard = { stream: note('read'), revision: round === 0 ? 'none' : round - 1 };
      const request = noting(note('written'), [round], 'any', { guards: [moved] });
      await assertConflict(store, request, { stream: note('read'), expected: moved.revision, actual: round });
    }
  });
