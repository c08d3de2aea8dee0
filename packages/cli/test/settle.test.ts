import { run } from 'millrace';
import { describe, expect, test } from 'vitest';
import { at, closed, cny, embedded, MARCH, operator, sale, worked } from './support/performance.js';

describe('settle', () => {
  test('shows what it would be and records nothing; with --record it is so, once ORG-48', async () => {
    const { json, run } = await worked();
    const head = async () => ((await json('replay')) as { knownAt: number }).knownAt;
    const before = await head();
    const plan = await json('settle', '--period', MARCH);
    expect(plan).toMatchObject({
      period: MARCH,
      cutOff: null,
      pledges: [
        { id: '2026-03/ada', met: true, rewards: [{ incentive: 'spring', amount: cny(2_000) }], donation: cny(0) },
        { id: '2026-03/bob', met: false, rewards: [], donation: cny(20_000) },
        { id: '2026-03/mia/north', met: true, rewards: [] },
      ],
      adjustments: [],
      totals: { pledges: 3, met: 2, missed: 1 },
    });
    expect(await head()).toBe(before);
    // The cut-off, three pledges settled, a reward, a donation proposed, and that it is done.
    const settled = await json('settle', '--period', MARCH, '--record');
    expect(settled).toMatchObject({ cutOff: before + 1, totals: { pledges: 3, met: 2, missed: 1 }, recorded: 7 });
    expect(await json('settle', '--period', MARCH, '--record')).toMatchObject({ recorded: 0 });
    const { out } = await run('settle', '--period', MARCH, '--record');
    expect(out).toContain(`Events: 0 recorded now, 7 before; cut off at position ${before + 1}.`);
    expect(out).toMatch(/│ 2026-03\/ada +│ CNY 2,000 │ +2,000 │ met +│ spring: 20 │/);
    expect(out).toMatch(/│ 2026-03\/bob +│ CNY 1,500 │ +1,000 │ missed │ +│ proposed 200 │/);
  });

  test('shows what came late to an earlier period PLG-6', async () => {
    const made = await closed();
    await embedded(made, ({ does }) => does(at(4, 4), sale('s9', 60_050, ['bob', 1]), operator, at(3, 31)));
    const { out } = await made.run('settle', '--period', '2026-04');
    expect(out).toContain('Settled before, and changed by what came late:');
    expect(out).toMatch(/│ 2026-03\/bob +│ 1,000\.00 │ +1,600\.50 │ 600\.50 │/);
    expect(out).toContain('Nothing is recorded; with --record it is.');
    const { out: nothingLate } = await made.run('settle', '--period', MARCH);
    expect(nothingLate).not.toContain('Settled before');
  });

  test('is refused where it may not be: exit code 7 REL-12', async () => {
    const { run, json } = await worked();
    const seller = await run('settle', '--period', MARCH, '--record', '--as', 'ada', '--role', 'seller');
    expect([seller.code, seller.err]).toEqual([7, expect.stringContaining('(NotPermitted)')]);
    const half = await run('settle', '--period', MARCH, '--record', '--as', 'ada');
    expect([half.code, half.err]).toEqual([2, expect.stringContaining('--as PERSON --role ROLE')]);
    const unopened = await run('settle', '--period', '2026-05', '--record');
    expect([unopened.code, unopened.err]).toEqual([2, expect.stringContaining('2026-05 has not been opened')]);
    const settled = await run('settle', '--period', MARCH, '--record', '--as', 'operator', '--role', 'operator');
    expect(settled.code).toBe(0);
    expect(await json('history', 'period-2026-03')).toMatchObject([{}, {}, { meta: { actor: 'operator' } }, {}]);
  });

  test('never makes a database', async () => {
    const made = await worked();
    const { code } = await made.run('settle', '--period', MARCH, '--record', '--db', 'other.db');
    expect(code).toBe(5);
  });
});

test('history has the streams of people, units, periods, pledges, sales and boards', async () => {
  const made = await worked();
  await embedded(made, async ({ millrace, set }) => {
    set(at(3, 25));
    await run(millrace.publishBoard({ board: 'march-25', period: MARCH }, operator));
  });
  for (const [stream, type] of [
    ['person-ada', 'StaffJoined'],
    ['unit-north', 'UnitOpened'],
    ['period-2026-03', 'PeriodOpened'],
    ['pledge-2026-03/mia/north', 'PledgeSworn'],
    ['sale-s1', 'SaleCredited'],
    ['board-march-25', 'LeaderboardPublished'],
  ] as const) {
    const [first] = (await made.json('history', stream)) as ReadonlyArray<object>;
    expect(first).toMatchObject({ stream, revision: 0, type });
    expect(await made.run('history', stream)).toMatchObject({ code: 0, out: expect.stringContaining('│ operator │') });
  }
});
