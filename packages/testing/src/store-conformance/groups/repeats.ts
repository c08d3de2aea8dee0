import assert from 'node:assert/strict';
import type { Append, Expected } from '@millrace/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { assertConflict, assertUntouched, given, receiptFor, repeatsIn, wholeStream } from '../asking.js';
import { command, note, noting } from '../notes.js';
import type { Group } from '../suite.js';

/** Appends sent again, and what only looks like them. */
export const repeats: Group = ({ it }) => [
  ...(['any', 'exists', 'none', 0] as const).map((expected: Expected) =>
    it(`the same append, expecting ${expected}, gives its first receipt`, ['S6'], async ({ store }) => {
      if (expected !== 'none') await receiptFor(store, noting(note('a'), ['before']));
      const request = noting(note('a'), [1, 2], expected);
      const receipt = await receiptFor(store, request);
      assert.deepEqual(await receiptFor(store, request), receipt);

      await receiptFor(store, noting(note('a'), ['later']));
      await receiptFor(store, noting(note('b'), ['elsewhere']));
      assert.deepEqual(await receiptFor(store, request), receipt, 'also after later events');
      assert.deepEqual(await repeatsIn(store, request), [true], 'and says that it is not new');
      assert.equal((await wholeStream(store, note('a'))).length, expected === 'none' ? 3 : 4);
    }),
  ),
  it('20 identical appends at once are one append', ['S6'], async ({ store }) => {
    const request = noting(note('a'), [1, 2], 'none');
    const repeats = await Promise.all(Array.from({ length: 20 }, () => repeatsIn(store, request)));
    assert.equal(repeats.flat().filter((repeated) => !repeated).length, 1, 'one of them wrote it');
    const receipts = await Promise.all(Array.from({ length: 20 }, () => receiptFor(store, request)));
    for (const receipt of receipts) assert.deepEqual(receipt, receipts[0]);
    assert.equal((await wholeStream(store, note('a'))).length, 2);
  }),
  it('a moved guard does not hide the first receipt', ['S6', 'S4'], async ({ store }) => {
    const guards = [{ stream: note('read'), revision: 'none' as const }];
    const request = noting(note('a'), [1], 'none', { guards });
    const receipt = await receiptFor(store, request);
    await receiptFor(store, noting(note('read'), ['moved']));
    assert.deepEqual(await receiptFor(store, request), receipt);
  }),
  ...different.map(({ title, values, expected }) =>
    it(`under the same command, ${title} is a conflict`, ['S6'], async ({ store }) => {
      const commandId = command('same');
      await receiptFor(store, noting(note('a'), [1, 2, 3], 'none', { commandId }));
      const other = noting(note('a'), values, expected, { commandId });
      const conflict = { stream: note('a'), expected, actual: 2 };
      await assertUntouched(store, other, () => assertConflict(store, other, conflict));
    }),
  ),
  ...parts.map(({ title, part }) =>
    it(`of an append of three, ${title} sent again is a conflict`, ['S6'], async ({ store }) => {
      const whole = noting(note('a'), [1, 2, 3], 'none');
      await receiptFor(store, whole);
      const again = part(whole);
      const conflict = { stream: note('a'), expected: 'none', actual: 2 } as const;
      await assertUntouched(store, again, () => assertConflict(store, again, conflict));
    }),
  ),
  it('a store tells what a command wrote, and that it wrote nothing', ['S6'], async ({ store }) => {
    const [mine, other] = [noting(note('a'), [1, 2]), noting(note('b'), [1])];
    assert.deepEqual(await given(store.receiptOf(note('a'), mine.commandId)), O.none);
    const receipt = await receiptFor(store, mine);
    await receiptFor(store, other);
    await receiptFor(store, noting(note('a'), ['later']));

    assert.deepEqual(await given(store.receiptOf(note('a'), mine.commandId)), O.some(receipt));
    assert.deepEqual(await given(store.receiptOf(note('b'), mine.commandId)), O.none);
    assert.deepEqual(await given(store.receiptOf(note('a'), other.commandId)), O.none);
    assert.deepEqual(await given(store.receiptOf(note('missing'), mine.commandId)), O.none);
  }),
  it('what a command wrote to one stream does not count for another', ['S6'], async ({ store }) => {
    const commandId = command('two streams');
    await receiptFor(store, noting(note('a'), [1], 'none', { commandId }));
    assert.equal((await receiptFor(store, noting(note('b'), [1], 'none', { commandId }))).firstRevision, 0);
  }),
];

const different: ReadonlyArray<{ title: string; values: ReadonlyArray<number>; expected: Expected }> = [
  { title: 'other content', values: [1, 2, 4], expected: 'none' },
  { title: 'other content where the stream now stands', values: [4], expected: 2 },
  { title: 'the same values in another order', values: [3, 2, 1], expected: 'any' },
  { title: 'one event more', values: [1, 2, 3, 4], expected: 'exists' },
];

/** The events themselves, ids included, so that nothing but their number or order tells. */
const parts: ReadonlyArray<{ title: string; part: (whole: Append) => Append }> = [
  { title: 'the first two', part: eventsOf((events) => events.slice(0, 2)) },
  { title: 'the last two', part: eventsOf((events) => events.slice(1)) },
  { title: 'the reverse', part: eventsOf((events) => [...events].reverse()) },
];

function eventsOf(change: <A>(events: ReadonlyArray<A>) => ReadonlyArray<A>): (whole: Append) => Append {
  return (whole) => ({ ...whole, writes: whole.writes.map((each) => ({ ...each, events: change(each.events) })) });
}
