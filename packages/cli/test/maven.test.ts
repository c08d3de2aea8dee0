import { readFile } from 'node:fs/promises';
import type { Envelope } from '@millrace/kernel';
import { sharedPath } from '@millrace/test/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { centsBy, centsOf, type Imported, importShipped, quarterOf } from './support/imported.js';

const data = sharedPath('data/maven-crm');
const truths = sharedPath('data/ground_truth.json');

type Won = { readonly [name: string]: { readonly won_value: number } };

/** What the same rows come to by another program. */
interface Truth {
  readonly rows: { readonly sales_pipeline: number; readonly sales_teams: number };
  readonly stages: { readonly Won: number };
  readonly won_value: number;
  readonly by_agent: Won;
  readonly by_manager: Won;
  readonly by_region: Won;
  readonly by_close_quarter: Won;
  readonly by_close_month: Won;
  readonly by_agent_quarter: { readonly [agent: string]: { readonly [quarter: string]: number } };
  readonly quality: { readonly agents_without_opportunity: ReadonlyArray<string> };
}

const won = (by: Won) =>
  centsOf(Object.fromEntries(Object.entries(by).map(([name, { won_value }]) => [name, won_value])));

describe.skipIf(data === undefined || truths === undefined)('4,238 won deals of 35 agents in six teams', () => {
  let truth: Truth;
  let imported: Imported;
  let events: ReadonlyArray<Envelope>;
  const [names, teams] = [new Map<string, string>(), new Map<string, string>()];
  const units = new Map<
    string,
    { readonly name: string; readonly parent: string | undefined; readonly kind: string }
  >();

  beforeAll(async () => {
    truth = (JSON.parse(await readFile(truths ?? '', 'utf8')) as { maven_crm: Truth }).maven_crm;
    imported = await importShipped('maven-board', data ?? '');
    events = await imported.events();
    for (const { type, stream, data: told } of events) {
      const { person = '', name = '', unit = '', parent, unitKind: kind = '' } = told as { [key: string]: string };
      if (type === 'StaffJoined') names.set(person, name);
      if (type === 'UnitOpened') units.set(unit, { name, parent, kind });
      if (type === 'TeamJoined') teams.set(stream.replace('person-', ''), unit);
    }
  }, 120_000);
  afterAll(() => imported.remove());

  const nameOf = (person: string): string => names.get(person) ?? '';
  const teamOf = (person: string) => units.get(teams.get(person) ?? '');

  test('Show 2: every won row is a credit, none is rejected, and importing again records nothing', async () => {
    const { sales_pipeline, sales_teams } = truth.rows;
    expect(imported.report).toMatchObject({
      rows: sales_pipeline + sales_teams,
      rejected: [],
      already: 0,
      unchanged: 0,
    });
    expect(events.filter(({ type }) => type === 'SaleCredited')).toHaveLength(truth.stages.Won);
    expect(centsBy(events, () => 'all')).toEqual(centsOf({ all: truth.won_value }));
    expect(await imported.again()).toMatchObject({ recorded: 0, already: imported.report.recorded, unchanged: 0 });
  }, 60_000);

  test('LDB-6: won value by agent, by agent and quarter, by quarter and by month is that of the ground truth', () => {
    expect(centsBy(events, ({ person }) => nameOf(person))).toEqual(won(truth.by_agent));
    expect(centsBy(events, ({ person, at }) => `${nameOf(person)} ${quarterOf(at)}`)).toEqual(
      centsOf(
        Object.fromEntries(
          Object.entries(truth.by_agent_quarter).flatMap(([agent, quarters]) =>
            Object.entries(quarters).map(([quarter, value]) => [`${agent} ${quarter}`, value] as const),
          ),
        ),
      ),
    );
    expect(centsBy(events, ({ at }) => quarterOf(at))).toEqual(won(truth.by_close_quarter));
    expect(centsBy(events, ({ at }) => at.slice(0, 7))).toEqual(won(truth.by_close_month));
  });

  test('Show 2: Darcel Schlecht leads with 1,153,214', () => {
    const [first] = Object.entries(centsBy(events, ({ person }) => nameOf(person))).sort(([, a], [, b]) =>
      a < b ? 1 : -1,
    );
    expect(first).toEqual(['Darcel Schlecht', 115_321_400n]);
  });

  test('DLR-51: six teams in three offices, whose won value is that of their managers and regions', () => {
    expect([...units.values()].filter(({ kind }) => kind === 'branch')).toHaveLength(3);
    expect([...units.values()].filter(({ kind }) => kind === 'department')).toHaveLength(6);
    expect(centsBy(events, ({ person }) => teamOf(person)?.name ?? '')).toEqual(won(truth.by_manager));
    expect(centsBy(events, ({ person }) => teamOf(person)?.parent ?? '')).toEqual(won(truth.by_region));
  });

  test('35 agents have joined and are in a team since before 2017, also the five without an opportunity', () => {
    expect(names.size).toBe(truth.rows.sales_teams);
    expect([...names.keys()].filter((person) => !teams.has(person))).toEqual([]);
    const joined = events.filter(({ type }) => type === 'StaffJoined' || type === 'TeamJoined');
    expect(joined.filter(({ meta }) => meta.effectiveAt >= '2017-01-01')).toEqual([]);
    const idle = [...names.values()].filter((name) => truth.by_agent[name] === undefined);
    expect(idle.sort()).toEqual([...truth.quality.agents_without_opportunity].sort());
  });

  test('Q39: months and quarters in which something was won are open', () => {
    const opened = events
      .filter(({ type }) => type === 'PeriodOpened')
      .map(({ stream }) => stream.replace('period-', ''));
    expect(opened.sort()).toEqual(
      [...Object.keys(truth.by_close_month), ...Object.keys(truth.by_close_quarter)].sort(),
    );
  });
});
