import type { Change } from '@millrace/testing';
import Sqlite from 'better-sqlite3';

/**
 * Everything that SQL can do to a row that is there, or to the order of rows, by table.
 *
 * @source trust.md REL-13
 */
const statements = [
  'UPDATE events SET text = replace(text, 1, 2)',
  "UPDATE events SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE position = 1",
  'UPDATE events SET position = position + 1000',
  'UPDATE OR REPLACE events SET revision = 0',
  'DELETE FROM events',
  'DELETE FROM events WHERE position = (SELECT max(position) FROM events)',
  'INSERT OR REPLACE INTO events SELECT position, tenant, stream, revision, recorded_at, 1 FROM events',
  'REPLACE INTO events (tenant, stream, revision, recorded_at, text) SELECT tenant, stream, revision, recorded_at, 1 FROM events',
  'INSERT INTO events SELECT * FROM events WHERE true ON CONFLICT DO UPDATE SET text = 1',
  'INSERT OR IGNORE INTO events SELECT position, tenant, stream, revision + 50, recorded_at, text FROM events',
  'INSERT INTO events SELECT -7, tenant, stream, max(revision) + 1, recorded_at, text FROM events WHERE stream = 1',
  'INSERT INTO events SELECT 1, tenant, stream, max(revision) + 1, recorded_at, text FROM events WHERE stream = 1',
  'INSERT INTO events SELECT 9000, tenant, stream, max(revision) + 2, recorded_at, text FROM events WHERE stream = 1',
  'UPDATE receipts SET first_revision = 0, last_revision = 0, position = 1',
  "UPDATE receipts SET command = 'another'",
  'DELETE FROM receipts',
  'INSERT OR REPLACE INTO receipts SELECT stream, command, 0, 0, 1 FROM receipts',
  'INSERT INTO receipts SELECT * FROM receipts WHERE true ON CONFLICT DO UPDATE SET position = 1',
  "UPDATE streams SET name = 'note-renamed' WHERE id = 1",
  'UPDATE streams SET tenant = 2',
  'DELETE FROM streams',
  "INSERT OR REPLACE INTO streams VALUES (1, 1, 'note-renamed')",
  'REPLACE INTO streams (tenant, name) SELECT tenant, name FROM streams',
  "UPDATE tenants SET name = 'renamed'",
  'DELETE FROM tenants',
  "INSERT OR REPLACE INTO tenants VALUES (1, 'renamed')",
  'REPLACE INTO tenants (name) SELECT name FROM tenants',
];

/** Every one of them, tried on a file through a connection that has none of the store's settings. */
export const changesOf = (file: string): ReadonlyArray<Change> =>
  statements.map((sql) => ({
    name: sql,
    attempt: async () => {
      const db = new Sqlite(file);
      try {
        db.pragma('foreign_keys = OFF');
        db.pragma('recursive_triggers = OFF');
        db.exec(sql);
      } finally {
        db.close();
      }
    },
  }));
