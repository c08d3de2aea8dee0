import { expect, test } from 'vitest';
import { type Sandbox, sandbox } from './support/sandbox.js';

const named = (id: string) => ({ id, name: { en: id, zh: id } });
const process = {
  ...named('deal'),
  phases: [{ ...named('selling'), activities: [], checklist: [] }],
  gates: [],
  signedIn: 'selling',
  flows: [],
  layers: [],
  sizes: [],
};

const recipe = {
  id: 'deals',
  playbook: { preset: 'dealership', name: 'deals', projects: { processes: [process], lost: [named('price')] } },
  files: [
    {
      path: 'deals.csv',
      time: { at: '2025-01-06' },
      commands: [
        { once: true, command: 'JoinStaff', fields: { person: 'ada', name: 'Ada' } },
        { once: true, command: 'OpenPeriod', fields: { period: '2025-03' } },
        {
          once: true,
          command: 'SetTarget',
          fields: {
            period: '2025-03',
            of: { person: 'ada' },
            levels: { measure: 'sales', target: { $money: '1000.00' } },
          },
        },
        { command: 'DiscoverOpportunity', fields: { project: '{project}', channel: 'bidding', discoveredBy: 'ada' } },
        {
          command: 'OpenProject',
          fields: {
            project: '{project}',
            template: 'deal',
            owner: 'ada',
            amount: { $money: '{amount}' },
            expectedClose: '{close}',
          },
        },
        {
          when: [{ column: 'bp', blank: false }],
          command: 'AssessProbability',
          fields: { project: '{project}', phase: 'selling', bp: { $integer: '{bp}' }, by: 'ada' },
        },
        {
          when: [{ column: 'signed', blank: false }],
          command: 'SignContract',
          fields: { project: '{project}' },
          time: { column: 'signed' },
        },
      ],
    },
    {
      path: 'sales.csv',
      time: { column: 'when' },
      commands: [
        {
          command: 'CreditSale',
          fields: { sale: '{sale}', amount: { $money: '{amount}' }, revenue: [{ person: 'ada', weight: 1 }] },
        },
      ],
    },
  ],
};

const imported = async (): Promise<Sandbox> => {
  const made = await sandbox({
    'deals.json': recipe,
    'deals.csv':
      'project,amount,close,bp,signed\nwon,500.00,2025-03-03,,2025-03-10\nopen,300.10,2025-03-20,2500,\nlater,70.00,2025-04-02,,\n',
    'sales.csv': 'sale,when,amount\ns1,2025-03-11,400.00\ns2,2025-03-25,600.00\n',
  });
  const { code, err } = await made.run('import', 'deals.json', '--as', 'operator', '--role', 'operator');
  expect([code, err]).toEqual([0, '']);
  return made;
};

test('forecast --json has the shape that other programs rely on PRJ-35', async () => {
  const made = await imported();
  const cny = (minor: number) => ({ minor, currency: 'CNY' });
  expect(await made.json('forecast', '--period', '2025-03', '--as-of', '2025-03-15')).toMatchObject({
    period: '2025-03',
    currency: 'CNY',
    asOf: '2025-03-14T16:00:00.000Z',
    won: { count: 1, value: cny(50_000) },
    open: { count: 1, value: cny(30_010), weighted: cny(7_502), unvalued: 0, unassessed: 0 },
    undated: { count: 0 },
    total: cny(57_502),
    target: cny(100_000),
    credited: cny(40_000),
    coverage: { raw: { numerator: 30_010, denominator: 60_000 }, weighted: { numerator: 7_502, denominator: 60_000 } },
    velocity: { windowDays: 91, open: 2, decided: 1, won: 1, wonValue: cny(50_000), days: 63, perDay: cny(1_587) },
    slippage: [],
  });
});

test('forecast for people says what is covered, in both languages, and what is not known', async () => {
  const { run } = await imported();
  const march = (...asOf: ReadonlyArray<string>) => run('forecast', '--period', '2025-03', ...asOf);
  const { out } = await march('--as-of', '2025-03-15');
  expect(out).toMatch(/│ open, expected in the period │ +1 │ +300\.10 │ +75\.02 │/);
  expect(out).toContain('Target CNY 1,000.00, credited CNY 400.00: what is open covers 50.0 % of the rest');
  expect((await march()).out).toContain('Target CNY 1,000.00, credited CNY 1,000.00: nothing is left to cover.');
  expect((await march('--as-of', '2025-02-01')).out).toContain('Velocity: 3 open; nothing was decided in 91 days');
  const chinese = await run('--lang', 'zh', 'forecast', '--period', '2025-Q2', '--as-of', '2025-03-15');
  expect(chinese.out).toContain('2025-Q2 未设目标。');
  expect(chinese.out).toMatch(/│ 进行中，预计本期签约 │ +1 │ +70 │/);
});

test('forecast takes any stretch of the calendar, and nothing else', async () => {
  const { run } = await imported();
  for (const period of ['2025', '2025-Q1', '2025-W12', '2025-03-20']) {
    expect((await run('forecast', '--period', period, '--as-of', '2025-03-01')).code).toBe(0);
  }
  for (const period of ['all', '2025-13', 'soon']) {
    const { code, err } = await run('forecast', '--period', period);
    expect([code, err]).toEqual([2, expect.stringContaining('2026-11-24 | 2026-W48 | 2026-11 | 2026-Q4 | 2026')]);
  }
  expect((await run('forecast')).code).toBe(2);
});
