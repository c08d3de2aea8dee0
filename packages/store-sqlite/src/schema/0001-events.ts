/**
 * The first schema. Frozen: a later change is a later migration.
 *
 * The text of an event is kept exactly as it was made; what the store alone knows stands beside it.
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
  revision INTEGER NOT NULL,
  UNIQUE (tenant, name)
) STRICT;

CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
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

CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE position = NEW.position OR (stream = NEW.stream AND revision = NEW.revision))
BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;
`;
