/** The laws of leaderboards over generated sales periods: leavers, changes of team, refunds and back-dating. */
import { type Envelope, type Period, parsePeriod } from '@millrace/kernel';
import {
  type BoardDocuments,
  type BoardQuestion,
  type BoardRow,
  type CreditsDocument,
  fullBoard,
  type Leaderboard,
  leaderboard,
  reconciliation,
  type Sum,
} from '@millrace/projections';
import type { BoardDefinition, Visibility } from '@millrace/sales';
import { achievedOf, cutOffOf, type SalesEvent, salesPeriodHistories } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { documentsOf, fen, questionOf } from '../support/organisation.js';

type Log = ReadonlyArray<Envelope<SalesEvent>>;

const ZONE = 'Asia/Shanghai';
/** Histories are long, and shrink for minutes: the seed says enough. */
const runs = { endOnFailure: true } as const;

const LAST = Number.MAX_SAFE_INTEGER;
const labels = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-Q1', '2026-Q2', '2026-10', '2026-12', '2026-Q4'];

const period = fc.constantFrom(...labels);
const histories = salesPeriodHistories({ zone: ZONE });
const of = fc.constantFrom('person' as const, 'team' as const, 'pledge' as const);
const measure = fc.constantFrom<BoardDefinition['measure']>(
  'credited',
  'credited',
  'attainment',
  'prospects',
  'shoppers',
  'buyers',
  'overlay',
  'referral',
);
const ranking = fc.constantFrom('competition' as const, 'dense' as const, 'ordinal' as const);
const asked = fc.record({ period: fc.oneof(period, fc.constantFrom('2026', 'all')), of, measure, ranking });

const askedAs = (definition: Parameters<typeof questionOf>[0], rest: Partial<BoardQuestion> = {}): BoardQuestion =>
  questionOf(
    { ...definition, zone: ZONE as BoardDefinition['zone'] },
    { asOf: '2028-01-01T00:00:00.000Z' as never, ...rest },
  );

const boardIn = (documents: BoardDocuments, ...question: Parameters<typeof askedAs>): Leaderboard => {
  const board = fullBoard(documents, askedAs(...question));
  return E.isRight(board) ? board.right : expect.unreachable(JSON.stringify(board.left));
};

const valueIn = ({ rows }: Leaderboard, id: string): BoardRow['value'] | undefined =>
  rows.find((row) => row.id === id)?.value;

const minorOf = (value: unknown): number => (value as { readonly minor: number }).minor;
const plus = (values: ReadonlyArray<number>): number => values.reduce((total, one) => total + one, 0);

const spanOf = (label: string): Period => {
  const found = parsePeriod(label, ZONE);
  return E.isRight(found) ? found.right : expect.unreachable(label);
};

/** What counted in a period for a person, or for a unit, by the plain reading of the log. */
const naive = (log: Log, label: string, who: { readonly person: string; readonly unit?: string }): number =>
  achievedOf(log, { ...who, basis: 'contract', ...spanOf(label) }, cutOffOf(log, label) ?? LAST, LAST);

const staffIn = (log: Log): ReadonlyArray<string> =>
  log.flatMap(({ type, data }) => (type === 'StaffJoined' ? [(data as { readonly person: string }).person] : []));
/** The same documents, each list of them the other way round. */
const turned = (documents: BoardDocuments): BoardDocuments => {
  const back = <Document>(map: ReadonlyMap<string, Document>) => new Map([...map].reverse());
  const turn = (document: CreditsDocument): CreditsDocument =>
    document.kind === 'period' ? { ...document, counted: [...document.counted].reverse() } : document;
  const credits = [...documents.credits].map(([key, document]) => [key, turn(document)] as const);
  return {
    credits: back(new Map(credits)),
    organisation: back(documents.organisation),
    periods: back(documents.periods),
    pledges: back(documents.pledges),
    funnel: back(documents.funnel),
  };
};

describe('credit', () => {
  test('LDB-11, PLG-14: each person has what was credited in the period before its cut-off, leavers too', () => {
    fc.assert(
      fc.property(histories, period, (log, label) => {
        const board = boardIn(documentsOf(log), { period: label });
        for (const person of staffIn(log)) {
          expect(valueIn(board, person) ?? fen(0)).toEqual(fen(naive(log, label, { person })));
        }
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test('LDB-6, Q20: a unit has what its members of the time earned, and those of its descendants', () => {
    fc.assert(
      fc.property(histories, period, (log, label) => {
        const board = boardIn(documentsOf(log), { period: label, of: 'team' });
        for (const { id, value } of board.rows) {
          expect(value).toEqual(fen(naive(log, label, { person: '', unit: id ?? '' })));
        }
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test('LDB-6, PLG-5: sales, persons, and units with the unassigned come to the same, which is the total of the board', () => {
    fc.assert(
      fc.property(histories, period, (log, label) => {
        const documents = documentsOf(log);
        const { total, unassigned, rows } = boardIn(documents, { period: label });
        const books = reconciliation(documents, { period: label, basis: 'contract' });
        if (E.isLeft(books)) return expect.unreachable(JSON.stringify(books.left));
        expect(plus(rows.map(({ credited }) => credited.minor))).toBe(minorOf(total));
        const counted = books.right[0] ?? { total: fen(0), unassigned: fen(0), bySale: [], byPerson: [], byUnit: [] };
        expect(counted).toMatchObject({ total, unassigned });
        for (const { agrees, currency } of books.right) expect([agrees, currency]).toEqual([true, 'CNY']);
        const sumOf = (sums: ReadonlyArray<Sum>): number => plus(sums.map(({ amount }) => amount.minor));
        expect(sumOf(counted.bySale)).toBe(minorOf(total));
        expect(sumOf(counted.byPerson)).toBe(minorOf(total));
        expect(sumOf(counted.byUnit) + minorOf(unassigned)).toBe(minorOf(total));
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test('PLG-11: months and quarters count apart, and without cut-offs the months of a quarter add up to it', () => {
    fc.assert(
      fc.property(histories, (log) => {
        const documents = documentsOf(log.filter(({ type }) => type !== 'PeriodCutOff'));
        const totalOf = (label: string): number => minorOf(boardIn(documents, { period: label }).total);
        expect(totalOf('2026-01') + totalOf('2026-02') + totalOf('2026-03')).toBe(totalOf('2026-Q1'));
        const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map(totalOf);
        expect(plus(quarters)).toBe(totalOf('2026'));
      }),
      { ...runs, numRuns: 20 },
    );
  });
});

describe('rows', () => {
  test('LDB-1: the order of input does not matter', () => {
    fc.assert(
      fc.property(histories, asked, (log, question) => {
        const documents = documentsOf(log);
        expect(boardIn(turned(documents), question)).toEqual(boardIn(documents, question));
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test('LDB-2, LDB-3, Q22: rows are in order, ranks of all of them follow from values, and who has no target ranks null', () => {
    fc.assert(
      fc.property(histories, asked, (log, question) => {
        const { rows } = boardIn(documentsOf(log), question);
        const rankedRows = rows.filter(({ rank }) => rank !== null);
        expect(rows.slice(0, rankedRows.length)).toEqual(rankedRows);
        for (const row of rows) {
          expect(row.rank === null).toBe(question.measure === 'attainment' && row.target === undefined);
          if (row.rank === null) continue;
          const above = rankedRows.filter((other) => isBetter(other.value, row.value));
          if (question.ranking === 'competition') expect(row.rank).toBe(1 + above.length);
          if (question.ranking === 'dense') {
            expect(row.rank).toBe(1 + new Set(above.map(({ rank }) => rank)).size);
          }
          if (question.ranking === 'ordinal') expect(row.rank).toBe(1 + rankedRows.indexOf(row));
        }
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test('LDB-10: who has nothing appears if and only if everybody takes part', () => {
    fc.assert(
      fc.property(histories, asked, (log, question) => {
        const documents = documentsOf(log);
        const all = boardIn(documents, { ...question, participants: 'all' }).rows;
        const some = boardIn(documents, { ...question, participants: 'credited' }).rows;
        const has = ({ value }: BoardRow) =>
          typeof value === 'number' ? value !== 0 : ('minor' in value ? value.minor : value.numerator) !== 0;
        const expected = question.of === 'pledge' ? all : all.filter(has);
        expect(some.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test('LDB-9, ORG-47: whatever is hidden, ranks and totals are those of the whole board', () => {
    const rows = fc.nat({ max: 6 });
    const visibility = fc.oneof(
      fc.constant<Visibility>({ show: 'all' }),
      fc.constant<Visibility>({ show: 'own' }),
      rows.map((n): Visibility => ({ show: 'top', rows: n as never })),
      rows.map((n): Visibility => ({ show: 'anonymousTail', rows: n as never })),
    );
    fc.assert(
      fc.property(
        histories,
        asked,
        visibility,
        fc.constantFrom('ada', 'eve', 'nobody'),
        (log, question, seen, viewer) => {
          const documents = documentsOf(log);
          const whole = boardIn(documents, question);
          const board = leaderboard(documents, askedAs({ ...question, visibility: seen }, { viewer }));
          if (E.isLeft(board)) return expect.unreachable(JSON.stringify(board.left));
          const numbers = ({ rank, value, credited }: BoardRow) => ({ rank, value, credited });
          const { rows: shown, ...rest } = board.right;
          expect(rest).toEqual({ ...whole, rows: undefined });
          if (seen.show === 'anonymousTail') expect(shown.map(numbers)).toEqual(whole.rows.map(numbers));
          for (const row of shown.filter(({ id }) => id !== null)) expect(whole.rows).toContainEqual(row);
          for (const row of shown.filter(({ id }) => id === null)) expect(row.name).toBeNull();
        },
      ),
      { ...runs, numRuns: 20 },
    );
  });
});

/** Better by exact fractions, whatever the values are. */
const isBetter = (a: BoardRow['value'], b: BoardRow['value']): boolean => {
  const [x, y] = [fractionOf(a), fractionOf(b)];
  return x.numerator * y.denominator > y.numerator * x.denominator;
};

const fractionOf = (value: BoardRow['value']) => {
  if (typeof value === 'number') return { numerator: BigInt(value), denominator: 1n };
  if ('minor' in value) return { numerator: BigInt(value.minor), denominator: 1n };
  return { numerator: BigInt(value.numerator), denominator: BigInt(value.denominator) };
};
