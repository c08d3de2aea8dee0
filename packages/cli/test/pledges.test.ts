import { describe, expect, test } from 'vitest';
import { widthOf } from '../src/render/width.js';
import { at, closed, cny, embedded, MARCH, operator, sale, worked } from './support/performance.js';
import type { Sandbox } from './support/sandbox.js';

const asOf = ['--as-of', '2026-03-25'];

interface Pledges {
  readonly rows: ReadonlyArray<{ readonly id: string }>;
}

describe('pledges --json', () => {
  test('has the shape that other programs rely on ORG-25 ORG-46 PLG-12', async () => {
    const found = (await (await worked()).json('pledges', '--period', MARCH, ...asOf)) as Pledges;
    expect(found.rows[1]).toMatchObject({
      id: '2026-03/bob',
      scope: 'individual',
      person: 'bob',
      period: MARCH,
      basis: 'contract',
      target: cny(150_000),
      achieved: cny(100_000),
      met: null,
      state: 'open',
      donation: { state: 'none', amount: cny(0) },
    });
    expect(found.rows[2]).toMatchObject({ id: '2026-03/mia/north', scope: 'team', person: 'mia', unit: 'north' });
    expect(found.rows[1]).not.toHaveProperty('unit');
    expect(found).toMatchObject({
      totals: { pledges: 3, settled: 0, met: 0, missed: 0, target: cny(600_000), achieved: cny(600_000) },
      daysLeft: 7,
      coverage: { expected: 4, sworn: 3, notSworn: { people: ['cyd'], units: [] } },
    });
  });

  test('of a closed period says what became of each PLG-1', async () => {
    const found = await (await closed()).json('pledges', '--period', MARCH);
    expect(found).toMatchObject({
      rows: [
        { id: '2026-03/ada', met: true, state: 'closed', donation: { state: 'none' } },
        { id: '2026-03/bob', met: false, state: 'closed', donation: { state: 'proposed', amount: cny(20_000) } },
        { id: '2026-03/mia/north', met: true, state: 'closed' },
      ],
      totals: { pledges: 3, settled: 3, met: 2, missed: 1 },
    });
  });
});

test('pledges for people have bars, days left, the pace and who has not sworn', async () => {
  const { run } = await worked();
  const { out } = await run('pledges', '--period', MARCH, ...asOf);
  expect(out).toMatch(/│ bob +│ +1,500\.00 │ 1,000\.00 │ +66\.6 % │ 71\.43 │ open +│ +│ █+ +│/);
  expect(out).toMatch(/│ mia \(north\) │ +2,500\.00 │ 3,000\.00 │ +120\.0 % │/);
  expect(out).toContain('Days left: 7.');
  expect(out).toContain('Sworn: 3 of 4. Not yet: cyd.');
  expect((await run('--lang', 'zh', 'pledges', '--period', MARCH)).out).toContain('尚未宣誓：cyd。');
  const made = await closed();
  const settled = (await made.run('pledges', '--period', MARCH)).out;
  expect(settled).toMatch(/│ bob +│ .* │ missed, closed │ proposed 200 +│/);
  expect(settled).not.toContain('Days left');
});

test('a pledge that was withdrawn says so, counts for nothing, and is missing again', async () => {
  const made = await worked();
  const bob = { actor: 'bob', role: 'seller' };
  await embedded(made, ({ does }) =>
    does(at(3, 21), { type: 'WithdrawPledge', period: MARCH, person: 'bob' }, bob, at(2, 25)),
  );
  const { out } = await made.run('pledges', '--period', MARCH, ...asOf);
  expect(out).toMatch(/│ bob +│ .* │ withdrawn +│/);
  expect(out).toContain('2026-03: 2 pledges, 0 settled, 0 met, 0 missed; CNY 5,000.00 of CNY 4,500.00 achieved.');
  expect(out).toContain('Sworn: 2 of 4. Not yet: bob, cyd.');
  expect((await made.run('statement', '--period', MARCH, '--person', 'bob')).out).toMatch(
    /│ Achieved +│ .* │ withdrawn +│ +│/,
  );
});

test('everybody who is expected to swear has sworn', async () => {
  const made = await worked();
  const pledge = { type: 'SwearPledge', period: MARCH, person: 'cyd', target: cny(1), donation: cny(0) } as const;
  await embedded(made, ({ does }) => does(at(3, 21), pledge));
  expect((await made.run('pledges', '--period', MARCH)).out).toContain('All 4 have sworn who are expected to.');
});

describe('certificate', () => {
  test('is the text in the language of the reader, and its hash ORG-26 ORG-27 PLG-9', async () => {
    const { run, json } = await worked();
    const { out } = await run('certificate', '2026-03/mia/north', '--lang', 'zh');
    expect(out).toContain('本人本月带领north，保证完成人民币0.25万元的销售业绩');
    expect(out).toContain('保证人：MIA');
    const english = await run('certificate', '2026-03/ada');
    expect(english.out).toContain('Pledged by: ADA');
    const data = (await json('certificate', '2026-03/ada')) as { text: string; hashes: { en: string } };
    expect(english.out.startsWith(data.text)).toBe(true);
    expect(english.out).toContain(data.hashes.en);
  });

  test('of a pledge that nobody swore there is none', async () => {
    const { run } = await worked();
    const { code, err } = await run('certificate', '2026-03/cyd');
    expect([code, err]).toEqual([2, expect.stringContaining('There is no pledge "2026-03/cyd"')]);
  });
});

describe('late and reconcile', () => {
  const later = async (): Promise<Sandbox> => {
    const made = await closed();
    await embedded(made, async ({ does }) => {
      await does(at(4, 4), sale('s9', 60_050, ['bob', 1]), operator, at(3, 31));
      await does(at(4, 4), sale('s8', 300, ['mia', 1]), operator, at(4, 1));
    });
    return made;
  };

  test('late entries say by whom, and where they are posted PLG-11', async () => {
    const { json, run } = await later();
    expect(await json('late', '--period', MARCH)).toMatchObject({
      period: MARCH,
      entries: [{ sale: 's9', amount: cny(60_050), actor: 'operator', role: 'operator', postedIn: '2026-04', by: 0 }],
    });
    const { out } = await run('late', '--period', MARCH);
    expect(out).toMatch(/│ s9 +│ CNY 600\.50 │ 2026-03-31 17:00:00 │ operator +.*│ 2026-04 +│ sale-s9#0 │/);
    expect((await run('late', '--period', '2026-Q1')).out).toContain('Late entries of 2026-Q1: 0');
  });

  test('credits by sale = by person = by unit + unassigned PLG-5 LDB-6', async () => {
    const { json, run } = await later();
    expect(await json('reconcile', '--period', '2026-04')).toMatchObject({
      period: '2026-04',
      books: [{ currency: 'CNY', total: cny(300), unassigned: cny(300), byUnit: [], agrees: true }],
    });
    const { out } = await run('reconcile', '--period', MARCH);
    expect(out).toContain('2026-03, CNY: CNY 3,500.50 by sale = by person = by unit + unassigned');
    expect(out).toMatch(/│ north +│ 3,000\.00 │/);
    expect((await run('reconcile', '--period', MARCH, '--basis', 'cash')).out).toContain('2026-03: no credits');
  });

  test.each(['late', 'reconcile', 'pledges', 'settle'])(
    '%s of a period that nobody opened is a fault',
    async (name) => {
      const { run } = await worked();
      const { code, err } = await run(name, '--period', '2026-12');
      expect([code, err]).toEqual([2, expect.stringContaining('The period 2026-12 has not been opened')]);
      const malformed = await run(name, '--period', '2026');
      expect([malformed.code, malformed.err]).toEqual([2, '--period: expected 2026-11 | 2026-Q4, found "2026"\n']);
    },
  );
});

test.each([80, 120])('every answer fits %d columns, in both languages', async (columns) => {
  const made = await closed();
  await embedded(made, ({ does }) => does(at(4, 4), sale('s9', 60_050, ['bob', 1]), operator, at(3, 31)));
  const period = ['--period', MARCH];
  for (const args of [
    ['leaderboard', ...period, '--trail'],
    ['leaderboard', ...period, '--of', 'pledge'],
    ['pledges', ...period],
    ['pledges', '--period', '2026-04'],
    ['settle', ...period],
    ['settle', '--period', '2026-04'],
    ['statement', ...period, '--person', 'bob'],
    ['statement', ...period, '--person', 'cyd'],
    ['late', ...period],
    ['reconcile', ...period],
  ]) {
    for (const language of ['en', 'zh']) {
      const { code, out } = await made.runWith({ columns }, '--lang', language, ...args);
      expect(code).toBe(0);
      for (const line of out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
    }
  }
});
