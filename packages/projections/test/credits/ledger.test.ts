import type { Instant } from '@millrace/kernel';
import { creditLines, lateEntries } from '@millrace/projections';
import { describe, expect, test } from 'vitest';
import { documentsOf, fen, type Said, toldOf } from '../support/organisation.js';
import { credits, cutsOff, joins, joinsTeam, leavesTeam, opens, opensUnit, refunds, said } from '../support/said.js';

const BEFORE = '2025-12-01T00:00:00.000Z';
const day = (n: number, month = 0): Instant => new Date(Date.UTC(2026, month, n, 4)).toISOString() as Instant;

const founding = [
  joins(BEFORE, 'ada'),
  joins(BEFORE, 'bob'),
  opensUnit(BEFORE, 'n1'),
  joinsTeam(BEFORE, 'ada', 'n1'),
  opens(BEFORE, '2026-01'),
];

const told = async (...story: ReadonlyArray<Said>) => documentsOf((await toldOf([...founding, ...story])).log);

describe('lines of credit', () => {
  test('PLG-4, Q20: each split is a line, of the unit its person was a member of then', async () => {
    const documents = await told(
      credits(day(3), 's1', 101, { ada: 1, bob: 1 }, { overlay: [{ person: 'ada', amount: fen(9) }] }),
      leavesTeam(day(4), 'ada', 'n1'),
      credits(day(4), 's2', 7, { ada: 1 }),
    );
    const line = {
      sale: 's1',
      credit: 1,
      by: 0,
      at: day(3),
      basis: 'contract',
      periods: ['2026-01', '2026-Q1'],
      late: [],
    };
    expect(creditLines(documents)).toEqual([
      { ...line, person: 'ada', unit: 'n1', ledger: 'revenue', amount: fen(51) },
      { ...line, person: 'bob', unit: null, ledger: 'revenue', amount: fen(50) },
      { ...line, person: 'ada', unit: 'n1', ledger: 'overlay', amount: fen(9) },
      { ...line, sale: 's2', at: day(4), person: 'ada', unit: null, ledger: 'revenue', amount: fen(7) },
    ]);
    expect(creditLines(documents, '2026-Q1')).toEqual(creditLines(documents));
    expect(creditLines(documents, '2026-02')).toEqual([]);
  });

  test('I-30, I-31: reversals are below zero, dated as what they reverse; what was agreed stands beside', async () => {
    const usd = (minor: number) => ({ minor, currency: 'USD' });
    const exchange = { rate: '7.1', source: 'bank', date: '2026-01-03' };
    const documents = await told(
      credits(day(3), 's1', 0, { ada: 1 }, { amount: usd(1_000), exchange }),
      refunds(day(9), 's1', { amount: usd(400) }),
    );
    expect(creditLines(documents).map(({ by, at, amount, original }) => [by, at, amount, original])).toEqual([
      [0, day(3), fen(7_100), usd(1_000)],
      [1, day(3), fen(-2_840), usd(-400)],
    ]);
  });

  test('PLG-6, PLG-11: late is what stands after the cut-off; month and quarter decide separately', async () => {
    const documents = await told(
      opens(BEFORE, '2026-Q1'),
      credits(day(3), 's1', 5, { ada: 1 }),
      cutsOff(day(1, 1), '2026-01'),
      said(day(2, 1), credits(day(3), 's2', 6, { ada: 1 })),
      cutsOff(day(1, 3), '2026-Q1'),
      said(day(2, 3), credits(day(4), 's3', 7, { ada: 1 })),
    );
    expect(creditLines(documents).map(({ sale, late }) => [sale, late])).toEqual([
      ['s1', []],
      ['s2', ['2026-01']],
      ['s3', ['2026-01', '2026-Q1']],
    ]);
  });
});

describe('late entries', () => {
  const late = (recorded: Instant, sale: string, minor = 6): Said =>
    said(recorded, credits(day(3), sale, minor, { ada: 1 }));

  test('PLG-6, PLG-17: who recorded what, and the earliest later period not yet cut off, in which it is posted', async () => {
    const { credits: ledger } = await told(
      opens(BEFORE, '2026-03'),
      opens(BEFORE, '2026-02'),
      credits(day(3), 's1', 100, { ada: 1 }),
      cutsOff(day(1, 1), '2026-01'),
      late(day(2, 1), 's2'),
      cutsOff(day(1, 2), '2026-02'),
      refunds(day(2, 2), 's1', { amount: fen(40) }),
    );
    const [first, second] = lateEntries(ledger);
    expect(first).toEqual({
      period: '2026-01',
      postedIn: '2026-02',
      sale: 's2',
      credit: 1,
      by: 0,
      at: day(3),
      amount: fen(6),
      actor: 'operator',
      role: 'operator',
    });
    expect(second).toMatchObject({ postedIn: '2026-03', sale: 's1', by: 1, at: day(3), amount: fen(-40) });
    expect(lateEntries(ledger, { postedIn: '2026-02' })).toEqual([first]);
    expect(lateEntries(ledger, { period: '2026-02' })).toEqual([]);
  });

  test('PLG-6: until a later period is open it is unposted, and then posted there; an earlier one takes nothing', async () => {
    const story = [opens(BEFORE, '2025-12'), cutsOff(day(1, 1), '2026-01'), late(day(2, 1), 's1')];
    const before = await told(...story);
    expect(lateEntries(before.credits, { postedIn: null }).map(({ sale }) => sale)).toEqual(['s1']);
    const after = await told(...story, opens(day(3, 1), '2026-02'), opens(day(4, 1), '2026-03'));
    expect(lateEntries(after.credits).map(({ postedIn }) => postedIn)).toEqual(['2026-02']);
    expect(lateEntries(after.credits, { postedIn: null })).toEqual([]);
  });

  test('PLG-11: they are told by period, months and quarters each', async () => {
    const { credits: ledger } = await told(
      opens(BEFORE, '2026-Q1'),
      cutsOff(day(1, 3), '2026-Q1'),
      cutsOff(day(1, 3), '2026-01'),
      late(day(2, 3), 's1'),
      late(day(2, 3), 's2'),
    );
    expect(lateEntries(ledger).map(({ period, sale }) => [period, sale])).toEqual([
      ['2026-01', 's1'],
      ['2026-01', 's2'],
      ['2026-Q1', 's1'],
      ['2026-Q1', 's2'],
    ]);
    expect(lateEntries(new Map())).toEqual([]);
  });
});
