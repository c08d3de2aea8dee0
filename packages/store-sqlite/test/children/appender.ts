// appender FILE NAME FROM COUNT: appends COUNT commands and prints each as it is acknowledged.
import { writeSync } from 'node:fs';
import { commandIdOf } from '@millrace/engine';
import type { Append, EventId, EventStore, Expected, StreamId, Tenant } from '@millrace/kernel';
import { openSqlite } from '@millrace/store-sqlite';

const [file = '', name = '', from = '0', count = '0'] = process.argv.slice(2);

const appendOf = (i: number, stream: string, expected: Expected, size: number): Append => {
  const commandId = commandIdOf('appender', name, i);
  const events = Array.from({ length: size }, (_, k) => {
    const id = commandIdOf('event', name, i, k) as string as EventId;
    const text = JSON.stringify({ id, by: name, command: i, part: k });
    return { id, type: 'Counted', text, bytes: text.length };
  });
  return { commandId, guards: [], writes: [{ stream: stream as StreamId, expected, events }] };
};

const HOT = 'counter-hot';
let hot = 0;

/** How many events the hot stream has, read from where it was read to before. */
const countHot = async (store: EventStore): Promise<number> => {
  const more = await store.readStream(HOT as StreamId, hot, 10_000)();
  if (more._tag === 'Left') throw new Error(JSON.stringify(more.left));
  hot += more.right.length;
  return hot;
};

/** In turn: one to a stream that everybody writes where they read it, three to one of its own that takes anything. */
const appendNext = async (store: EventStore, i: number): Promise<string> => {
  for (;;) {
    const standing = await countHot(store);
    const request =
      i % 2 === 0
        ? appendOf(i, HOT, standing === 0 ? 'none' : standing - 1, 1)
        : appendOf(i, `counter-${name}`, 'any', 3);
    const answer = await store.append(request)();
    if (answer._tag === 'Right') return `${i} ${answer.right[0]?.position}`;
    if (answer.left.type !== 'Conflict') throw new Error(JSON.stringify(answer.left));
  }
};

const database = await openSqlite({ file, lockTimeoutMs: 20_000 })();
if (database._tag === 'Left') throw new Error(JSON.stringify(database.left));
const store = database.right.tenant('acme' as Tenant);
writeSync(1, 'ready\n');
for (let i = Number(from); i < Number(from) + Number(count); i++) writeSync(1, `ack ${await appendNext(store, i)}\n`);
await database.right.close();
