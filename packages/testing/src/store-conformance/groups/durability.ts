import assert from 'node:assert/strict';
import * as O from 'fp-ts/lib/Option.js';
import { assertConflict, given, receiptFor, wholeLog } from '../asking.js';
import { follow } from '../following.js';
import { note, noting } from '../notes.js';
import type { Group, Suite } from '../suite.js';
import { ACME } from '../suite.js';

/** What is there when the database is opened again. */
export const durability: Group = (suite) => (suite.capabilities.durable ? kept(suite) : gone(suite));

const kept = ({ it }: Suite) => [
  it('everything acknowledged is there when it is opened again', ['S11', 'S8'], async ({ store, reopen }) => {
    const request = noting(note('a'), [1, 2], 'none');
    const receipt = await receiptFor(store, request);
    await receiptFor(store, noting(note('b'), [3]));
    const log = await wholeLog(store);

    const again = (await reopen()).tenant(ACME);
    assert.deepEqual(await wholeLog(again), log);
    assert.deepEqual(await given(again.receiptOf(note('a'), request.commandId)), O.some(receipt));
    assert.deepEqual(await receiptFor(again, request), receipt);
    await assertConflict(again, noting(note('a'), [9], 'none'), { stream: note('a'), expected: 'none', actual: 1 });
  }),
  it('a log goes on where it stopped, and so does its reader', ['S11', 'S7', 'S9'], async (trial) => {
    const { store, reopen, deadlineMs } = trial;
    await receiptFor(store, noting(note('a'), [1, 2]));
    const { position } = await receiptFor(store, noting(note('b'), [1]));

    const again = (await reopen()).tenant(ACME);
    const follower = follow(again, position, { deadlineMs });
    const receipt = await receiptFor(again, noting(note('a'), [3], 1));
    assert.equal(receipt.firstRevision, 2);
    assert(receipt.position > position, 'a position was given twice');
    await follower.hasAllOf(await wholeLog(again));
    await follower.stop();
  }),
];

const gone = ({ it }: Suite) => [
  it('a store that forgets says so', ['S11'], async ({ backend }) => {
    assert.equal(backend.reopen, undefined);
  }),
];
