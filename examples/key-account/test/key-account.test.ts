import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EXIT, runCli } from '@millrace/cli';
import { memoryStore } from '@millrace/engine';
import { Instant, type Tenant } from '@millrace/kernel';
import { dealership } from '@millrace/sales';
import { open, run } from 'millrace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playInFile } from '../src/file.js';
import { type Played, play, storyClock } from '../src/play.js';
import { child, cny, project } from '../src/step.js';
import { OVER, story } from '../src/story/index.js';

const asOf = '2026-10-31T16:00:00.000Z';
if (!Instant.is(asOf)) throw new RangeError('no instant');

const keptFile = (language: string): string => join(import.meta.dirname, `../dossier.${language}.txt`);

describe('the story of a key account', () => {
  let folder: string;
  let file: string;
  let first: { readonly recorded: number; readonly before: number };
  let inMemory: Played;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'millrace-key-account-'));
    file = join(folder, 'key-account.db');
    first = await playInFile(file);
    const clock = storyClock();
    inMemory = await play(memoryStore({ clock: clock.now }).tenant('main' as Tenant), clock);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const printed = async (...args: ReadonlyArray<string>): Promise<string> => {
    const told: Array<string> = [];
    const io = { out: (text: string) => told.push(text), err: (text: string) => told.push(text), env: {}, cwd: folder };
    expect(await runCli([...args, '--db', file], io)).toBe(EXIT.ok);
    return told.join('');
  };

  test('is told in the order of time, and asked for by people in roles they hold, but for the first of them', () => {
    const times = story.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    const byNobody = story.filter(({ actor }) => actor === 'operator').map(({ command }) => command);
    expect(byNobody).toEqual([
      { type: 'JoinStaff', person: 'chen', name: 'Chen Rui' },
      { type: 'GrantRole', person: 'chen', role: 'businessHead' },
    ]);
  });

  test('is recorded once, in a file as in memory', async () => {
    expect(first).toEqual({ recorded: inMemory.recorded, before: 0 });
    expect(await playInFile(file)).toEqual({ recorded: 0, before: first.recorded });
  });

  test('is not played where other rules hold', async () => {
    const store = memoryStore().tenant('main' as Tenant);
    await run(open(store, { playbook: dealership }));
    const before = await run(store.head);
    await expect(play(store, storyClock())).rejects.toMatchObject({ reason: { type: 'AnotherPlaybook' } });
    expect(await run(store.head)).toBe(before);
  });

  test('is a program that prints the dossier and says where the database is', async () => {
    const db = join(folder, 'played.db');
    const main = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
    const told = (...args: ReadonlyArray<string>) => promisify(execFile)(process.execPath, [main, '--db', db, ...args]);
    const chinese = await told('--lang', 'zh');
    const english = await told('--lang', 'en');
    expect([chinese.stderr, english.stderr]).toEqual(['', '']);
    expect(chinese.stdout.startsWith(await readFile(keptFile('zh'), 'utf8'))).toBe(true);
    expect(english.stdout.startsWith(await readFile(keptFile('en'), 'utf8'))).toBe(true);
    expect(chinese.stdout).toContain(`${db}：新记录事件 ${first.recorded} 个`);
    expect(english.stdout).toContain(`${db}: 0 events recorded now, ${first.recorded} before`);
  });

  test.each(['en', 'zh'])('PRJ-1 PRJ-40: its dossier in %s is the one that is kept', async (language) => {
    const dossier = await printed('project', project, '--as-of', OVER, '--lang', language);
    await expect(dossier).toMatchFileSnapshot(keptFile(language));
  });

  test.each([
    [
      'en',
      ['Preliminary review', 'Establishment review', 'Commercial review', 'Customer-relationship review'],
      ['hold  #82', 'recycle  #129'],
    ],
    ['zh', ['初步评审', '立项评审', '商务评审', '客户关系评审'], ['暂缓  #82', '返回  #129']],
  ])(
    'PRJ-5: the kept dossier in %s names the four gates, the hold and the recycle',
    async (language, gates, decisions) => {
      const dossier = await readFile(keptFile(language), 'utf8');
      for (const named of [...gates, ...decisions]) expect(dossier).toContain(named);
    },
  );

  test('PRJ-4 GAT-1: it stays in every phase, in two of them twice', async () => {
    const { dossier } = await run(inMemory.millrace.dossier(project, { asOf }));
    expect(dossier.stays.map(({ phases, cause }) => [...phases, cause])).toEqual([
      ['informationCollection', 'opening'],
      ['conceptExchange', 'go'],
      ['projectPlanning', 'go'],
      ['negotiationSigning', 'advance'],
      ['projectPlanning', 'recycle'],
      ['negotiationSigning', 'advance'],
      ['implementationSummary', 'signing'],
      ['newProjectExtension', 'go'],
    ]);
  });

  test('PRJ-5 GAT-2 GAT-3: six reviews of four gates, each independent and on evidence', async () => {
    const { decisions } = await run(inMemory.millrace.gates({ asOf }));
    expect(decisions.map(({ gates, decision }) => [...gates, decision])).toEqual([
      ['preliminary', 'go'],
      ['establishment', 'hold'],
      ['establishment', 'go'],
      ['commercial', 'recycle'],
      ['commercial', 'conditionalGo'],
      ['customerRelationship', 'go'],
    ]);
    expect(
      decisions.filter(({ independence, evidence }) => independence !== 'independent' || evidence.length === 0),
    ).toEqual([]);
    expect(decisions[4]?.conditions.map(({ id, late }) => [id, late])).toEqual([
      ['guarantee', false],
      ['penalty', true],
    ]);
  });

  test('PRJ-2 GAT-1: on its way it is seen what keeps it where it is', async () => {
    const blockersAt = async (day: string) => {
      const at = `${day}T00:00:00.000Z`;
      if (!Instant.is(at)) throw new RangeError('no instant');
      return (await run(inMemory.millrace.pipeline({ asOf: at }))).blockers;
    };
    const [atFirst] = await blockersAt('2026-02-08');
    expect(atFirst).toMatchObject({
      project,
      phase: 'conceptExchange',
      gates: ['establishment'],
      judged: ['projectApproved'],
      hold: null,
    });
    expect(atFirst?.criteria).toContainEqual({
      id: 'rivalsAnalysed',
      test: { by: 'analysis', analysis: 'competitor' },
    });
    const [onHold] = await blockersAt('2026-03-12');
    expect(onHold).toMatchObject({ gates: ['establishment'], criteria: [] });
    expect(onHold?.hold).toBe((await run(inMemory.millrace.gates({ asOf }))).decisions[1]?.review);
    expect(await blockersAt('2026-09-01')).toEqual([]);
  });

  test('PRJ-34 PRJ-35 GAT-9: a cost over the budget is approved, one is late, and the close was pushed', async () => {
    const { dossier } = await run(inMemory.millrace.dossier(project, { asOf }));
    expect(dossier.costs.find(({ phase }) => phase === 'negotiationSigning')).toEqual({
      phase: 'negotiationSigning',
      budget: cny(300_000),
      cost: cny(340_000),
      late: null,
      approvers: ['su'],
    });
    const late = dossier.costs.filter((one) => one.late !== null);
    expect(late).toMatchObject([{ phase: 'conceptExchange', cost: cny(177_000), late: cny(12_000), approvers: [] }]);
    expect(dossier.closes).toMatchObject([{ on: '2026-07-31', from: '2026-06-30' }]);
    expect([dossier.contract?.amount, dossier.amount]).toEqual([cny(10_860_000), cny(11_040_000)]);
  });

  test('PRJ-38 GAT-6: an activity after signing is waived, approved by another than who asked for it', async () => {
    const { dossier } = await run(inMemory.millrace.dossier(project, { asOf }));
    expect(dossier.waivers).toMatchObject([
      { activity: 'service', reason: 'doneByCustomer', requestedBy: 'mei', approver: 'su', sole: false },
    ]);
  });

  test('PRJ-19 PRJ-24: all four layers are mapped, and everybody reports to the one who decides', async () => {
    const { dossier } = await run(inMemory.millrace.dossier(project, { asOf }));
    const { stakeholders } = dossier.chain;
    expect(new Set(stakeholders.map(({ layer }) => layer))).toEqual(
      new Set(['auxiliary', 'technical', 'execution', 'decision']),
    );
    const superiors = new Map(stakeholders.map(({ stakeholder, reportsTo }) => [stakeholder, reportsTo]));
    const topOf = (id: string): string => {
      const superior = superiors.get(id) ?? null;
      return superior === null ? id : topOf(superior);
    };
    expect(new Set(stakeholders.map(({ stakeholder }) => topOf(stakeholder)))).toEqual(new Set(['head']));
  });

  test('Q11: as of a day in between it is on hold, or back in an earlier phase', async () => {
    const held = await printed('project', project, '--as-of', '2026-03-15');
    expect(held).toMatch(/Phase +│ Concept exchange /);
    expect(held).toContain('│ on hold ');
    const recycled = await printed('project', project, '--as-of', '2026-05-26');
    expect(recycled).toMatch(/Phase +│ Project planning /);
    expect(recycled).not.toContain('│ on hold ');
  });

  test('PRJ-33: it is won and delivered, and a project of the same customer grows out of it', async () => {
    const { dossier } = await run(inMemory.millrace.dossier(project, { asOf }));
    expect(dossier).toMatchObject({ standing: { outcome: 'won' }, extensions: [child] });
    expect(dossier.standing.closedAt).toBe('2026-10-30T02:00:00.000Z');
    const grown = await run(inMemory.millrace.dossier(child, { asOf }));
    expect(grown.dossier.origin).toMatchObject({
      parent: project,
      customer: dossier.origin.customer,
      channel: 'customerExchange',
    });
  });

  test('GAT-1: nothing went past a gate, and the command line says so', async () => {
    expect(await printed('conformance')).toContain('every one went by the rules');
    const { projects, moves, findings } = await run(inMemory.millrace.conformance({ asOf }));
    expect({ projects, findings }).toEqual({ projects: 1, findings: [] });
    expect(moves).toBeGreaterThan(10);
  });
});
