/**
 * The first schema. Frozen: a later change is a later migration.
 *
 * Rows are only ever added: every table refuses UPDATE and DELETE, and refuses an INSERT that would
 * take an existing row's place, since REPLACE and upserts come as one. Events are refused anywhere
 * but at the end of the log and of their stream. What no trigger can refuse is DROP TRIGGER.
 *
 * The text of an event is kept exactly as it was made; what the store alone knows stands beside it.
 *
 * @source stores.md S12, trust.md REL-13
 */
export const migration0001 = `
CREATE TABLE tenants (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE streams (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  name TEXT NOT NULL,
  UNIQUE (tenant, name)
) STRICT;

CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT CHECK (position > 0),
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  stream INTEGER NOT NULL REFERENCES streams (id),
  revision INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (stream, revision)
) STRICT;

CREATE INDEX events_by_tenant ON events (tenant);

CREATE TABLE receipts (
  stream INTEGER NOT NULL REFERENCES streams (id),
  command TEXT NOT NULL,
  first_revision INTEGER NOT NULL,
  last_revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (stream, command)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_are_added_at_the_end BEFORE INSERT ON events
WHEN NEW.revision <> (SELECT coalesce(max(revision) + 1, 0) FROM events WHERE stream = NEW.stream)
  OR (NEW.position <> -1 AND NEW.position <= (SELECT max(position) FROM events))
BEGIN SELECT RAISE(ABORT, 'events are only added at the end'); END;

CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

CREATE TRIGGER receipts_are_not_replaced BEFORE INSERT ON receipts
WHEN EXISTS (SELECT 1 FROM receipts WHERE stream = NEW.stream AND command = NEW.command)
BEGIN SELECT RAISE(ABORT, 'receipts are never replaced'); END;

CREATE TRIGGER receipts_are_not_updated BEFORE UPDATE ON receipts
BEGIN SELECT RAISE(ABORT, 'receipts are never changed'); END;

CREATE TRIGGER receipts_are_not_deleted BEFORE DELETE ON receipts
BEGIN SELECT RAISE(ABORT, 'receipts are never deleted'); END;

CREATE TRIGGER streams_are_not_replaced BEFORE INSERT ON streams
WHEN EXISTS (SELECT 1 FROM streams WHERE id = NEW.id OR (tenant = NEW.tenant AND name = NEW.name))
BEGIN SELECT RAISE(ABORT, 'streams are never replaced'); END;

CREATE TRIGGER streams_are_not_updated BEFORE UPDATE ON streams
BEGIN SELECT RAISE(ABORT, 'streams are never changed'); END;

CREATE TRIGGER streams_are_not_deleted BEFORE DELETE ON streams
BEGIN SELECT RAISE(ABORT, 'streams are never deleted'); END;

CREATE TRIGGER tenants_are_not_replaced BEFORE INSERT ON tenants
WHEN EXISTS (SELECT 1 FROM tenants WHERE id = NEW.id OR name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'tenants are never replaced'); END;

CREATE TRIGGER tenants_are_not_updated BEFORE UPDATE ON tenants
BEGIN SELECT RAISE(ABORT, 'tenants are never changed'); END;

CREATE TRIGGER tenants_are_not_deleted BEFORE DELETE ON tenants
BEGIN SELECT RAISE(ABORT, 'tenants are never deleted'); END;
`;
