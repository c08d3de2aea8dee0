import { commandIdOf, sha256 } from '@millrace/engine';
import { canonicalText, type Json } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { randomOf } from '../src/demo/random.js';
import { simulate } from '../src/demo/simulate.js';
import { instantAt, leavers } from '../src/demo/staff.js';
import { sandbox } from './support/sandbox.js';
import { visits } from './support/visits.js';

/** Of the demo's commands; whoever changes them on purpose changes the demo's edition too. */
const COMMANDS = '89b0e2ed917d01a0fcc1936a173ab034b2d94ab745b8a32602cddc3052bb266a';

interface Funnel {
  readonly collected: object;
  readonly opened: number;
  readonly stages: ReadonlyArray<{ readonly id: string; readonly reached: number; readonly regressions: number }>;
  readonly outcomes: { readonly won: number; readonly lost: object };
}

describe('the demo', () => {
  test('records a dealership’s year once, always the same, and shows it', { timeout: 300_000 }, async () => {
    const { run, runWith, json } = await sandbox();
    const first = await runWith({ env: { npm_lifecycle_event: 'start' }, columns: 80 }, 'demo');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain('Events in millrace-demo.db: 13661 recorded now, 0 before.');
    expect(first.out).toContain('npm run -s millrace -- history customer-C0007 --db millrace-demo.db');
    const { views } = (await json('replay', '--db', 'millrace-demo.db')) as { views: object };

    const second = await run('--lang', 'zh', 'demo');
    expect(second.out).toContain('在 millrace-demo.db 中新记录事件 0 个，此前已有 13661 个。');
    expect(second.out).toContain('\n  millrace replay --db millrace-demo.db\n');
    expect(await json('replay', '--db', 'millrace-demo.db')).toMatchObject({ events: 13_661, views });

    const funnel = (await json('funnel', '--db', 'millrace-demo.db')) as Funnel;
    expect(funnel.collected).toMatchObject({ total: 2_000, pending: 0 });
    expect(funnel.opened, 'some came back').toBeGreaterThan(1_950);
    const back = new Map(funnel.stages.map(({ id, regressions }) => [id, regressions]));
    expect(back.get('shopper'), 'some went back').toBeGreaterThan(20);
    expect(funnel.outcomes.won).toBeGreaterThan(50);
    expect(Object.keys(funnel.outcomes.lost).length).toBeGreaterThan(3);

    const owned = (await json('ownership', '--db', 'millrace-demo.db')) as { byCustodian: { [id: string]: number } };
    expect(Object.keys(owned.byCustodian)).toHaveLength(17);
    for (const { id } of leavers) expect(owned.byCustodian).not.toHaveProperty(id);
    const before = (await json('ownership', '--db', 'millrace-demo.db', '--as-of', '2025-04-01')) as typeof owned;
    expect(Object.keys(before.byCustodian)).toContain('S04');

    for (const line of first.out.split('\n').filter((text) => text.startsWith('  npm run'))) {
      const args = line.replace('npm run -s millrace -- ', '').trim().split(' ');
      expect(await run(...args), line).toMatchObject({ code: 0, err: '' });
    }
  });

  test('is turned down by a database that has other customers, with a word to the reason', async () => {
    const { run, json, write, path } = await sandbox(visits);
    const recipe = {
      ...visits['visits.json'],
      playbook: { preset: 'dealership' },
      files: [
        {
          path: 'visits.csv',
          time: { column: 'at' },
          commands: [
            {
              command: 'CollectProspect',
              fields: { customer: 'C0001', collectedBy: 's1', sheet: { source: 'walkIn', mobile: '1' } },
              first: ['who'],
              when: [{ column: 'who', is: ['ann'] }],
            },
          ],
        },
      ],
    };
    await write({ 'visits.json': recipe });
    await json('import', 'visits.json', '--db', 'd.db');
    const { code, err } = await run('demo', '--db', 'd.db');
    expect(code).toBe(5);
    expect(err).toContain(`The demo does not go with what is in ${path('d.db')} already: CollectProspect: `);
  });
});

describe('the simulation', () => {
  const asks = simulate().map(({ ask }) => ask);

  test('is the same every time, in the order of time, with an id for every command', () => {
    expect(simulate().map(({ ask }) => ask)).toEqual(asks);
    expect(sha256(canonicalText(asks as unknown as Json))).toBe(COMMANDS);
    const times = asks.map(({ effectiveAt }) => effectiveAt ?? '');
    expect(times).toEqual([...times].sort());
    expect(new Set(asks.map(({ commandId }) => commandId)).size).toBe(asks.length);
    expect(asks.map(({ commandId }) => commandId)).toContain(commandIdOf('demo-2', 'C0001', 0));
  });

  test('tells the whole story: leavers, back-moves, lost and returning customers, the pool', () => {
    const types = new Map<string, number>();
    for (const { command } of asks) types.set(command.type, (types.get(command.type) ?? 0) + 1);
    for (const type of [
      'RejectProspect',
      'ResubmitProspect',
      'RevertStage',
      'OpenJourney',
      'ClaimFromPool',
      'LogContact',
      'ClassifyCustomer',
    ]) {
      expect(types.get(type), type).toBeGreaterThan(20);
    }
    const reasons = asks.flatMap(({ command }) => ('reason' in command ? [String(command['reason'])] : []));
    expect(reasons.filter((reason) => reason === 'sellerLeft').length).toBeGreaterThan(50);
  });

  test('nobody acts after leaving', () => {
    for (const { id, leaves } of leavers) {
      const last = asks.filter(({ actor }) => actor === id).at(-1)?.effectiveAt ?? '';
      expect(last > '2024-12-01' && last <= instantAt(leaves), id).toBe(true);
    }
  });
});

describe('the source of numbers', () => {
  test('gives the same ones for the same seed, and others for another', () => {
    const [a, b, c] = [randomOf(7), randomOf(7), randomOf(8)];
    const take = (from: typeof a) => Array.from({ length: 20 }, from.next);
    const taken = take(a);
    expect(take(b)).toEqual(taken);
    expect(take(c)).not.toEqual(taken);
  });

  test('is even, within bounds, and picks by weight', () => {
    const random = randomOf(1);
    const numbers = Array.from({ length: 10_000 }, () => random.between(2, 4));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...numbers)).toBeLessThan(4);
    expect(numbers.reduce((all, n) => all + n, 0) / numbers.length).toBeCloseTo(3, 1);
    const picked = Array.from({ length: 10_000 }, () =>
      random.pick([
        ['a', 3],
        ['b', 1],
        ['never', 0],
      ]),
    );
    expect(picked.filter((thing) => thing === 'a').length / 10_000).toBeCloseTo(0.75, 1);
    expect(picked).not.toContain('never');
    expect(Array.from({ length: 1_000 }, () => random.chance(0.25)).filter(Boolean).length / 1_000).toBeCloseTo(
      0.25,
      1,
    );
    expect(() => random.pick([])).toThrow('nothing to pick from');
  });
});

test('an instant is within the years that there are', () => {
  expect(instantAt(0.9)).toBe('1970-01-01T00:00:00.000Z');
  expect(() => instantAt(Date.UTC(12_000, 0))).toThrow('no instant');
});
