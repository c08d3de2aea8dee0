import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { APPLICATION_ID, migrations, schemaOf } from './migrate.js';

/** What a file is, before anything is done to it. */
export type FileKind =
  | { readonly kind: 'missing' | 'empty' | 'ours' }
  | { readonly kind: 'foreign' | 'damaged'; readonly message: string }
  | { readonly kind: 'newer'; readonly schema: number; readonly newest: number };

/**
 * What stands at a path, read from its first bytes without SQLite, which leaves traces beside what
 * it opens. Nothing is known where the first page may stand in a write-ahead log.
 *
 * @source SQLite, "Database File Format", sections 1.3 and 1.6
 * @throws what the file system says of a path that cannot be read.
 */
export const kindOfFile = (file: string): FileKind | undefined => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return { kind: 'missing' };
  if (!stat.isFile()) throw new Error('it is no regular file');
  if (stat.size === 0) return { kind: 'empty' };

  const head = headOf(file);
  if (head === undefined) return { kind: 'foreign', message: 'the file is no SQLite database' };
  const kind = kindOf(head.readInt32BE(68), head.readInt32BE(60), hasCells(head));
  if (sizeOf(`${file}-wal`) > 0) return kind.kind === 'empty' ? undefined : kind;

  // Asked last: another process that closes the database lengthens the file before it removes the log.
  const [size, whole] = [sizeOf(file), pageSizeOf(head) * head.readUInt32BE(28)];
  if (kind.kind !== 'ours' || size >= whole) return kind;
  return { kind: 'damaged', message: `the file was cut off: ${size} of ${whole} bytes are there` };
};

/** What an open database is: what {@link kindOfFile} foretold, with the write-ahead log regarded. */
export const kindOfDatabase = (db: Database): FileKind => {
  const application = Number(db.pragma('application_id', { simple: true }));
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  return kindOf(application, schemaOf(db), tables > 0);
};

const kindOf = (application: number, schema: number, hasTables: boolean): FileKind => {
  if (application === 0 && !hasTables) return { kind: 'empty' };
  if (application !== APPLICATION_ID) return { kind: 'foreign', message: 'the file is a database of something else' };
  if (schema > migrations.length) return { kind: 'newer', schema, newest: migrations.length };
  return schema > 0 ? { kind: 'ours' } : { kind: 'damaged', message: `there is no schema ${schema}` };
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** SQLite's header and that of the first page, which follows it; nothing where there is no header. */
const headOf = (file: string): Buffer | undefined => {
  const head = Buffer.alloc(108);
  const descriptor = openSync(file, 'r');
  try {
    const read = readSync(descriptor, head, 0, head.length, 0);
    return read === head.length && isHeader(head) ? head : undefined;
  } finally {
    closeSync(descriptor);
  }
};

const isHeader = (head: Buffer): boolean =>
  head.toString('latin1', 0, 16) === 'SQLite format 3\0' && PAGE_SIZES.has(pageSizeOf(head));

const PAGE_SIZES = new Set(Array.from({ length: 8 }, (_, i) => 512 << i));

/** Whether the table of tables, whose root is the first page, holds anything. */
const hasCells = (head: Buffer): boolean => head.readUInt8(100) !== LEAF || head.readUInt16BE(103) > 0;
const LEAF = 13;

/** The two bytes that hold the size cannot hold the largest, 65,536. */
const pageSizeOf = (head: Buffer): number => (head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16));
