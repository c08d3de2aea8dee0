import assert from 'node:assert/strict';
import type { Append, EventStore, Receipt, Tenant } from '@millrace/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { given, receiptFor, storedTexts, wholeLog, wholeStream } from '../asking.js';
import { follow } from '../following.js';
import { command, note, noting, textsOf } from '../notes.js';
import { ACME, type Group } from '../suite.js';

/** Names that a careless key, prefix or pattern would mix up. */
const NAMES = ['acme', 'acme_', 'acme_a', 'acmex', 'a', '_', '0', 'constructor', 'x'.repeat(64)].map(
  (name) => name as Tenant,
);

/** Tenants beside each other in one backend. */
export const tenants: Group = ({ it }) => [
  it('the same streams and commands of many tenants are all their own', ['S13', 'LAW-37'], async ({ backend }) => {
    const requests: Array<{ store: EventStore; request: Append; receipt: Receipt }> = [];
    for (const tenant of NAMES) {
      const store = backend.tenant(tenant);
      const request = noting(note('same'), [1, 2], 'none', { tenant, commandId: command('same') });
      requests.push({ store, request, receipt: await receiptFor(store, request) });
    }
    for (const { store, request, receipt } of requests) {
      assert.deepEqual(storedTexts(await wholeLog(store)), textsOf(request));
      assert.deepEqual(await wholeStream(store, note('same')), await wholeLog(store));
      assert.deepEqual(await given(store.receiptOf(note('same'), request.commandId)), O.some(receipt));
      assert.equal(await given(store.head), receipt.position);
      assert.deepEqual(await receiptFor(store, request), receipt);
    }
  }),
  it('a tenant that never wrote sees nothing of the others', ['S13', 'LAW-37'], async ({ backend, store }) => {
    const request = noting(note('secret'), [1]);
    await receiptFor(store, request);
    for (const tenant of NAMES.filter((name) => name !== ACME)) {
      const other = backend.tenant(tenant);
      assert.deepEqual((await given(other.readAll(0, 100))).events, []);
      assert.deepEqual(await given(other.readStream(note('secret'), 0, 100)), []);
      assert.deepEqual(await given(other.receiptOf(note('secret'), request.commandId)), O.none);
      assert.equal(await given(other.head), 0);
    }
  }),
  it("a subscriber sees its own tenant's events alone", ['S13', 'S9', 'LAW-37'], async ({ backend, deadlineMs }) => {
    const names = NAMES.slice(0, 4);
    const stores = names.map((tenant) => ({ tenant, store: backend.tenant(tenant) }));
    const write = async (round: number): Promise<void> => {
      for (const { tenant, store } of stores) await receiptFor(store, noting(note('a'), [round], 'any', { tenant }));
    };
    await write(1);
    const followers = stores.map(({ store }) => follow(store, 0, { deadlineMs, batchSize: 2 }));
    for (let round = 2; round < 8; round++) await write(round);
    for (const [i, { store }] of stores.entries()) {
      await followers[i]?.hasAllOf(await wholeLog(store));
      await followers[i]?.stop();
      assert.equal(followers[i]?.events.length, 7);
    }
  }),
  it("a tenant's guards and expectations look at its own streams", ['S13', 'S4'], async ({ backend, store }) => {
    await receiptFor(store, noting(note('a'), [1]));
    const tenant = 'other' as Tenant;
    const guards = [{ stream: note('a'), revision: 'none' as const }];
    const request = noting(note('a'), [1], 'none', { tenant, guards });
    assert.equal((await receiptFor(backend.tenant(tenant), request)).firstRevision, 0);
  }),
];
