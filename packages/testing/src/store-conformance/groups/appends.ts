import assert from 'node:assert/strict';
import type { Expected, Revision } from '@millrace/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { assertConflict, assertUntouched, given, receiptFor, storedTexts, wholeStream } from '../asking.js';
import { command, note, noting, textsOf } from '../notes.js';
import type { Group } from '../suite.js';

/** What an append is answered, and what it leaves. */
export const appends: Group = ({ it, capabilities }) => [
  it('a store says of itself what it is tested for', [], async ({ store }) => {
    assert.deepEqual(store.capabilities, capabilities);
    assert.equal(store.tenant, 'acme');
  }),
  it('a receipt says where the events stand', ['S1', 'S7'], async ({ store }) => {
    const [first, second] = [noting(note('a'), [1, 2, 3], 'none'), noting(note('a'), [4], 2)];
    const receipts = [await receiptFor(store, first), await receiptFor(store, second)];

    const events = await wholeStream(store, note('a'));
    assert.deepEqual(storedTexts(events), [...textsOf(first), ...textsOf(second)]);
    assert.deepEqual(receipts, [
      { stream: note('a'), firstRevision: 0, lastRevision: 2, position: events[2]?.position },
      { stream: note('a'), firstRevision: 3, lastRevision: 3, position: events[3]?.position },
    ]);
  }),
  it('the revisions of a stream have no gaps', ['LAW-9', 'S1'], async ({ store }) => {
    for (const size of [1, 3, 2, 5, 1]) {
      await receiptFor(
        store,
        noting(
          note('a'),
          Array.from({ length: size }, (_, i) => i),
        ),
      );
      await receiptFor(store, noting(note('b'), [size]));
    }
    const revisions = (await wholeStream(store, note('a'))).map(({ revision }) => revision);
    assert.deepEqual(
      revisions,
      revisions.map((_, i) => i),
    );
    assert.equal(revisions.length, 12);
  }),
  ...expectations.map(({ expected, onEmpty, onThree }) =>
    it(`a writer who expects ${expected} is told the truth`, ['S1'], async ({ store }) => {
      await receiptFor(store, noting(note('three'), [1, 2, 3]));
      for (const [id, actual, accepted] of [
        ['empty', 'none', onEmpty],
        ['three', 2, onThree],
      ] as const) {
        const request = noting(note(id), ['new'], expected);
        if (accepted) {
          assert.equal((await receiptFor(store, request)).firstRevision, actual === 'none' ? 0 : 3);
          continue;
        }
        await assertUntouched(store, request, () =>
          assertConflict(store, request, { stream: note(id), expected, actual }),
        );
      }
    }),
  ),
  it('a refused append is as if it had never been asked', ['LAW-10', 'S1'], async ({ store }) => {
    await receiptFor(store, noting(note('a'), [1]));
    const commandId = command('refused');
    const refused = noting(note('a'), [2, 3], 'none', { commandId });
    await assertConflict(store, refused, { stream: note('a'), expected: 'none', actual: 0 });
    assert.deepEqual(await given(store.receiptOf(note('a'), commandId)), O.none);

    const { firstRevision } = await receiptFor(store, noting(note('a'), [2, 3], 0, { commandId }));
    assert.equal(firstRevision, 1);
  }),
];

interface Expectation {
  readonly expected: Expected;
  /** Whether a stream without events is as expected. */
  readonly onEmpty: boolean;
  /** Whether a stream of three events is. */
  readonly onThree: boolean;
}

const revision = (expected: Revision, onThree: boolean): Expectation => ({ expected, onEmpty: false, onThree });

/** Some stores and clients take -1 for "no stream": here it is a revision that no stream ever has. */
const expectations: ReadonlyArray<Expectation> = [
  { expected: 'none', onEmpty: true, onThree: false },
  { expected: 'exists', onEmpty: false, onThree: true },
  { expected: 'any', onEmpty: true, onThree: true },
  revision(2, true),
  revision(1, false),
  revision(3, false),
  revision(0, false),
  revision(-1, false),
];
