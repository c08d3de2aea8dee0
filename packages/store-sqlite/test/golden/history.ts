import { commandIdOf } from '@millrace/engine';
import type { Append, CommandId, EventId, EventStore, Expected, Instant, StreamId, Tenant } from '@millrace/kernel';
import type { SqliteDatabase } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';

const commandId = (n: number): CommandId => commandIdOf('golden', n);

const write = (n: number, stream: string, values: ReadonlyArray<unknown>, expected: Expected) => ({
  stream: stream as StreamId,
  expected,
  events: values.map((value, i) => {
    const id = commandIdOf('golden', n, stream, i) as string as EventId;
    const text = JSON.stringify({ data: { value }, id });
    return { id, type: 'Noted', text, bytes: Buffer.byteLength(text) };
  }),
});

const [acme, other] = ['acme' as Tenant, 'other_1' as Tenant];

/** What is in the golden files, in order. Frozen with them. */
const appends: ReadonlyArray<readonly [tenant: Tenant, request: Append]> = [
  [acme, { commandId: commandId(1), guards: [], writes: [write(1, 'note-a', [1, 'two', null], 'none')] }],
  [other, { commandId: commandId(1), guards: [], writes: [write(1, 'note-a', ['of another'], 'none')] }],
  [
    acme,
    {
      commandId: commandId(2),
      guards: [{ stream: 'note-a' as StreamId, revision: 2 }],
      writes: [
        write(2, 'note-b', ['销售', '😀', "'); DROP TABLE events; --"], 'none'),
        write(2, 'note-a', [2 ** 53 - 1], 2),
      ],
    },
  ],
  [acme, { commandId: commandId(3), guards: [], writes: [write(3, 'note-é \u2028"\\', ['a\u0000b', ''], 'any')] }],
  [other, { commandId: commandId(4), guards: [], writes: [write(4, 'note-a', [['x'.repeat(5_000)]], 'exists')] }],
];

/** A clock that ticks a minute a call. */
export const goldenClock = (): (() => Instant) => {
  let minutes = 0;
  return () => new Date(Date.UTC(2030, 0, 1) + 60_000 * minutes++).toISOString() as Instant;
};

/** Writes the golden history. */
export const writeGolden = async (database: SqliteDatabase): Promise<void> => {
  for (const [tenant, request] of appends) {
    const answer = await database.tenant(tenant).append(request)();
    if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  }
};

/** Everything that a database with the golden history tells. */
export const readGolden = async (database: SqliteDatabase): Promise<object> => {
  const told: Array<object> = [];
  for (const tenant of [acme, other]) {
    const store = database.tenant(tenant);
    const log = await store.readAll(0, 1_000)();
    told.push({ tenant, log, head: await store.head(), receipts: await receiptsOf(store) });
  }
  return told;
};

const receiptsOf = async (store: EventStore): Promise<ReadonlyArray<unknown>> => {
  const receipts: Array<unknown> = [];
  for (const { commandId: id, writes } of appends.map(([, request]) => request)) {
    for (const { stream } of writes) {
      const receipt = await store.receiptOf(stream, id)();
      if (E.isRight(receipt) && O.isSome(receipt.right)) receipts.push({ id, ...receipt.right.value });
    }
  }
  return receipts;
};
