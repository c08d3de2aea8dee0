import type { Playbook } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { machines, soldMachines } from './support/gated-projects.js';
import { sandbox } from './support/sandbox.js';

interface Compared {
  readonly a: string;
  readonly b: string;
  readonly differences: ReadonlyArray<{ readonly path: string }>;
  readonly templates: ReadonlyArray<{
    readonly template: string;
    readonly strictness: string;
    readonly projects: number;
    readonly stopped: ReadonlyArray<{
      readonly project: string;
      readonly reached: string;
      readonly wouldReach: string;
      readonly stoppedAt: { readonly gate: string; readonly why: ReadonlyArray<object> };
    }>;
  }>;
}

const stricter: { readonly [file: string]: Playbook } = {
  'known.json': machines({ knownMust: true }),
  'roles.json': machines({ roles: ['reviewer', 'salesDirector'] }),
  'ceiling.json': machines({ ceiling: 499 }),
  'all.json': machines({ knownMust: true, roles: ['reviewer', 'salesDirector'], ceiling: 499 }),
};

describe('Show 4: playbook diff over a log', () => {
  test('GAT-11, Show 4: lists exactly the projects that stricter gates would have stopped, and why', async () => {
    const { json, write } = await soldMachines();
    await write(stricter);
    const diff = async (b: string) => (await json('playbook', 'diff', 'a.json', b, '--db', 'millrace.db')) as Compared;
    const unknown = {
      project: 'unknown',
      reached: 'offer',
      wouldReach: 'lead',
      stoppedAt: { gate: 'entry', entry: 'go', review: 'entry', why: [{ type: 'MustMeetUnmet', criteria: ['known'] }] },
    };
    const halfReviewed = {
      project: 'halfReviewed',
      reached: 'offer',
      wouldReach: 'lead',
      stoppedAt: { gate: 'entry', why: [{ type: 'RoleNotFilled', role: 'salesDirector' }] },
    };
    const alone = {
      project: 'alone',
      reached: 'delivery',
      wouldReach: 'offer',
      stoppedAt: {
        gate: 'terms',
        entry: 'signing',
        why: [{ type: 'SelfReviewAboveCeiling', minor: 500, ceiling: 499 }],
      },
    };
    for (const [file, stopped] of [
      ['known.json', [unknown]],
      ['roles.json', [halfReviewed]],
      ['ceiling.json', [alone]],
      ['all.json', [alone, halfReviewed, unknown]],
    ] as const) {
      const { differences, templates } = await diff(file);
      expect(differences.length).toBeGreaterThan(0);
      expect(templates).toMatchObject([{ template: 'machines', strictness: 'stricter', projects: 5, stopped }]);
      expect(templates[0]?.stopped).toHaveLength(stopped.length);
    }
  });

  test('GAT-11: under the same rules, and under looser ones, nobody is stopped', async () => {
    const { json, write } = await soldMachines();
    await write(stricter);
    const [same, looser] = [
      ['a.json', 'a.json'],
      ['all.json', 'a.json'],
    ].map(([a = '', b = '']) => json('playbook', 'diff', a, b, '--db', 'millrace.db'));
    expect(await same).toMatchObject({
      differences: [],
      templates: [{ strictness: 'same', projects: 5, stopped: [] }],
    });
    expect(await looser).toMatchObject({ templates: [{ strictness: 'looser', projects: 5, stopped: [] }] });
  });

  test('GAT-11, Show 4: what cannot be compared is reported as such, and no project is replayed', async () => {
    const { json, write, run } = await soldMachines();
    const renamed = machines();
    await write({
      'both.json': machines({ signing: false, knownMust: true }),
      'other.json': {
        ...renamed,
        projects: {
          ...renamed.projects,
          processes: renamed.projects?.processes.map((process) => ({ ...process, id: 'others' })),
        },
      },
    });
    const incomparable = { template: 'machines', strictness: 'incomparable', projects: 0, stopped: [] };
    for (const b of ['both.json', 'other.json', 'dealership']) {
      expect(await json('playbook', 'diff', 'a.json', b, '--db', 'millrace.db')).toMatchObject({
        templates: [incomparable],
      });
      expect(await json('playbook', 'diff', 'a.json', b)).toMatchObject({ templates: [incomparable] });
    }
    const { out } = await run('playbook', 'diff', 'a.json', 'both.json', '--db', 'millrace.db');
    expect(out).toContain('machines: the gates cannot be compared; no project is replayed.');
  });

  test('Show 4: a version in the log is named as its events name it; without a log the rules alone are compared', async () => {
    const { json, write } = await soldMachines();
    await write(stricter);
    const { version } = (await json('playbook', 'show', '--db', 'millrace.db')) as { readonly version: string };
    const named = (await json('playbook', 'diff', version, 'all.json', '--db', 'millrace.db')) as Compared;
    expect(named.a).toBe(version);
    expect(named.templates[0]?.stopped).toHaveLength(3);
    expect(await json('playbook', 'diff', 'a.json', 'all.json')).toMatchObject({
      a: version,
      templates: [{ strictness: 'stricter', projects: 0, stopped: [] }],
    });
  });

  test.each([
    ['en', ['the gates of all@', 'of 5 projects 3 would have been stopped', 'unmet: ', 'reviews as ']],
    ['zh', ['的评审更严格', '5 个项目中有 3 个会被拦下', '未满足：', 'halfReviewed']],
  ])('Show 4: for people, in %s', async (lang, texts) => {
    const { run, write } = await soldMachines();
    await write({ 'all.json': { ...stricter['all.json'], name: 'all' } });
    const { out, code } = await run('playbook', 'diff', 'a.json', 'all.json', '--db', 'millrace.db', '--lang', lang);
    expect(code).toBe(0);
    for (const text of texts) expect(out.replaceAll(/\s+/g, ' ')).toContain(text);
  });

  test.each([
    ['en', 'no.json', 'The playbook', 'no.json cannot be read'],
    ['zh', 'no.json', '无法读取规则', 'no.json'],
    ['en', 'text.json', 'The playbook', 'text.json is not JSON'],
    ['zh', 'text.json', '规则', 'JSON'],
    ['en', 'machines@0123456789abcdef', 'No playbook machines@0123456789abcdef was published in', 'millrace.db'],
    ['zh', 'machines@0123456789abcdef', '未发布过规则', 'machines@0123456789abcdef'],
    ['en', 'wrong.json', 'is wrong at projects/processes/0/gates/0/reviewers', 'found "two"'],
    ['zh', 'wrong.json', '的 projects/processes/0/gates/0/reviewers 有误', '"two"'],
  ])('bad input in %s: %s', async (lang, name, ...texts) => {
    const { run, write } = await soldMachines();
    const wrong = JSON.parse(JSON.stringify(machines()));
    wrong.projects.processes[0].gates[0].reviewers = 'two';
    await write({ 'text.json': 'name: machines', 'wrong.json': wrong });
    for (const args of [
      ['playbook', 'diff', 'a.json', name, '--db', 'millrace.db'],
      ['playbook', 'show', name, '--db', 'millrace.db'],
      ['playbook', 'validate', name, '--db', 'millrace.db'],
    ]) {
      const { code, out, err } = await run(...args, '--lang', lang);
      expect([code === 0, out]).toEqual([false, '']);
      for (const text of texts) expect(err).toContain(text);
    }
  });

  test('a comparison of two files needs no database', async () => {
    const { json } = await sandbox({ 'a.json': machines(), 'b.json': machines({ ceiling: 1 }) });
    expect(await json('playbook', 'diff', 'a.json', 'b.json')).toMatchObject({
      differences: [{ path: expect.stringContaining('selfReviewUpTo') }],
      templates: [{ strictness: 'stricter' }],
    });
  });
});
