import { projectLog } from '@millrace/engine';
import type { Envelope, Instant } from '@millrace/kernel';
import { type GateLine, gateLog, gatesView } from '@millrace/projections';
import type { ProjectEvent } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { projectLogEvents, projectLogOf } from '../data/project-log.js';
import { byCursor, readOnly } from '../data/sqlite-log.js';
import { type GateNotes, showGate } from '../folds/gate-log.js';
import type { Round, Row } from '../harness/row.js';

const asOf = '2030-01-01T00:00:00.000Z' as Instant;

/** What both must come to: every line, by its event. */
const byEvent = (lines: Iterable<GateLine>): ReadonlyMap<string, GateLine> =>
  new Map([...lines].map((line) => [`${line.stream}#${line.revision}`, line]));

const ours = async (file: string): Promise<Round> => {
  const { store, close } = await readOnly(file);
  return {
    run: async () => {
      const read = await projectLog({ store, eventsOf: projectLogEvents, views: { gates: gatesView } })();
      if (E.isLeft(read)) throw new Error(`not projected: ${read.left.type}`);
      return byEvent(gateLog(read.right.documents.gates, { asOf }));
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
      const notes: GateNotes = { runs: new Map(), requests: new Map(), lines: new Map() };
      for (const { revision, text } of rows) showGate(notes, JSON.parse(text) as Envelope<ProjectEvent>, revision);
      return byEvent(notes.lines.values());
    },
  );

const RAW = 'cursor, parse, switch';

/** Every event read, checked and shown to the view, then told in order of time; the hand-written loop checks nothing. */
export const gateLogRow: Row = {
  name: 'gateLog',
  title: 'rebuild the gate log from 1,000,000 project events in SQLite',
  unit: 'events/s',
  size: 1_000_000,
  goals: [{ against: RAW, timeAtMost: 1.5 }],
  contenders: async ({ shared, size }) => {
    const file = await projectLogOf(shared, size);
    return [
      { name: 'projectLog, gate log', round: () => ours(file) },
      { name: RAW, round: () => byHand(file) },
    ];
  },
};
