import { describe, expect, test } from 'vitest';
import { sandbox } from './support/sandbox.js';
import { recipe, rows, spoilt, visits, visitsCsv } from './support/visits.js';

const views = async (json: (...args: ReadonlyArray<string>) => Promise<unknown>, db = 'millrace.db') =>
  ((await json('replay', '--db', db)) as { views: object }).views;

describe('an import', () => {
  test('records what the rows say, and says what it did', async () => {
    const { json } = await sandbox(visits);
    expect(await json('import', 'visits.json')).toEqual({
      rows: 7,
      recorded: 23,
      already: 0,
      unchanged: 0,
      playbook: expect.stringMatching(/^dealership@[0-9a-f]{16}$/),
      rejected: [],
    });
    expect(await json('replay')).toMatchObject({ events: 23, knownAt: 23 });
    expect(await json('funnel')).toMatchObject({
      collected: { total: 4, entered: 4 },
      stages: [
        { id: 'prospect', reached: 4, current: 1 },
        { id: 'shopper', reached: 2, touched: 2, current: 1 },
        { id: 'buyer', reached: 1, current: 0 },
      ],
      outcomes: { won: 1, lost: { gone: 1 } },
    });
  });

  test('LAW-6: again records nothing, and finds every event that is there', async () => {
    const { json } = await sandbox(visits);
    await json('import', 'visits.json');
    const before = await views(json);
    expect(await json('import', 'visits.json')).toMatchObject({ recorded: 0, already: 23, unchanged: 0, rejected: [] });
    expect(await views(json)).toEqual(before);
  });

  test('of a file that has grown records what is new', async () => {
    const { json, write } = await sandbox(visits);
    await write({ 'visits.csv': visitsCsv(...rows.slice(0, 4)) });
    expect(await json('import', 'visits.json')).toMatchObject({ rows: 4, recorded: 16, already: 0 });
    await write(visits);
    expect(await json('import', 'visits.json')).toMatchObject({ rows: 7, recorded: 7, already: 16 });
    const grown = await views(json);
    await json('import', 'visits.json', '--db', 'at-once.db');
    expect(await views(json, 'at-once.db')).toEqual(grown);
  });

  test('is of the actor import, in the order of time, ties in that of the file', async () => {
    const { json } = await sandbox(visits);
    await json('import', 'visits.json');
    const ann = (await json('history', 'customer-ann')) as ReadonlyArray<{
      type: string;
      position: number;
      meta: object;
    }>;
    expect(ann.map(({ type, position }) => `${position} ${type}`)).toEqual([
      '2 ProspectCollected',
      '3 ProspectAccepted',
      '4 CustomerEntered',
      '5 JourneyOpened',
      '10 CustodyTransferred',
      '11 StageAdvanced',
      '17 PurchaseDecided',
      '18 PurchaseCompleted',
    ]);
    for (const { meta } of ann) expect(meta).toMatchObject({ actor: 'import', role: 'import' });
  });

  test('two of one recipe at once record every event once', async () => {
    const { json } = await sandbox(visits);
    const both = await Promise.all([json('import', 'visits.json'), json('import', 'visits.json')]);
    for (const { recorded, already } of both as ReadonlyArray<{ recorded: number; already: number }>) {
      expect(recorded + already).toBe(23);
    }
    expect(await json('replay')).toMatchObject({ events: 23 });
    await json('import', 'visits.json', '--db', 'alone.db');
    expect(await views(json)).toEqual(await views(json, 'alone.db'));
  });

  test('of two recipes with one playbook goes into one database', async () => {
    const { json, write } = await sandbox(visits);
    await write({ 'other.json': spoilt({ id: 'other', 'files/0/path': 'other.csv' }) });
    await write({ 'other.csv': visitsCsv('eve,2025-05-01T10:00:00Z,come,s1,') });
    await json('import', 'visits.json');
    expect(await json('import', 'other.json')).toMatchObject({ recorded: 4, already: 1 });
  });

  test('takes its files from another folder where told to', async () => {
    const { json, folder } = await sandbox({ 'visits.csv': visits['visits.csv'] });
    const there = await sandbox({ 'visits.json': recipe });
    const imported = await json('import', there.path('visits.json'), '--data', folder);
    expect(imported).toMatchObject({ recorded: 23 });
  });

  test('tells people in a line', async () => {
    const { run } = await sandbox(visits);
    expect(await run('import', 'visits.json')).toEqual({
      code: 0,
      out: 'Rows: 7 read, 0 rejected. Events: 23 recorded now, 0 before.\n',
      err: '',
    });
    expect(await run('--lang', 'zh', 'import', 'visits.json')).toMatchObject({
      out: '读取 7 行：新记录事件 0 个，此前已记录 23 个，拒绝 0 行。\n',
    });
  });

  test('says where commands asked for what was so: such a recipe ships nowhere', async () => {
    const { run, write } = await sandbox(visits);
    const everyRow = spoilt({ 'files/0/commands/3/changed': undefined });
    await write({ 'visits.json': everyRow });
    expect((await run('import', 'visits.json')).out).toContain('Commands that asked for what was so already: 6.');
  });
});

describe('rows that are rejected', () => {
  const spoiltRows = [
    ...rows,
    'eve,someday,come,s1,',
    'fay,2025-05-02T10:00:00Z,come,s1',
    '__proto__,2025-05-03T10:00:00Z,come,s1,',
    `${'x'.repeat(300)},2025-05-03T10:00:00Z,come,s1,`,
    '"nul\u0000",2025-05-03T10:00:00Z,come,s1,',
    '=cmd(),2025-05-04T10:00:00Z,come,s1,',
    'ann,2025-05-05T10:00:00Z,leave,s2,',
    'cyd,2025-05-06T10:00:00Z,buy,s2,much',
    'gus,2799-01-01T00:00:00Z,come,s1,',
  ];
  const files = { ...visits, 'visits.csv': visitsCsv(...spoiltRows) };

  test('are told with file, line and reason; the others are kept; the exit code says so', async () => {
    const { run, read, json } = await sandbox(files);
    const { code, out, err } = await run('import', 'visits.json', '--json');
    expect([code, err]).toEqual([3, '']);
    const said = JSON.parse(out) as { rows: number; recorded: number; rejected: ReadonlyArray<{ row: number }> };
    expect(said).toMatchObject({ rows: 16, recorded: 23 });
    expect(said.rejected.map(({ row }) => row)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(await read('visits.rejected.csv')).toBe(
      [
        'file,row,reason',
        'visits.csv,9,"at: expected a time (iso), found ""someday"""',
        'visits.csv,10,"expected 5 columns, found 4"',
        'visits.csv,11,"CollectProspect: customer: expected an id (a letter or digit, then letters, digits and . _ : @ + -, at most 256 bytes), found ""__proto__"""',
        `visits.csv,12,"CollectProspect: customer: expected an id (a letter or digit, then letters, digits and . _ : @ + -, at most 256 bytes), found ""${'x'.repeat(98)}…"`,
        'visits.csv,13,"CollectProspect: customer: expected an id (a letter or digit, then letters, digits and . _ : @ + -, at most 256 bytes), found ""nul\\u0000"""',
        'visits.csv,14,"CollectProspect: customer: expected an id (a letter or digit, then letters, digits and . _ : @ + -, at most 256 bytes), found ""=cmd()"""',
        'visits.csv,15,CloseJourney: no journey is open (NoOpenJourney)',
        'visits.csv,16,"amount: expected an amount of money, found ""much"""',
        'visits.csv,17,CollectProspect: 2799-01-01T00:00:00.000Z is in the future (EffectiveInFuture); AcceptProspect: 2799-01-01T00:00:00.000Z is in the future (EffectiveInFuture); EnterCustomer: 2799-01-01T00:00:00.000Z is in the future (EffectiveInFuture)',
        '',
      ].join('\n'),
    );
    expect(await json('replay')).toMatchObject({ events: 23 });
  });

  test('a row of which one command cannot be made leads to none', async () => {
    const { run, json } = await sandbox(files);
    await run('import', 'visits.json');
    const cyd = (await json('history', 'customer-cyd')) as ReadonlyArray<{ type: string }>;
    expect(cyd.map(({ type }) => type)).not.toContain('PurchaseDecided');
  });

  test('are recorded when they are mended, and the file about them goes', async () => {
    const { run, json, write, read } = await sandbox(files);
    await run('import', 'visits.json');
    const mended = spoiltRows.slice(0, 8).with(7, 'eve,2025-05-01T10:00:00Z,come,s1,');
    await write({ 'visits.csv': visitsCsv(...mended) });
    expect(await json('import', 'visits.json')).toMatchObject({ recorded: 4, already: 23, rejected: [] });
    await expect(read('visits.rejected.csv')).rejects.toThrow('ENOENT');
  });

  test('go to another file where told to; a file of something else is not taken away', async () => {
    const { run, write, read } = await sandbox(files);
    const { code, out } = await run('import', 'visits.json', '--rejected', 'bad.csv');
    expect(code).toBe(3);
    expect(out).toMatch(/The rejected rows are in .*bad\.csv\.\n$/);
    expect(await read('bad.csv')).toContain('visits.csv,15,');
    await write({ ...visits, 'notes.csv': 'mine' });
    await run('import', 'visits.json', '--rejected', 'notes.csv');
    expect(await read('notes.csv')).toBe('mine');
  });

  test('REL-14: are no formulas to a spreadsheet, whatever the files are called', async () => {
    const named = '=HYPERLINK("x").csv';
    const { run, read } = await sandbox({ 'r.json': spoilt({ 'files/0/path': named }), [named]: visitsCsv('ann') });
    expect((await run('import', 'r.json')).code).toBe(3);
    const [, line] = (await read('r.rejected.csv')).split('\n');
    expect(line).toBe(`"'=HYPERLINK(""x"").csv",2,"expected 5 columns, found 1"`);
  });

  test('that cannot be written down are told, and the import stands', async () => {
    const { run, json } = await sandbox(files);
    const { code, err } = await run('import', 'visits.json', '--rejected', 'no/such/folder.csv');
    expect(code).toBe(4);
    expect(err).toMatch(
      /^The import is finished, but its rejected rows cannot be written to .*no\/such\/folder\.csv: /,
    );
    expect(await json('replay')).toMatchObject({ events: 23 });
  });

  test('a row out of order comes too late for a move, and says so', async () => {
    const { json, run, write, read } = await sandbox(visits);
    await json('import', 'visits.json');
    await write({ 'visits.csv': visitsCsv(...rows, 'bob,2025-02-01T10:00:00Z,come,s2,') });
    const { code } = await run('import', 'visits.json');
    expect(code).toBe(3);
    expect(await read('visits.rejected.csv')).toContain(
      'visits.csv,9,CollectProspect: the prospect has been collected before (CustomerAlreadyCollected)',
    );
    expect(await json('replay')).toMatchObject({ events: 23 });
  });
});
