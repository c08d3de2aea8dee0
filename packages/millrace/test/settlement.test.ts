/** A sales organisation embedded in a program: a month sworn, worked, settled, closed, and what came late. */

import { run } from 'millrace';
import { describe, expect, test } from 'vitest';
import { at, cny, MARCH, operator, sale, worked } from './support/organisation.js';

const rowsOf = ({
  rows,
}: {
  readonly rows: ReadonlyArray<{ readonly id: string | null; readonly rank: number | null; readonly value: unknown }>;
}) => rows.map(({ rank, id, value }) => [rank, id, value]);

describe('a month', () => {
  test('stands on a board day by day, of people, of teams and of pledges ORG-45 ORG-46 LDB-6', async () => {
    const { millrace, set } = await worked();
    set(at(3, 25));
    const people = await run(millrace.leaderboard({ period: MARCH }));
    expect(rowsOf(people)).toEqual([
      [1, 'ada', cny(20_000_000)],
      [2, 'bob', cny(10_000_000)],
      [3, 'cyd', cny(5_000_000)],
      [4, 'mia', cny(0)],
    ]);
    expect(people).toMatchObject({ total: cny(35_000_000), unassigned: cny(0), asOf: at(3, 25), measure: 'credited' });
    const teams = await run(millrace.leaderboard({ period: MARCH, of: 'team' }));
    expect(rowsOf(teams)).toEqual([
      [1, 'north', cny(30_000_000)],
      [2, 'south', cny(5_000_000)],
    ]);
    const under = await run(millrace.leaderboard({ period: MARCH, of: 'team', under: 'dealer' }));
    expect(rowsOf(under)).toEqual(rowsOf(teams));
    const pledges = await run(millrace.leaderboard({ period: MARCH, of: 'pledge' }));
    expect(pledges.rows.map(({ rank, id, met }) => [rank, id, met])).toEqual([
      [1, '2026-03/ada', true],
      [1, '2026-03/cyd', true],
      [1, '2026-03/mia/north', true],
      [4, '2026-03/bob', false],
    ]);
    const { days } = await run(millrace.trail({ period: MARCH }));
    expect(days.find(({ day }) => day === '2026-03-06')?.rows[0]).toMatchObject({ rank: 1, id: 'ada' });
    expect(days).toHaveLength(25);
  });

  test('is settled at its cut-off, once, whoever asks how often PLG-1 PLG-6', async () => {
    const { millrace, does, set } = await worked();
    set(at(4, 2));
    const plan = await run(millrace.planSettlement({ period: MARCH }));
    expect(plan).toMatchObject({ cutOff: null, totals: { pledges: 4, met: 3, missed: 1 }, adjustments: [] });
    const settled = await run(millrace.settle({ period: MARCH }, operator));
    expect(settled.totals).toEqual({ pledges: 4, met: 3, missed: 1 });
    expect(settled).toMatchObject({ already: 0, pledges: plan.pledges });
    // The cut-off, four pledges settled, Bob's donation proposed, and that it is done.
    expect(settled.recorded).toBe(7);
    await does(at(4, 3), { type: 'RenamePerson', person: 'bob', name: 'Robert' });
    const again = await run(millrace.settle({ period: MARCH }, operator));
    expect(again).toEqual({ ...settled, recorded: 0, already: 7 });
    const { rows, totals } = await run(millrace.pledges({ period: MARCH }));
    expect(rows.map(({ id, met, state, donation }) => [id, met, state, donation.state])).toEqual([
      ['2026-03/ada', true, 'settled', 'none'],
      ['2026-03/bob', false, 'settled', 'proposed'],
      ['2026-03/cyd', true, 'settled', 'none'],
      ['2026-03/mia/north', true, 'settled', 'none'],
    ]);
    expect(totals).toMatchObject({ pledges: 4, settled: 4, met: 3, missed: 1 });
  });

  test('is not settled before it is over, or before it is opened', async () => {
    const { millrace, set } = await worked();
    set(at(3, 31, 15));
    await expect(run(millrace.settle({ period: MARCH }, operator))).rejects.toMatchObject({
      reason: { type: 'Refused', refusal: { type: 'PeriodNotOver', period: MARCH } },
    });
    await expect(run(millrace.settle({ period: '2026-06' }, operator))).rejects.toMatchObject({
      reason: { type: 'PeriodNotOpened', period: '2026-06' },
    });
    await expect(run(millrace.settle({ period: MARCH }, { actor: 'ada', role: 'seller' }))).rejects.toMatchObject({
      reason: { type: 'Refused', refusal: { type: 'NotPermitted', role: 'seller', command: 'CutOffPeriod' } },
    });
  });

  test('shows its numbers at the cut-off; what comes late is posted in the next and changes entitlements only PLG-6 PLG-17', async () => {
    const { millrace, does, set } = await worked();
    set(at(4, 2));
    const march = await run(millrace.settle({ period: MARCH }, operator));
    await does(at(4, 4), { type: 'ReverseCredit', sale: 's1', credit: 1, amount: cny(1), reason: 'priceReduced' });
    await does(at(4, 5), sale('s4', 10_000_000, ['bob', 1]), operator, at(3, 31));
    expect(rowsOf(await run(millrace.leaderboard({ period: MARCH })))[1]).toEqual([2, 'bob', cny(10_000_000)]);
    const known = await run(millrace.leaderboard({ period: MARCH, knownAt: { position: 1_000 as never } }));
    expect(rowsOf(known)[1]).toEqual([2, 'bob', cny(10_000_000)]);
    const { entries } = await run(millrace.lateEntries({ period: MARCH }));
    expect(entries.map(({ sale: id, postedIn }) => [id, postedIn])).toEqual([
      ['s1', '2026-04'],
      ['s4', '2026-04'],
    ]);

    set(at(5, 2));
    await does(at(5, 2), { type: 'OpenPeriod', period: '2026-05' });
    const april = await run(millrace.settle({ period: '2026-04' }, operator));
    expect(april.adjustments.map(({ id, change }) => [id, change.minor])).toEqual([
      ['2026-03/ada', -1],
      ['2026-03/bob', 10_000_000],
      ['2026-03/mia/north', 9_999_999],
    ]);
    const after = await run(millrace.pledges({ period: MARCH }));
    expect(after.rows.map(({ id, met, achieved, donation }) => [id, met, achieved.minor, donation.state])).toEqual([
      ['2026-03/ada', true, 20_000_000, 'proposed'],
      ['2026-03/bob', false, 10_000_000, 'none'],
      ['2026-03/cyd', true, 5_000_000, 'none'],
      ['2026-03/mia/north', true, 30_000_000, 'none'],
    ]);
    expect((await run(millrace.settle({ period: '2026-04' }, operator))).recorded).toBe(0);
    expect(march.totals).toEqual((await run(millrace.planSettlement({ period: MARCH }))).totals);
  });

  test('reconciles: by sale, by person, by team and unassigned PLG-5 LDB-6', async () => {
    const { millrace, does } = await worked();
    await does(at(3, 26), { type: 'LeaveTeam', person: 'cyd', unit: 'south' });
    await does(at(3, 27), sale('s5', 700, ['cyd', 1], ['ada', 2]));
    const { books } = await run(millrace.reconciliation({ period: MARCH }));
    expect(books).toMatchObject([{ currency: 'CNY', total: cny(35_000_700), unassigned: cny(233), agrees: true }]);
  });

  test('a published board is derived again and agrees; its correction is another event LDB-7', async () => {
    const { millrace, does, set } = await worked();
    set(at(3, 25));
    const shown = await run(millrace.publishBoard({ board: 'march-25', period: MARCH }, operator));
    expect(shown).toMatchObject({ rows: 4, recorded: 1 });
    await does(at(3, 26), sale('s6', 100, ['bob', 1]), operator, at(3, 20));
    await does(at(3, 26), { type: 'RenamePerson', person: 'ada', name: 'Ada L' });
    await run(millrace.publishBoard({ board: 'march-25', period: MARCH, correction: 'lateEntries' }, operator));
    const checked = await run(millrace.checkBoards());
    expect(checked.map(({ board, reason, agrees }) => [board, reason, agrees])).toEqual([
      ['march-25', null, true],
      ['march-25', 'lateEntries', true],
    ]);
    expect(checked[0]?.digest).not.toBe(checked[1]?.digest);
  });
});
