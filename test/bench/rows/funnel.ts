import { projectLog } from '@millrace/engine';
import type { DomainEvent, Envelope, EventSet } from '@millrace/kernel';
import { funnelView } from '@millrace/projections';
import { customerEvents } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { BenchEvent } from '../data/history.js';
import { byCursor, readOnly, sqliteLog } from '../data/sqlite-log.js';
import { showFunnel } from '../folds/funnel.js';
import type { Round, Row } from '../harness/row.js';

const eventsOf: ReadonlyMap<string, EventSet<DomainEvent<string, unknown>>> = new Map([
  ['customer', customerEvents as unknown as EventSet<DomainEvent<string, unknown>>],
]);

const ours = async (file: string): Promise<Round> => {
  const { store, close } = await readOnly(file);
  return {
    run: async () => {
      const projected = await projectLog({ store, eventsOf, views: { funnel: funnelView } })();
      if (E.isLeft(projected)) throw new Error(`not projected: ${projected.left.type}`);
      return projected.right.documents.funnel;
    },
    end: close,
  };
};

const byHand = (file: string): Round =>
  byCursor(
    file,
    (db) =>
      db.prepare<[], { readonly revision: number; readonly text: string }>(
        'SELECT revision, text FROM events ORDER BY position',
      ),
    (rows) => {
      const documents: Parameters<typeof showFunnel>[0] = new Map();
      for (const { revision, text } of rows) {
        showFunnel(documents, JSON.parse(text) as Envelope<BenchEvent>, revision);
      }
      return documents;
    },
  );

const RAW = 'cursor, parse, switch';

/** Every event read, checked and shown to the view; the hand-written loop checks nothing. */
export const funnel: Row = {
  name: 'funnel',
  title: 'rebuild the funnel from 1,000,000 events in SQLite',
  unit: 'events/s',
  size: 1_000_000,
  goals: [{ against: RAW, timeAtMost: 1.2 }],
  contenders: async ({ shared, size }) => {
    const file = await sqliteLog(shared, size);
    return [
      { name: 'projectLog, funnel view', round: () => ours(file) },
      { name: RAW, round: () => byHand(file) },
    ];
  },
};
