import { sha256 } from '@millrace/engine';
import { type BusinessId, type CommandId, encodeEvents, type StreamId, type Tenant } from '@millrace/kernel';
import { projectEvents } from '@millrace/sales';
import { openSqlite } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { run as right } from 'millrace';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../src/render/width.js';
import { machines, soldMachines } from './support/gated-projects.js';
import { at } from './support/performance.js';
import type { Sandbox } from './support/sandbox.js';

/** Writes into the database, past the engine, that a project on hold entered its next phase. */
const slipThrough = async (made: Sandbox): Promise<void> => {
  const database = await right(openSqlite({ file: made.path('millrace.db'), durability: 'normal' }));
  const stream = 'project-held' as StreamId;
  const commandId = '00000000-0000-7000-8000-000000000001' as CommandId;
  const event = { type: 'PhaseEntered', data: { phases: ['offer'], cause: 'advance' }, effectiveAt: at(1, 6) };
  const provenance = {
    tenant: 'main' as Tenant,
    actor: 'operator' as BusinessId,
    role: 'operator' as BusinessId,
    commandId,
    commandDigest: '',
    correlationId: commandId,
  };
  const encoded = encodeEvents([{ stream, event, events: projectEvents }], provenance, sha256);
  if (E.isLeft(encoded)) throw new Error(JSON.stringify(encoded.left));
  const store = database.tenant('main' as Tenant);
  await right(store.append({ commandId, writes: [{ stream, expected: 3, events: encoded.right }], guards: [] }));
  await database.close();
};

const flat = (text: string): string => text.replaceAll(/[\s│]+/g, ' ');

describe('millrace gates', () => {
  test('PRJ-5, PRJ-37: every decision with its criteria, reviewers, independence and version, for programs', async () => {
    const { json } = await soldMachines();
    const { version } = (await json('playbook', 'show')) as { readonly version: string };
    const { decisions } = (await json('gates')) as { readonly decisions: ReadonlyArray<object> };
    expect(decisions).toHaveLength(7);
    expect(decisions).toContainEqual(
      expect.objectContaining({
        ...{ project: 'unknown', gates: ['entry'], decision: 'go', chair: 'mia', independence: 'independent' },
        reviewers: [
          { person: 'mia', role: 'reviewer' },
          { person: 'noa', role: 'salesDirector' },
        ],
        criteria: [
          { criterion: 'worth', must: true, met: true, by: 'reviewers' },
          { criterion: 'known', must: false, met: false, by: 'reviewers', comment: 'we have met twice' },
        ],
        ...{ template: 'machines', playbook: version, requestedBy: 'ada' },
      }),
    );
    expect(await json('gates', '--project', 'alone')).toMatchObject({
      decisions: [
        { gates: ['entry'], independence: 'self' },
        { gates: ['terms'], independence: 'self' },
      ],
    });
    expect(await json('gates', '--as-of', '2026-01-04')).toMatchObject({ decisions: [] });
  });

  test.each([
    ['en', ['Decisions at gates: 7', 'Opportunity gate', 'self-reviewed', 'unmet: The customer is known', 'hold']],
    ['zh', ['评审决定 7 个', '立项评审', '自己评审', '未满足：客户已了解', '暂缓']],
  ])('PRJ-5: for people, in %s, within 80 columns', async (lang, texts) => {
    const { runWith } = await soldMachines();
    const { out, code } = await runWith({ columns: 80 }, 'gates', '--lang', lang);
    expect(code).toBe(0);
    expect(out.split('\n').filter((printed) => widthOf(printed) > 80)).toEqual([]);
    for (const text of texts.slice(0, 1)) expect(out).toContain(text);
    const wide = await runWith({ columns: 400 }, 'gates', '--lang', lang);
    for (const text of texts) expect(wide.out).toContain(text);
  });

  test.each([
    ['en', 'There is no project "nobody"'],
    ['zh', '没有项目“nobody”'],
  ])('bad input: a project nobody knows, or did not know by then, in %s', async (lang, said) => {
    const { run } = await soldMachines();
    for (const args of [
      ['gates', '--project', 'nobody'],
      ['project', 'nobody'],
      ['project', 'nobody', '--json'],
    ]) {
      const { code, out, err } = await run(...args, '--lang', lang);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(said);
    }
    for (const args of [
      ['gates', '--project', 'alone'],
      ['project', 'alone'],
    ]) {
      expect(await run(...args, '--as-of', '2026-01-04', '--lang', lang)).toMatchObject({ code: 2, out: '' });
    }
  });
});

describe('millrace conformance', () => {
  test('GAT-1, Show 2: nothing that our deciders wrote; what came past them, with its receipt', async () => {
    const made = await soldMachines();
    expect(await made.json('conformance')).toMatchObject({ projects: 5, findings: [] });
    await slipThrough(made);
    expect(await made.json('conformance')).toMatchObject({
      projects: 5,
      findings: [
        {
          ...{ type: 'EnteredOnHold', phase: 'offer', review: 'entry', project: 'held', at: at(1, 6) },
          ...{ stream: 'project-held', revision: 4 },
        },
      ],
    });
    expect(await made.json('conformance', '--as-of', '2026-01-05')).toMatchObject({ findings: [] });
  });

  test.each([
    ['en', 'every one went by the rules', '1 went against the rules'],
    ['zh', '均符合规则', '1 处违反规则'],
  ])('GAT-1: for people, in %s', async (lang, conforms, breaches) => {
    const made = await soldMachines();
    expect((await made.run('conformance', '--lang', lang)).out).toContain(conforms);
    await slipThrough(made);
    const { out, code } = await made.run('conformance', '--lang', lang);
    expect(code).toBe(0);
    expect(out).toContain(breaches);
    expect(flat(out)).toContain('held EnteredOnHold offer, entry project-held#4');
  });
});

describe('millrace project', () => {
  test('PRJ-40: the dossier for programs', async () => {
    const { json } = await soldMachines();
    expect(await json('project', 'signed')).toMatchObject({
      dossier: {
        project: 'signed',
        standing: { phases: ['delivery'], outcome: 'won', onHold: false },
        owner: 'ada',
        amount: { minor: 5_000, currency: 'CNY' },
        gates: [{ gates: ['entry'] }, { gates: ['terms'] }],
        stays: [{ cause: 'opening' }, { cause: 'go' }, { cause: 'signing', to: null }],
      },
    });
  });

  test.each([
    ['en', ['Project held', 'First contact', 'Opportunity gate', 'hold', 'gate decided']],
    ['zh', ['项目 held', '初步接触', '立项评审', '暂缓', '评审决定']],
  ])('PRJ-40: on one page, in %s', async (lang, texts) => {
    const { run } = await soldMachines();
    const { out, code } = await run('project', 'held', '--lang', lang);
    expect(code).toBe(0);
    for (const text of texts) expect(out).toContain(text);
  });
});

describe('millrace playbook', () => {
  test.each([
    ['en', ['Machines (machines)', 'First contact', 'It is worth it *', 'self-review up to CNY 10.00']],
    ['zh', ['设备 (machines)', '初步接触', '值得做 *', 'CNY 10.00 以内可自己评审']],
  ])('show: phases, gates and criteria of the one in force, of a file and of a version, in %s', async (lang, texts) => {
    const { run, json } = await soldMachines();
    const { version } = (await json('playbook', 'show')) as { readonly version: string };
    const outs: Array<string> = [];
    for (const name of [[], ['a.json'], [version]]) {
      const { out, code } = await run('playbook', 'show', ...name, '--lang', lang);
      expect(code).toBe(0);
      for (const text of texts) expect(flat(out)).toContain(text);
      outs.push(out);
    }
    expect(new Set(outs).size).toBe(1);
  });

  test('validate: what may be published after the one in force, and what may not, by id and rule', async () => {
    const { run, json, write } = await soldMachines();
    expect(await json('playbook', 'validate', 'a.json')).toMatchObject({ valid: true, processes: 1 });
    await write({ 'undecidable.json': machines({ roles: ['nobody'] }) });
    for (const lang of ['en', 'zh']) {
      const { code, out, err } = await run('playbook', 'validate', 'undecidable.json', '--lang', lang);
      expect([code === 0, out]).toEqual([false, '']);
      expect(err).toContain('nobody');
      expect(err).toContain('entry');
    }
  });
});
