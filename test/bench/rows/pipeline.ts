import { projectLog } from '@millrace/engine';
import type { Currency, Envelope, Instant } from '@millrace/kernel';
import { pipelineReport, pipelineView } from '@millrace/projections';
import type { ProjectEvent } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { projectLogEvents, projectLogOf, template } from '../data/project-log.js';
import { byCursor, readOnly } from '../data/sqlite-log.js';
import { type Card, showCard } from '../folds/pipeline.js';
import type { Round, Row } from '../harness/row.js';

/** What both must come to: counts and amounts of phases and outcomes. */
interface Board {
  readonly phases: ReadonlyArray<readonly [id: string, count: number, minor: number, weighted: number]>;
  readonly delivery: number;
  readonly outcomes: ReadonlyArray<readonly [outcome: string, count: number, minor: number]>;
}

const question = {
  template,
  asOf: '2030-01-01T00:00:00.000Z' as Instant,
  zone: 'Asia/Shanghai',
  currency: 'CNY' as Currency,
};
const OUTCOMES = ['won', 'lost', 'disqualified'] as const;

const ours = async (file: string): Promise<Round> => {
  const { store, close } = await readOnly(file);
  return {
    run: async (): Promise<Board> => {
      const read = await projectLog({ store, eventsOf: projectLogEvents, views: { pipeline: pipelineView } })();
      if (E.isLeft(read)) throw new Error(`not projected: ${read.left.type}`);
      const board = pipelineReport({ ...read.right.documents, organisation: new Map() }, question);
      if (E.isLeft(board)) throw new Error(`no board: ${board.left.type}`);
      const { phases, delivery, outcomes } = board.right;
      return {
        phases: phases.map(({ id, count, value, weighted }) => [id, count, value.minor, weighted.minor]),
        delivery: delivery.reduce((all, { count }) => all + count, 0),
        outcomes: OUTCOMES.map((outcome) => [outcome, outcomes[outcome].count, outcomes[outcome].value.minor]),
      };
    },
    end: close,
  };
};

const byHand = (file: string): Round =>
  byCursor(
    file,
    (db) => db.prepare<[], { readonly text: string }>('SELECT text FROM events ORDER BY position'),
    (rows): Board => {
      const cards = new Map<string, Card>();
      for (const { text } of rows) showCard(cards, JSON.parse(text) as Envelope<ProjectEvent>);
      return boardOf([...cards.values()]);
    },
  );

const boardOf = (cards: ReadonlyArray<Card>): Board => {
  const worthOf = (some: ReadonlyArray<Card>): number => some.reduce((all, { minor = 0 }) => all + minor, 0);
  const weightOf = (some: ReadonlyArray<Card>): number => {
    const products = some.reduce((all, { minor = 0, bp = 0 }) => all + BigInt(minor) * BigInt(bp), 0n);
    const [whole, twice] = [products / 10_000n, 2n * (products % 10_000n)];
    return Number(twice > 10_000n || (twice === 10_000n && whole % 2n === 1n) ? whole + 1n : whole);
  };
  return {
    phases: ['lead', 'offer', 'negotiation'].map((id) => {
      const there = cards.filter(({ outcome, phase }) => outcome === undefined && phase === id);
      return [id, there.length, worthOf(there), weightOf(there)];
    }),
    delivery: cards.filter(({ outcome, closed }) => outcome === 'won' && !closed).length,
    outcomes: OUTCOMES.map((outcome) => {
      const there = cards.filter((card) => card.outcome === outcome);
      return [outcome, there.length, worthOf(there)];
    }),
  };
};

const RAW = 'cursor, parse, switch';

/** Every event read, checked and shown to the view, then counted with ages and cycle; the hand-written loop only counts. */
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
