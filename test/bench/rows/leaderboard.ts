import { projectLog } from '@millrace/engine';
import type { Currency, Envelope, Instant } from '@millrace/kernel';
import { boardOf, creditsView, funnelOf, leaderboard, organisationView } from '@millrace/projections';
import { dealership, type SaleEvent } from '@millrace/sales';
import Sqlite from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { creditEvents, creditLog } from '../data/credit-log.js';
import { readOnly } from '../data/sqlite-log.js';
import type { Round, Row } from '../harness/row.js';

/** What both must come to: who earned how much, and the rank of it. */
type Ranks = ReadonlyArray<readonly [rank: number | null, id: string | null, minor: number]>;

const question = {
  definition: { ...boardOf(dealership, { period: 'all' }), participants: 'credited' as const },
  asOf: '2027-01-01T00:00:00.000Z' as Instant,
  currency: 'CNY' as Currency,
  funnel: funnelOf(dealership),
};

const ours = async (file: string): Promise<Round> => {
  const { store, close } = await readOnly(file);
  const views = { credits: creditsView, organisation: organisationView };
  return {
    run: async (): Promise<Ranks> => {
      const read = await projectLog({ store, eventsOf: creditEvents, views })();
      if (E.isLeft(read)) throw new Error(`not projected: ${read.left.type}`);
      const nothing = { periods: new Map(), pledges: new Map(), funnel: new Map() };
      const board = leaderboard({ ...read.right.documents, ...nothing }, question);
      if (E.isLeft(board)) throw new Error(`no board: ${board.left.type}`);
      return board.right.rows.map(({ rank, id, credited }) => [rank, id, credited.minor]);
    },
    end: close,
  };
};

const byHand = (file: string): Round => {
  const db = new Sqlite(file, { readonly: true });
  const rows = db.prepare<[], { readonly text: string }>('SELECT text FROM events ORDER BY position');
  return {
    run: (): Ranks => {
      const sums = new Map<string, number>();
      for (const { text } of rows.iterate()) {
        const { type, data } = JSON.parse(text) as Envelope<SaleEvent>;
        if (type !== 'SaleCredited') continue;
        for (const { person, amount } of data.revenue) sums.set(person, (sums.get(person) ?? 0) + amount.minor);
      }
      const order = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return order.map(([id, minor]) => [1 + order.findIndex(([, other]) => other === minor), id, minor]);
    },
    end: () => {
      db.close();
    },
  };
};

const RAW = 'cursor, parse, sum';

/** Every event read, checked and shown to the views, then ranked; the hand-written loop only adds up. */
export const leaderboardRow: Row = {
  name: 'leaderboard',
  title: 'rebuild the leaderboard from 1,000,000 credits in SQLite',
  unit: 'events/s',
  size: 1_000_000,
  goals: [{ against: RAW, timeAtMost: 1.2 }],
  contenders: async ({ shared, size }) => {
    const file = await creditLog(shared, size);
    return [
      { name: 'projectLog, leaderboard', round: () => ours(file) },
      { name: RAW, round: () => byHand(file) },
    ];
  },
};
