import { projectLog } from '@millrace/engine';
import type { Currency, Envelope, Instant } from '@millrace/kernel';
import { pipelineReport, pipelineView } from '@millrace/projections';
import type { ProjectEvent } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { projectLogEvents, projectLogOf, ROTTING_DAYS, template } from '../data/project-log.js';
import { byCursor, readOnly } from '../data/sqlite-log.js';
import { boardOf, type Cards, showCard } from '../folds/pipeline.js';
import type { Round, Row } from '../harness/row.js';

const question = {
  template,
  asOf: '2030-01-01T00:00:00.000Z' as Instant,
  zone: 'Asia/Shanghai',
  currency: 'CNY' as Currency,
};

const ours = async (file: string): Promise<Round> => {
  const { store, close } = await readOnly(file);
  return {
    run: async () => {
      const read = await projectLog({ store, eventsOf: projectLogEvents, views: { pipeline: pipelineView } })();
      if (E.isLeft(read)) throw new Error(`not projected: ${read.left.type}`);
      const board = pipelineReport({ ...read.right.documents, organisation: new Map() }, question);
      if (E.isLeft(board)) throw new Error(`no board: ${board.left.type}`);
      const { opened, phases, delivery, outcomes, lostReasons, cycle, ages } = board.right;
      const { mean, median, ...days } = cycle;
      const summed = mean === undefined ? days : { ...days, sum: mean.numerator };
      return { opened, phases, delivery, outcomes, lostReasons: [...lostReasons], cycle: summed, ages };
    },
    end: close,
  };
};

const byHand = (file: string): Round =>
  byCursor(
    file,
    (db) => db.prepare<[], { readonly text: string }>('SELECT text FROM events ORDER BY position'),
    (rows) => {
      const cards: Cards = new Map();
      for (const { text } of rows) showCard(cards, JSON.parse(text) as Envelope<ProjectEvent>);
      return boardOf(cards, question.asOf, ROTTING_DAYS);
    },
  );

const RAW = 'cursor, parse, switch';

/** Every event read, checked and shown to the view, then counted, each open project with its ages; by hand nothing is checked. */
export const pipelineRow: Row = {
  name: 'pipeline',
  title: 'rebuild the pipeline from 1,000,000 project events in SQLite',
  unit: 'events/s',
  size: 1_000_000,
  goals: [{ against: RAW, timeAtMost: 1.5 }],
  contenders: async ({ shared, size }) => {
    const file = await projectLogOf(shared, size);
    return [
      { name: 'projectLog, pipeline', round: () => ours(file) },
      { name: RAW, round: () => byHand(file) },
    ];
  },
};
