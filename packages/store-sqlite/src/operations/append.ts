import { meets } from '@millrace/engine';
import type {
  Append,
  AppendReceipt,
  Conflict,
  Expected,
  Instant,
  StreamId,
  StreamWrite,
  Tenant,
} from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { repeatReader } from './repeat.js';
import { type StreamRow, streamWriter } from './stream.js';
import { tenantWriter } from './tenant.js';

type Judged = E.Either<Conflict, ReadonlyArray<AppendReceipt>>;

/** Judges one append and writes it; called inside a transaction that the caller begins and ends. */
export type Judge = (tenant: Tenant, request: Append, recordedAt: Instant) => Judged;

/** Prepares the statements of an append. */
export const judge = (db: Database): Judge => {
  const tenants = tenantWriter(db);
  const streams = streamWriter(db);
  const repeatOf = repeatReader(db);
  const insertEvent = db.prepare<[number, number, number, string, string]>(
    'INSERT INTO events (tenant, stream, revision, recorded_at, text) VALUES (?, ?, ?, ?, ?)',
  );
  const insertReceipt = db.prepare<[number, string, number, number, number]>(
    'INSERT INTO receipts (stream, command, first_revision, last_revision, position) VALUES (?, ?, ?, ?, ?)',
  );

  /** The first receipts of an append made before; a conflict where its command wrote something else, or not all of it. */
  const repeated = ({ writes, commandId }: Append, rows: ReadonlyArray<StreamRow | undefined>): Judged | undefined => {
    const receipts: Array<AppendReceipt> = [];
    let known: Judged | undefined;
    for (const [i, write] of writes.entries()) {
      const before = repeatOf(write, rows[i], commandId);
      if (before === undefined) continue;
      known ??= conflict(write.stream, write.expected, rows[i]);
      if (before !== 'different') receipts.push({ ...before, repeated: true });
    }
    return receipts.length === writes.length ? E.right(receipts) : known;
  };

  const write = (
    tenant: number,
    { stream, events }: StreamWrite,
    row: StreamRow | undefined,
    { commandId }: Append,
    recordedAt: Instant,
  ): AppendReceipt => {
    const id = row?.id ?? streams.add(tenant, stream);
    const firstRevision = row === undefined ? 0 : row.revision + 1;
    const lastRevision = firstRevision + events.length - 1;
    let position = 0;
    for (const [i, { text }] of events.entries()) {
      position = Number(insertEvent.run(tenant, id, firstRevision + i, recordedAt, text).lastInsertRowid);
    }
    insertReceipt.run(id, commandId, firstRevision, lastRevision, position);
    return { stream, firstRevision, lastRevision, position, repeated: false };
  };

  return (name, request, recordedAt) => {
    const { writes, guards } = request;
    const tenant = tenants.find(name);
    const find = (stream: StreamId) => (tenant === undefined ? undefined : streams.find(tenant, stream));
    const rows = writes.map(({ stream }) => find(stream));

    const before = repeated(request, rows);
    if (before !== undefined) return before;
    for (const { stream, revision, lastEvent } of guards) {
      const row = find(stream);
      if (actual(row) !== revision || !streams.endsIn(row, lastEvent)) return conflict(stream, revision, row);
    }
    for (const [i, { stream, expected, lastEvent }] of writes.entries()) {
      if (!meets(actual(rows[i]), expected) || !streams.endsIn(rows[i], lastEvent))
        return conflict(stream, expected, rows[i]);
    }
    const number = tenant ?? tenants.add(name);
    return E.right(writes.map((each, i) => write(number, each, rows[i], request, recordedAt)));
  };
};

const actual = (row: StreamRow | undefined) => row?.revision ?? 'none';

const conflict = (stream: StreamId, expected: Expected, row: StreamRow | undefined): E.Either<Conflict, never> =>
  E.left({ type: 'Conflict', stream, expected, actual: actual(row) });
