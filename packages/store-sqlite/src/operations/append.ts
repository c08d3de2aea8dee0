import type {
  Append,
  Conflict,
  EventId,
  Expected,
  Instant,
  Receipt,
  Revision,
  StreamId,
  StreamWrite,
  Tenant,
} from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { tenantWriter } from './tenant.js';

interface StreamRow {
  readonly id: number;
  readonly revision: number;
}

interface ReceiptRow {
  readonly first_revision: number;
  readonly last_revision: number;
  readonly position: number;
}

/** Judges one append and writes it; called inside a transaction that the caller begins and ends. */
export type Judge = (
  tenant: Tenant,
  request: Append,
  recordedAt: Instant,
) => E.Either<Conflict, ReadonlyArray<Receipt>>;

/** Prepares the statements of an append. */
export const judge = (db: Database): Judge => {
  const tenantOf = tenantWriter(db);
  const selectStream = db.prepare<[number, string], StreamRow>(
    'SELECT id, revision FROM streams WHERE tenant = ? AND name = ?',
  );
  const insertStream = db
    .prepare<[number, string, number], number>(
      'INSERT INTO streams (tenant, name, revision) VALUES (?, ?, ?) RETURNING id',
    )
    .pluck();
  const updateStream = db.prepare<[number, number]>('UPDATE streams SET revision = ? WHERE id = ?');
  const insertEvent = db.prepare<[number, number, number, string, string]>(
    'INSERT INTO events (tenant, stream, revision, recorded_at, text) VALUES (?, ?, ?, ?, ?)',
  );
  const insertReceipt = db.prepare<[number, string, number, number, number]>(
    'INSERT INTO receipts (stream, command, first_revision, last_revision, position) VALUES (?, ?, ?, ?, ?)',
  );
  const selectReceipt = db.prepare<[number, string], ReceiptRow>(
    'SELECT first_revision, last_revision, position FROM receipts WHERE stream = ? AND command = ?',
  );
  const selectIds = db
    .prepare<[number, number, number], string>(
      "SELECT text ->> '$.id' FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision",
    )
    .pluck();

  const selectLastId = db
    .prepare<[number, number], string>("SELECT text ->> '$.id' FROM events WHERE stream = ? AND revision = ?")
    .pluck();

  /** Whether the stream's last event is the one foreseen; any will do where none was. */
  const endsIn = (row: StreamRow | undefined, foreseen: EventId | undefined): boolean =>
    foreseen === undefined || (row !== undefined && selectLastId.get(row.id, row.revision) === foreseen);

  const conflict = (stream: StreamId, expected: Expected, row: StreamRow | undefined): E.Either<Conflict, never> =>
    E.left({ type: 'Conflict', stream, expected, actual: row?.revision ?? 'none' });

  const write = (
    tenant: number,
    { stream, events }: StreamWrite,
    row: StreamRow | undefined,
    request: Append,
    recordedAt: Instant,
  ): Receipt => {
    const firstRevision = (row?.revision ?? -1) + 1;
    const lastRevision = firstRevision + events.length - 1;
    const id = row?.id ?? insertStream.get(tenant, stream, lastRevision);
    if (id === undefined) throw new Error('SQLite gave no number to a stream');
    if (row !== undefined) updateStream.run(lastRevision, id);
    let position = 0;
    events.forEach(({ text }, i) => {
      position = Number(insertEvent.run(tenant, id, firstRevision + i, recordedAt, text).lastInsertRowid);
    });
    insertReceipt.run(id, request.commandId, firstRevision, lastRevision, position);
    return { stream, firstRevision, lastRevision, position };
  };

  /** What the command wrote to a stream before: the first receipt, or a conflict where it was something else. */
  const repeated = (
    { stream, events, expected }: StreamWrite,
    row: StreamRow | undefined,
    { commandId }: Append,
  ): E.Either<Conflict, Receipt> | undefined => {
    const before = row && selectReceipt.get(row.id, commandId);
    if (row === undefined || before === undefined) return undefined;
    const ids = selectIds.all(row.id, before.first_revision, before.last_revision);
    const same = ids.length === events.length && events.every(({ id }, i) => id === ids[i]);
    if (!same) return conflict(stream, expected, row);
    return E.right({
      stream,
      firstRevision: before.first_revision,
      lastRevision: before.last_revision,
      position: before.position,
    });
  };

  return (tenantName, request, recordedAt) => {
    const tenant = tenantOf(tenantName);
    const rows = request.writes.map(({ stream }) => selectStream.get(tenant, stream));

    const receipts: Array<Receipt> = [];
    for (const [i, write] of request.writes.entries()) {
      const before = repeated(write, rows[i], request);
      if (before === undefined) continue;
      if (E.isLeft(before)) return before;
      receipts.push(before.right);
    }
    if (receipts.length === request.writes.length) return E.right(receipts);

    for (const { stream, revision, lastEvent } of request.guards) {
      const row = selectStream.get(tenant, stream);
      if ((row?.revision ?? 'none') !== revision || !endsIn(row, lastEvent)) return conflict(stream, revision, row);
    }
    for (const [i, { stream, expected, lastEvent }] of request.writes.entries()) {
      if (receipts.length > 0 || !meets(rows[i]?.revision ?? 'none', expected) || !endsIn(rows[i], lastEvent))
        return conflict(stream, expected, rows[i]);
    }
    return E.right(request.writes.map((each, i) => write(tenant, each, rows[i], request, recordedAt)));
  };
};

const meets = (actual: Revision | 'none', expected: Expected): boolean => {
  if (expected === 'any') return true;
  return expected === 'exists' ? actual !== 'none' : actual === expected;
};
