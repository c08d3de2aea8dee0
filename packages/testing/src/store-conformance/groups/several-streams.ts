import assert from 'node:assert/strict';
import { breathe } from '@millrace/engine';
import * as O from 'fp-ts/lib/Option.js';
import {
  assertConflict,
  assertUntouched,
  at,
  endOf,
  given,
  receiptFor,
  refusalOf,
  storedTexts,
  wholeLog,
  wholeStream,
  written,
} from '../asking.js';
import { appendOf, command, note, noting, textsOf } from '../notes.js';
import type { Group, Suite } from '../suite.js';

/** Appends that write several streams. */
export const severalStreams: Group = (suite) => (suite.capabilities.multiStream ? atomic(suite) : unsupported(suite));

const atomic: Group = ({ it }) => [
  it('several streams are written at once, with a receipt for each', ['S5'], async ({ store }) => {
    await receiptFor(store, noting(note('b'), [0]));
    const request = appendOf([
      { stream: note('a'), values: [1, 2], expected: 'none' },
      { stream: note('b'), values: [3], expected: 0 },
      { stream: note('c'), values: [4], expected: 'any' },
    ]);
    const receipts = await written(store, request);

    const log = (await wholeLog(store)).slice(1);
    assert.deepEqual(storedTexts(log), textsOf(request));
    assert.deepEqual(receipts, [
      { stream: note('a'), firstRevision: 0, lastRevision: 1, position: log[1]?.position },
      { stream: note('b'), firstRevision: 1, lastRevision: 1, position: log[2]?.position },
      { stream: note('c'), firstRevision: 0, lastRevision: 0, position: log[3]?.position },
    ]);
    for (const receipt of receipts) {
      assert.deepEqual(await given(store.receiptOf(receipt.stream, request.commandId)), O.some(receipt));
    }
  }),
  it('one stream that is not as expected leaves all unwritten', ['S5', 'LAW-10'], async ({ store }) => {
    await receiptFor(store, noting(note('b'), [0]));
    const request = appendOf([
      { stream: note('a'), values: [1], expected: 'none' },
      { stream: note('b'), values: [2], expected: 'none' },
    ]);
    const conflict = { stream: note('b'), expected: 'none', actual: 0 } as const;
    await assertUntouched(store, request, () => assertConflict(store, request, conflict));
  }),
  it(
    'no reader ever sees a part of an append, and its events stand together',
    ['S5', 'LAW-10', 'LAW-15'],
    async ({ store }) => {
      const isWhole = async (): Promise<void> => {
        const [log, head] = [await wholeLog(store), await given(store.head)];
        assert.equal(log.length % 3, 0, `${log.length} events of appends of three were read`);
        assert(head >= endOf(log), 'the head lies before what was read');
      };
      const requests = Array.from({ length: 30 }, (_, i) =>
        appendOf([
          { stream: note('a'), values: [i, i] },
          { stream: note('b'), values: [i] },
        ]),
      );
      const writing = requests.map((request) => written(store, request));
      for (let i = 0; i < 10; i++) {
        await isWhole();
        await breathe();
      }
      await Promise.all(writing);
      assert.deepEqual(storedTexts(await wholeLog(store)), requests.flatMap(textsOf));
    },
  ),
  it('an append known on some of its streams only is a conflict on the first of them', ['S5', 'S6'], async (trial) => {
    const { store } = trial;
    const whole = appendOf(['a', 'b', 'c', 'd'].map((id) => ({ stream: note(id), values: [id] })));
    await written(store, { ...whole, writes: [at(whole.writes, 1), at(whole.writes, 3)] });
    await receiptFor(store, noting(note('b'), ['later']));
    const conflict = { stream: note('b'), expected: 'any', actual: 1 } as const;
    await assertUntouched(store, whole, () => assertConflict(store, whole, conflict));
  }),
  it('an append that differs on one of its streams is a conflict on the first', ['S5', 'S6'], async ({ store }) => {
    const commandId = command('differs');
    const drafts = [
      { stream: note('a'), values: [1], expected: 'none' },
      { stream: note('b'), values: [2], expected: 'none' },
    ] as const;
    const [first, other] = [
      appendOf(drafts, { commandId }),
      appendOf([drafts[0], { ...drafts[1], values: [3] }], { commandId }),
    ];
    await written(store, first);
    const mixed = { ...other, writes: [at(first.writes, 0), at(other.writes, 1)] };
    const conflict = { stream: note('a'), expected: 'none', actual: 0 } as const;
    await assertUntouched(store, mixed, () => assertConflict(store, mixed, conflict));
  }),
  it('an append to several streams sent again gives its first receipts', ['S5', 'S6'], async ({ store }) => {
    const request = appendOf([
      { stream: note('a'), values: [1, 2], expected: 'none' },
      { stream: note('b'), values: [3], expected: 'none' },
    ]);
    const receipts = await written(store, request);
    await receiptFor(store, noting(note('b'), ['later']));
    assert.deepEqual(await written(store, request), receipts);
    assert.equal((await wholeLog(store)).length, 4);
  }),
];

const unsupported = ({ it }: Suite) => [
  it('an append to several streams is refused whole', ['S5'], async ({ store }) => {
    const request = appendOf([
      { stream: note('a'), values: [1], expected: 'none' },
      { stream: note('b'), values: [2], expected: 'none' },
    ]);
    await assertUntouched(store, request, async () => {
      assert.deepEqual(await refusalOf(store, request), { type: 'Unsupported', capability: 'multiStream' });
    });
    assert.equal((await wholeStream(store, note('a'))).length, 0);
  }),
];
