import { readFile } from 'node:fs/promises';
import type { Envelope } from '@millrace/kernel';
import { opportunityChannels } from '@millrace/sales';
import { sharedPath } from '@millrace/test/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importShipped } from './support/imported.js';
import { type Counted, closedBy, countedBy, projectsTold, type Told } from './support/pipeline.js';

const data = sharedPath('data/maven-crm');
const truths = sharedPath('data/ground_truth.json');

type By = {
  readonly [name: string]: Counted & { readonly win_pct_of_closed: number; readonly win_pct_of_all: number };
};

/** What the same rows come to by another program. */
interface Truth {
  readonly rows: { readonly sales_pipeline: number; readonly sales_teams: number; readonly accounts: number };
  readonly stages: { readonly [stage: string]: number };
  readonly won_value: string;
  readonly by_agent: By;
  readonly by_manager: By;
  readonly by_region: By;
  readonly by_product: By;
  readonly by_close_quarter: ReturnType<typeof closedBy>;
  readonly days_to_close: { readonly n: number; readonly min: number; readonly max: number };
  readonly quality: { readonly blank: { readonly account: number }; readonly engage_range: ReadonlyArray<string> };
}

const counts = (by: By): { readonly [name: string]: Counted } =>
  Object.fromEntries(
    Object.entries(by).map(([name, { win_pct_of_closed: _, win_pct_of_all: __, ...counted }]) => [name, counted]),
  );

describe.skipIf(data === undefined || truths === undefined)('8,800 opportunities of 35 agents as projects', () => {
  let truth: Truth;
  let imported: Imported;
  let events: ReadonlyArray<Envelope>;
  let projects: ReadonlyArray<Told>;
  const [names, teams] = [new Map<string, string>(), new Map<string, string>()];
  const units = new Map<string, { readonly name: string; readonly parent: string; readonly leader: string }>();

  beforeAll(async () => {
    truth = (JSON.parse(await readFile(truths ?? '', 'utf8')) as { maven_crm: Truth }).maven_crm;
    imported = await importShipped('maven-projects', data ?? '');
    events = await imported.events();
    projects = projectsTold(events);
    for (const { type, stream, data: told } of events) {
      const { person = '', name = '', unit = '', parent = '', leader = '' } = told as { [key: string]: string };
      if (type === 'StaffJoined') names.set(person, name);
      if (type === 'UnitOpened') units.set(unit, { name, parent, leader: '' });
      if (type === 'TeamJoined') teams.set(stream.replace('person-', ''), unit);
      const led = stream.replace('unit-', '');
      const { name: called = '', parent: under = '' } = units.get(led) ?? {};
      if (type === 'UnitLeaderAppointed') units.set(led, { name: called, parent: under, leader });
    }
  }, 300_000);
  afterAll(() => imported.remove());

  const teamOf = ({ owner }: Told) => units.get(teams.get(owner) ?? '');

  test('Show 1: nothing is rejected, no command is a no-op, and importing again records nothing', async () => {
    const { sales_pipeline, sales_teams, accounts } = truth.rows;
    expect(imported.report).toMatchObject({
      rows: sales_pipeline + sales_teams + accounts,
      rejected: [],
      already: 0,
      unchanged: 0,
    });
    expect(imported.report.recorded).toBe(events.length);
    expect(await imported.again()).toMatchObject({
      recorded: 0,
      already: imported.report.recorded,
      unchanged: 0,
      rejected: [],
    });
  }, 300_000);

  test('PRJ-8: its own playbook comes first, with the twelve channels and one more', () => {
    const [first] = events;
    if (first === undefined) throw new Error('nothing was recorded');
    const { playbook } = first.data as { playbook: { name: string; projects: { channels: ReadonlyArray<object> } } };
    expect([first.type, playbook.name]).toEqual(['PlaybookPublished', 'mavenProjects']);
    expect(playbook.projects.channels).toHaveLength(opportunityChannels.length + 1);
    expect(playbook.projects.channels.at(-1)).toMatchObject({ id: 'unknown' });
    expect(first.meta.effectiveAt).toBe('2016-10-01T00:00:00.000Z');
  });

  test('Show 1: stages, and what was won, are those of the ground truth', () => {
    expect(countedBy(projects, () => 'all')).toEqual({
      all: { opportunities: truth.rows.sales_pipeline, ...truth.stages, won_value: truth.won_value },
    });
  });

  test('Show 1: so they are by agent, manager, region, product and close quarter', () => {
    expect(countedBy(projects, ({ owner }) => names.get(owner) ?? '')).toEqual(counts(truth.by_agent));
    expect(countedBy(projects, (project) => teamOf(project)?.name ?? '')).toEqual(counts(truth.by_manager));
    expect(countedBy(projects, (project) => teamOf(project)?.parent ?? '')).toEqual(counts(truth.by_region));
    expect(countedBy(projects, ({ product }) => product)).toEqual(counts(truth.by_product));
    expect(closedBy(projects)).toEqual(truth.by_close_quarter);
  });

  test('Show 1: days from opening to the decision are those of the ground truth', () => {
    const day = 24 * 60 * 60 * 1_000;
    const days = projects.flatMap(({ openedAt, decidedAt }) =>
      decidedAt === undefined ? [] : [(Date.parse(decidedAt) - Date.parse(openedAt)) / day],
    );
    const { n, min, max } = truth.days_to_close;
    expect([days.length, Math.min(...days), Math.max(...days)]).toEqual([n, min, max]);
  });

  test('35 agents are in six teams, led by their managers, in three offices', () => {
    expect(names.size).toBe(truth.rows.sales_teams + 6);
    expect(teams.size).toBe(truth.rows.sales_teams);
    const led = [...units.values()].filter(({ leader }) => leader !== '');
    expect(led.map(({ name, leader }) => [name, names.get(leader)])).toEqual(led.map(({ name }) => [name, name]));
    expect([led.length, units.size]).toEqual([6, 9]);
  });

  test('85 accounts are in the pool before the first engagement; 1,425 projects name none', () => {
    const entered = events.filter(({ type }) => type === 'CustomerEntered');
    expect(entered).toHaveLength(truth.rows.accounts);
    expect(entered.filter(({ data: told }) => Object.hasOwn(told as object, 'custodian'))).toEqual([]);
    const engaged = truth.quality.engage_range[0] ?? '';
    expect(entered.filter(({ meta }) => meta.effectiveAt >= engaged)).toEqual([]);
    const customers = new Set(entered.map(({ stream }) => stream.replace('customer-', '')));
    expect(projects.filter(({ customer }) => customer === undefined)).toHaveLength(truth.quality.blank.account);
    expect(projects.filter(({ customer }) => customer !== undefined && !customers.has(customer))).toEqual([]);
  });

  test('nothing is invented: 500 without a date begin on the last day, and none has an amount before it is signed', () => {
    const undated = projects.filter(({ stage }) => stage === 'Prospecting');
    expect(new Set(undated.map(({ openedAt }) => openedAt))).toEqual(new Set(['2017-12-31T00:00:00.000Z']));
    const fields = new Set(
      events.filter(({ type }) => type === 'ProjectOpened').flatMap(({ data: told }) => Object.keys(told as object)),
    );
    expect([...fields].sort()).toEqual(['owner', 'playbook', 'process', 'product', 'signedIn', 'template']);
    const types = events.filter(({ stream }) => stream.startsWith('project-')).map(({ type }) => type);
    expect([...new Set(types)].sort()).toEqual([
      'ContractSigned',
      'OpportunityDiscovered',
      'PhaseEntered',
      'ProjectClosed',
      'ProjectOpened',
    ]);
  });
});
