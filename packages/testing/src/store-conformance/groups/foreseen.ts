import assert from 'node:assert/strict';
import type { Append, EventId, Receipt } from '@millrace/kernel';
import { assertConflict, assertUntouched, at, receiptFor } from '../asking.js';
import { note, noting } from '../notes.js';
import type { Group } from '../suite.js';

/** Appends that rest on an event which the writer foresaw and did not read. */
export const foreseen: Group = ({ it }) => [
  it('an append after the event it foresees is written', ['S1', 'S4'], async ({ store }) => {
    const first = noting(note('a'), [1, 2], 'none');
    const second = after(first, noting(note('a'), [3], 1));
    const third = guarding(second, noting(note('b'), [4], 'none'), 2);
    const receipts = await Promise.all([first, second, third].map((request) => receiptFor(store, request)));
    assert.deepEqual(
      receipts.map(({ firstRevision }: Receipt) => firstRevision),
      [0, 2, 0],
    );
  }),
  it('another event at the revision foreseen is a conflict', ['S1', 'LAW-11'], async ({ store }) => {
    const lost = noting(note('a'), ['foreseen'], 'none');
    await receiptFor(store, noting(note('a'), ['of another']));
    const request = after(lost, noting(note('a'), [2], 0));
    const conflict = { stream: note('a'), expected: 0, actual: 0 };
    await assertUntouched(store, request, () => assertConflict(store, request, conflict));
  }),
  it('another event at the revision foreseen of a guard is a conflict', ['S4', 'LAW-11'], async ({ store }) => {
    const lost = noting(note('read'), ['foreseen'], 'none');
    await receiptFor(store, noting(note('read'), ['of another']));
    const request = guarding(lost, noting(note('a'), [1], 'none'), 0);
    const conflict = { stream: note('read'), expected: 0, actual: 0 };
    await assertUntouched(store, request, () => assertConflict(store, request, conflict));
  }),
  it('the event foreseen must be the last one, not one before it', ['S1'], async ({ store }) => {
    const first = noting(note('a'), [1], 'none');
    await receiptFor(store, first);
    await receiptFor(store, noting(note('a'), [2]));
    const conflict = { stream: note('a'), expected: 1, actual: 1 };
    await assertConflict(store, after(first, noting(note('a'), [3], 1)), conflict);
  }),
  it('an event foreseen in a stream that there is not is a conflict', ['S1'], async ({ store }) => {
    const lost = noting(note('a'), [1], 'none');
    const conflict = { stream: note('a'), expected: 'any' as const, actual: 'none' as const };
    await assertConflict(store, after(lost, noting(note('a'), [2])), conflict);
  }),
  it('what was written after the event foreseen is known again, also after later events', ['S6'], async ({ store }) => {
    const first = noting(note('a'), [1], 'none');
    const second = after(first, noting(note('a'), [2], 0));
    await receiptFor(store, first);
    const receipt = await receiptFor(store, second);
    await receiptFor(store, noting(note('a'), [3]));
    assert.deepEqual(await receiptFor(store, second), receipt);
  }),
];

const lastOf = ({ writes }: Append): EventId => at(at(writes, 0).events, -1).id;

/** The append, as foreseen to stand behind another one. */
const after = (before: Append, request: Append): Append => ({
  ...request,
  writes: request.writes.map((write) => ({ ...write, lastEvent: lastOf(before) })),
});

/** The append, guarded by what another one is foreseen to leave. */
const guarding = (before: Append, request: Append, revision: number): Append => ({
  ...request,
  guards: [{ stream: at(before.writes, 0).stream, revision, lastEvent: lastOf(before) }],
});
