import assert from 'node:assert/strict';
import { given, receiptFor, wholeLog } from '../asking.js';
import { note, noting } from '../notes.js';
import type { Group } from '../suite.js';

/** What the database itself refuses. */
export const changes: Group = ({ it, capabilities }) => [
  capabilities.refusesChange
    ? it('the database refuses every change of what was written', ['S12', 'REL-13', 'acceptance-8'], async (trial) => {
        const { backend, store } = trial;
        const requests = [noting(note('a'), [1, 2, 3], 'none'), noting(note('b'), [4], 'none')];
        for (const request of requests) await receiptFor(store, request);
        const view = async () => ({
          log: await wholeLog(store),
          receipts: await Promise.all(
            requests.map(({ commandId, writes }) =>
              Promise.all(writes.map(({ stream }) => given(store.receiptOf(stream, commandId)))),
            ),
          ),
        });
        const before = await view();

        const attempts = (await backend.changes?.()) ?? [];
        assert(attempts.length > 0, 'a store that refuses changes names some: the backend needs `changes`');
        for (const { name, attempt } of attempts) {
          await assert.rejects(attempt, `not refused: ${name}`);
          assert.deepEqual(await view(), before, `refused, and yet it changed something: ${name}`);
        }
      })
    : it('a store whose database refuses nothing says so', ['S12'], async ({ backend }) => {
        assert.equal(backend.changes, undefined);
      }),
];
