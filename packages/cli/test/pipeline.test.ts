import { describe, expect, test } from 'vitest';
import { widthOf } from '../src/render/width.js';
import { type Sandbox, sandbox } from './support/sandbox.js';

const named = (id: string, en: string, zh: string) => ({ id, name: { en, zh } });
const phase = (id: string, en: string, zh: string, more: object = {}) => ({
  ...named(id, en, zh),
  activities: [],
  checklist: [],
  ...more,
});

const machines = {
  ...named('machines', 'Machines', '设备'),
  phases: [
    phase('lead', 'First contact', '初步接触', { rottingDays: 30 }),
    phase('offer', 'Offer', '报价'),
    phase('delivery', 'Delivery', '交付'),
  ],
  signedIn: 'offer',
  gates: [],
  flows: [],
  layers: [],
  sizes: [],
};

const fields: { readonly [command: string]: object } = {
  JoinStaff: { person: '{id}', name: '{a}' },
  DiscoverOpportunity: { project: '{id}', channel: 'bidding', discoveredBy: 'ann' },
  OpenProject: {
    project: '{id}',
    template: 'machines',
    owner: '{a}',
    amount: { $optional: { $money: '{b}' } },
  },
  AdvancePhase: { project: '{id}', to: '{a}' },
  SignContract: { project: '{id}', amount: { $money: '{b}' } },
  CloseProject: { project: '{id}', outcome: 'lost', reason: '{a}' },
};

const rows = [
  '2026-01-01,JoinStaff,ann,Ann of the Northern Office,',
  '2026-01-01,JoinStaff,bob,Bob,',
  ...['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => `2026-01-02,DiscoverOpportunity,${id},,`),
  '2026-01-03,OpenProject,p1,ann,1200.50',
  '2026-01-03,OpenProject,p2,ann,800',
  '2026-01-03,OpenProject,p3,bob,',
  '2026-01-03,OpenProject,p4,bob,500',
  '2026-01-03,OpenProject,p5,bob,500',
  '2026-01-10,AdvancePhase,p2,offer,',
  '2026-01-10,AdvancePhase,p4,offer,',
  '2026-01-20,SignContract,p4,,650.25',
  '2026-01-20,CloseProject,p2,price,',
  '2026-01-21,CloseProject,p5,quality,',
];

const sold = (processes: ReadonlyArray<object> = [machines]): Promise<Sandbox> =>
  sandbox({
    'recipe.json': {
      id: 'machines',
      playbook: {
        preset: 'keyAccount',
        name: 'machines',
        zone: 'Asia/Shanghai',
        projects: {
          processes,
          lost: [named('price', 'Price', '价格'), named('quality', 'Quality', '质量')],
        },
      },
      files: [
        {
          path: 'rows.csv',
          time: { column: 'at' },
          commands: Object.entries(fields).map(([command, told]) => ({
            when: [{ column: 'what', is: [command] }],
            command,
            fields: told,
          })),
        },
      ],
    },
    'rows.csv': ['at,what,id,a,b', ...rows, ''].join('\n'),
  });

describe('millrace pipeline', () => {
  test('PRJ-2, PRJ-35: phases, delivery, outcomes, shares, cycle and what is rotting, for people', async () => {
    const { json, run } = await sold();
    expect(await json('import', 'recipe.json')).toMatchObject({ rejected: [] });
    const { out, code } = await run('pipeline', '--as-of', '2026-02-10', '--by', 'owner', '--db', 'millrace.db');
    expect(code).toBe(0);
    expect(out).toContain('Projects opened: 5. As of 2026-02-10 00:00:00 (Asia/Shanghai)');
    expect(out).toMatch(/│ First contact │ +2 │ +1,200\.50 │ +0\.00 │ +1 │ +2 │/);
    expect(out).toMatch(/│ Offer +│ +0 │/);
    expect(out).toMatch(/│ Delivery │ +1 │ +650\.25 │/);
    expect(out).toMatch(/│ lost +│ +2 │ +1,300\.00 │/);
    expect(out).toMatch(/│ Quality +│ +1 │/);
    expect(out).toContain('Won: 33.3 % of those closed, 20.0 % of all.');
    expect(out).toContain('Days to close of the 3 won or lost: 17 to 18, mean 17.33, median 17.');
    expect(out).toContain('Longer in their phase than it allows, time on hold left out: 2.');
    expect(out).toMatch(/│ p1 +│ First contact │ ann +│ +38 │ +0 │/);
    expect(out).toMatch(/│ Ann of the Northern Office │ +2 │ +1 │ +0 │ +1 │/);
  });

  test('fits 80 columns, in both languages, and so does the funnel of projects', async () => {
    const { json, runWith } = await sold();
    await json('import', 'recipe.json');
    for (const lang of ['en', 'zh']) {
      for (const asked of [
        ['pipeline', '--by', 'owner'],
        ['pipeline', '--by', 'closeQuarter'],
        ['funnel', '--unit', 'project', '--by', 'custodian'],
      ]) {
        const { out, code } = await runWith({ columns: 80 }, ...asked, '--lang', lang);
        expect(code).toBe(0);
        expect(out.split('\n').filter((printed) => widthOf(printed) > 80)).toEqual([]);
        expect(out).toContain(lang === 'en' ? 'Offer' : '报价');
      }
    }
  });

  test('PRJ-4: its JSON has what programs rely on; of a board where nothing is decided too', async () => {
    const { json } = await sold();
    await json('import', 'recipe.json');
    const cny = (minor: number) => ({ minor, currency: 'CNY' });
    expect(await json('pipeline', '--as-of', '2026-01-05')).toMatchObject({
      template: 'machines',
      currency: 'CNY',
      opened: 5,
      phases: [
        { id: 'lead', count: 5, value: cny(300_050), weighted: cny(0), unvalued: 1, unassessed: 5 },
        { id: 'offer', count: 0 },
      ],
      delivery: [{ id: 'delivery', count: 0, value: cny(0) }],
      outcomes: {
        won: { count: 0, value: cny(0) },
        lost: { count: 0 },
        disqualified: { count: 0 },
        dormant: { count: 0 },
      },
      lostReasons: {},
      wonOfClosed: { numerator: 0, denominator: 0 },
      wonOfAll: { numerator: 0, denominator: 5 },
      cycle: { n: 0, min: null, max: null, mean: null, median: null },
    });
    expect(await json('pipeline')).toMatchObject({
      delivery: [{ id: 'delivery', count: 1, value: cny(65_025) }],
      lostReasons: { price: 1, quality: 1 },
      cycle: { n: 3, min: 17, max: 18, mean: 17.33, median: 17 },
    });
    expect(await json('funnel', '--unit', 'project')).toMatchObject({
      template: 'machines',
      opened: 5,
      stages: [
        { id: 'lead', reached: 5, current: 2 },
        { id: 'offer', reached: 2, current: 0 },
        { id: 'signed', reached: 1, current: 0 },
      ],
      outcomes: { won: 1, lost: { price: 1, quality: 1 } },
    });
  });
});

describe('which template', () => {
  test('is to be named where the playbook has several, and must be one of them', async () => {
    const { json, run } = await sold([machines, { ...machines, ...named('services', 'Services', '服务') }]);
    await json('import', 'recipe.json');
    for (const asked of [['pipeline'], ['funnel', '--unit', 'project']]) {
      const unnamed = await run(...asked);
      expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringContaining('machines, services')]);
      const unknown = await run(...asked, '--template', 'boats');
      expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no template "boats"')]);
    }
    expect(await json('pipeline', '--template', 'machines')).toMatchObject({ opened: 5 });
    expect(await json('pipeline', '--template', 'services')).toMatchObject({ opened: 0 });
  });

  test('has no meaning for journeys, nor where the playbook runs no projects', async () => {
    const { json, run, write } = await sandbox();
    await write({
      'recipe.json': {
        id: 'none',
        playbook: { preset: 'dealership', zone: 'UTC' },
        files: [
          {
            path: 'a.csv',
            time: { at: '2026-01-01' },
            commands: [{ command: 'JoinStaff', fields: { person: '{id}', name: '{id}' } }],
          },
        ],
      },
      'a.csv': 'id\nann\n',
    });
    await json('import', 'recipe.json');
    expect((await run('funnel', '--template', 'machines')).code).toBe(2);
    const { code, err } = await run('pipeline');
    expect([code, err]).toEqual([6, expect.stringContaining('runs no sales projects')]);
  });
});
