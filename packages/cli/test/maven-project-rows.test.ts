/** What the recipe of maven-projects makes of rows of our own, bad ones among them. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './support/sandbox.js';

const shipped = new URL('../../../examples/recipes/maven-projects.json', import.meta.url);

const header = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';

const files = async (...rows: ReadonlyArray<string>) => ({
  'recipe.json': await readFile(shipped, 'utf8'),
  'sales_teams.csv': 'sales_agent,manager,regional_office\nAnn Lee,Mo Ray,East\nBob Fox,Mo Ray,East\n',
  'accounts.csv': 'account\nGekko & Co\nCheers\n',
  'sales_pipeline.csv': [header, ...rows, ''].join('\n'),
});

const good = [
  'P1,Ann Lee,GTXPro,Gekko & Co,Won,2017-01-01,2017-03-01,1054',
  'P2,Bob Fox,MG Special,Cheers,Lost,2017-01-02,2017-03-01,0',
  'P3,Ann Lee,GTXPro,,Engaging,2017-01-03,,',
  'P4,Bob Fox,GTXPro,,Prospecting,,,',
];

interface Event {
  readonly type: string;
  readonly data: object;
  readonly meta: { readonly effectiveAt: string };
}

const told = async ({ json }: Sandbox, project: string) =>
  ((await json('history', `project-${project}`)) as ReadonlyArray<Event>).map(
    ({ type, meta }) => `${meta.effectiveAt.slice(0, 10)} ${type}`,
  );

test('a row is discovered, opened, engaged, signed and closed when it says so, and no more than it says', async () => {
  const made = await sandbox(await files(...good));
  expect(await made.json('import', 'recipe.json')).toMatchObject({ rows: 8, unchanged: 0, rejected: [] });
  expect(await told(made, 'P1')).toEqual([
    '2017-01-01 OpportunityDiscovered',
    '2017-01-01 ProjectOpened',
    '2017-01-01 PhaseEntered',
    '2017-03-01 ContractSigned',
    '2017-03-01 ProjectClosed',
  ]);
  expect(await told(made, 'P2')).toEqual([
    '2017-01-02 OpportunityDiscovered',
    '2017-01-02 ProjectOpened',
    '2017-01-02 PhaseEntered',
    '2017-03-01 ProjectClosed',
  ]);
  expect((await told(made, 'P3')).length).toBe(3);
  expect(await told(made, 'P4')).toEqual(['2017-12-31 OpportunityDiscovered', '2017-12-31 ProjectOpened']);

  const all = (await made.json('history', 'project-P1')) as ReadonlyArray<Event>;
  expect(all.map(({ data }) => data)).toMatchObject([
    { channel: 'unknown', discoveredBy: 'Ann.Lee', customer: 'Gekko.Co' },
    { template: 'opportunity', owner: 'Ann.Lee', product: 'GTXPro' },
    { phases: ['engaging'], cause: 'advance' },
    { amount: { minor: 105_400, currency: 'USD' } },
    { outcome: 'won' },
  ]);
  const [discovered] = (await made.json('history', 'project-P3')) as ReadonlyArray<Event>;
  expect(Object.keys(discovered?.data ?? {})).not.toContain('customer');
});

describe('bad rows', () => {
  const bad = [
    'Q1,Ann Lee,GTXPro,Cheers,Engaging,2017-13-01,,',
    'Q2,Nobody Here,GTXPro,Cheers,Engaging,2017-01-01,,',
    'Q3,Ann Lee,GTXPro,Cheers,Won,2017-01-01,2017-03-01,-550',
    'Q4,Ann Lee,GTXPro,Cheers,Won,2017-01-01,soon,550',
    'Q5,Ann Lee,GTXPro,Nowhere Inc,Engaging,2017-01-01,,',
    'no id,Ann Lee,GTXPro,Cheers,Engaging,2017-01-01,,',
    'Q7,Ann Lee,GTXPro,Cheers,Won,2017-03-02,2017-03-01,550',
  ];

  test('are rejected by file, row, field and what was expected; the others are kept', async () => {
    const made = await sandbox(await files(...good, ...bad));
    const { code, out } = await made.run('import', 'recipe.json', '--json');
    expect(code).toBe(3);
    const { rows, rejected } = JSON.parse(out) as { rows: number; rejected: ReadonlyArray<object> };
    expect(rows).toBe(15);
    const file = 'sales_pipeline.csv';
    expect(rejected).toEqual([
      { file, row: 6, reason: 'engage_date: expected a time (iso), found "2017-13-01"' },
      { file, row: 7, reason: 'nothing was found for agents.sales_agent' },
      { file, row: 8, reason: 'amount: expected an amount that is not below zero, found "-550"' },
      { file, row: 9, reason: 'close_date: expected a time (iso), found "soon"' },
      {
        file,
        row: 10,
        reason: expect.stringMatching(/^DiscoverOpportunity: .*"Nowhere\.Inc".* \(CustomerUnknown\); OpenProject: /),
      },
      { file, row: 11, reason: expect.stringMatching(/^DiscoverOpportunity: project: expected an id .*"no id"$/) },
      { file, row: 12, reason: expect.stringMatching(/^SignContract: .*\(\w+\); CloseProject: .*\(\w+\)$/) },
    ]);
    expect(await told(made, 'P1')).toHaveLength(5);
    for (const project of ['Q1', 'Q2', 'Q3', 'Q4', 'Q5']) {
      expect((await made.run('history', `project-${project}`)).code, project).toBe(2);
    }
  });

  test('are recorded once they are mended, and the rest is not recorded twice', async () => {
    const made = await sandbox(await files(...good, 'Q3,Ann Lee,GTXPro,Cheers,Won,2017-01-01,2017-03-01,-550'));
    await made.run('import', 'recipe.json');
    await made.write(await files(...good, 'Q3,Ann Lee,GTXPro,Cheers,Won,2017-01-01,2017-03-01,550'));
    expect(await made.json('import', 'recipe.json')).toMatchObject({ recorded: 5, unchanged: 0, rejected: [] });
    expect(await told(made, 'Q3')).toHaveLength(5);
  });

  test('two agents with one id are told apart', async () => {
    const made = await sandbox(await files(...good));
    await made.write({
      'sales_teams.csv':
        'sales_agent,manager,regional_office\nAnn Lee,Mo Ray,East\nBob Fox,Mo Ray,East\nAnn.Lee,Mo Ray,East\n',
    });
    const { out } = await made.run('import', 'recipe.json', '--json');
    expect((JSON.parse(out) as { rejected: ReadonlyArray<object> }).rejected).toEqual([
      {
        file: 'sales_teams.csv',
        row: 4,
        reason: 'person: "Ann.Lee" comes to the id Ann.Lee, as does "Ann Lee" in sales_teams.csv on line 2',
      },
    ]);
  });
});
