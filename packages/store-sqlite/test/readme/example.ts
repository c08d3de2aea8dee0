import { commandIdOf } from '@millrace/engine';
import type { EventId, StreamId, Tenant } from '@millrace/kernel';
import { openSqlite } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';

const opened = await openSqlite({ file: './sales.sqlite' })();
if (E.isLeft(opened)) throw new Error(opened.left.type);
const database = opened.right;
const store = database.tenant('acme' as Tenant);

// The engine makes commands, events and their bytes; this is what it hands to a store.
const id = commandIdOf('readme', 'event') as string as EventId;
const text = JSON.stringify({ data: { name: 'Li Wei' }, id });
const event = { id, type: 'Entered', text, bytes: Buffer.byteLength(text) };
const receipts = await store.append({
  commandId: commandIdOf('readme', 'command'),
  guards: [],
  writes: [{ stream: 'customer-c1' as StreamId, expected: 'none', events: [event] }],
})();
console.log(receipts);

// History first, then what comes; the next batch is read when the last was handled.
const caughtUp = Promise.withResolvers<void>();
const subscription = store.subscribe(
  0,
  async (events) => {
    for (const { position, stream, revision } of events) console.log(position, stream, revision);
  },
  { onCaughtUp: () => caughtUp.resolve() },
);
await caughtUp.promise;

await database.close();
console.log(await subscription.ended);
