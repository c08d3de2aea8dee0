import type { EventStore, StoredEvent } from '@millrace/kernel';
import { openStored } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { byCursor, readOnly, sqliteLog } from '../data/sqlite-log.js';
import type { Round, Row } from '../harness/row.js';

const PAGE = 2_000;

/** Events by type: what all contenders must find. */
const tally = () => {
  const counts = new Map<string, number>();
  return {
    counts,
    add: (type: string): void => {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    },
  };
};

type Typed = { readonly type: string };

const parsed = ({ text }: StoredEvent): Typed => JSON.parse(text) as Typed;

const checked = (stored: StoredEvent): Typed => {
  const opened = openStored(stored);
  if (E.isRight(opened)) return opened.right;
  throw new Error(`not readable: ${opened.left.cause.type}`);
};

const throughPort = async (store: EventStore, open: (stored: StoredEvent) => Typed) => {
  const { counts, add } = tally();
  for (let after = 0; ; ) {
    const page = await store.readAll(after, PAGE)();
    if (E.isLeft(page)) throw new Error(`not read: ${page.left.type}`);
    for (const stored of page.right.events) add(open(stored).type);
    after = page.right.upTo;
    if (page.right.events.length < PAGE) return counts;
  }
};

const port = async (file: string, open: (stored: StoredEvent) => Typed): Promise<Round> => {
  const { store, close } = await readOnly(file);
  return { run: () => throughPort(store, open), end: close };
};

/** One cursor over the texts, each parsed. */
const cursor = (file: string): Round =>
  byCursor(
    file,
    (db) => db.prepare<[], string>('SELECT text FROM events ORDER BY position').pluck(),
    (texts) => {
      const { counts, add } = tally();
      for (const text of texts) add((JSON.parse(text) as Typed).type);
      return counts;
    },
  );

const LIMIT = 'cursor + JSON.parse';

export const readSqlite: Row = {
  name: 'read-sqlite',
  title: 'read 1,000,000 events from SQLite, parsed',
  unit: 'events/s',
  size: 1_000_000,
  goals: [{ of: 'port + JSON.parse', against: LIMIT, speedAtLeast: 0.9 }],
  contenders: async ({ shared, size }) => {
    const file = await sqliteLog(shared, size);
    return [
      { name: 'port + JSON.parse', round: () => port(file, parsed) },
      { name: 'port, checked', round: () => port(file, checked) },
      { name: LIMIT, round: () => cursor(file) },
    ];
  },
};
