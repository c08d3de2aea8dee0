import { existsSync } from 'node:fs';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Driver, onFile } from './support/driver.js';
import { type Sandbox, sandbox } from './support/sandbox.js';
import { recipe, rows, spoilt, visits, visitsCsv } from './support/visits.js';

const imported = async (): Promise<Sandbox> => {
  const made = await sandbox(visits);
  await made.json('import', 'visits.json');
  return made;
};

const asking = [
  ['funnel'],
  ['ownership'],
  ['ownership', '--customer', 'ann'],
  ['history', 'customer-ann'],
  ['explain', 'funnel', 'buyer'],
  ['replay'],
];

describe('an import that cannot begin writes nothing', () => {
  const cases: ReadonlyArray<readonly [string, object, ReadonlyArray<string>, string]> = [
    ['no recipe', {}, ['none.json'], 'The recipe {folder}/none.json cannot be read: ENOENT'],
    ['a folder for a recipe', {}, ['.'], 'The recipe {folder} cannot be read: EISDIR'],
    ['a recipe that is no JSON', { 'r.json': '{' }, ['r.json'], 'The recipe {folder}/r.json is not JSON: SyntaxError'],
    [
      'a malformed recipe',
      { 'r.json': spoilt({ 'files/0/time': undefined }) },
      ['r.json'],
      'The recipe {folder}/r.json is wrong at files/0/time: expected a time: {"column": ...} or {"at": ...}, found nothing',
    ],
    [
      'an unknown stage',
      { 'r.json': spoilt({ 'files/0/commands/4/fields/to': 'shoper' }) },
      ['r.json'],
      'The recipe {folder}/r.json is wrong at files/0/commands/4/fields/to: expected prospect | shopper | buyer, found "shoper"',
    ],
    [
      'an unknown field',
      { 'r.json': spoilt({ 'files/0/commands/1/fields/screenedby': 'x' }) },
      ['r.json'],
      'The recipe {folder}/r.json is wrong at files/0/commands/1/fields/screenedby: expected a field that the command has, found "screenedby"',
    ],
    [
      'a playbook that cannot be',
      { 'r.json': spoilt({ 'playbook/lists/relationships': [] }) },
      ['r.json'],
      'The playbook cannot be published in {folder}/r.json: the playbook has no "partner" among its relationships',
    ],
    [
      'a missing file',
      { 'r.json': spoilt({ 'files/0/path': 'gone.csv' }) },
      ['r.json'],
      'The recipe names the file {folder}/gone.csv at files/0/path, which cannot be read: ENOENT',
    ],
    [
      'a missing column',
      { 'visits.csv': 'who,what,seller,amount\n' },
      ['visits.json'],
      'The recipe names the column "at" at files/0/time/column, but visits.csv has no such column; it has who, what, seller, amount',
    ],
    [
      'an empty file',
      { 'visits.csv': '' },
      ['visits.json'],
      '{folder}/visits.csv, line 1, cannot be read: the file is empty',
    ],
    [
      'a file in another encoding',
      { 'visits.csv': Buffer.from(visitsCsv('zoë'), 'latin1') },
      ['visits.json'],
      '{folder}/visits.csv, line 2, cannot be read: it is no UTF-8 text',
    ],
    [
      'an open quote',
      { 'visits.csv': visitsCsv('ann,"') },
      ['visits.json'],
      '{folder}/visits.csv, line 2, cannot be read: a quote in the row that begins there is never closed',
    ],
    [
      'a lookup with a key twice',
      {
        'r.json': { ...recipe, lookups: { sellers: { path: 'sellers.csv', key: 'id', by: 'seller' } } },
        'sellers.csv': 'id\n"\u001b[31m"\n"\u001b[31m"\n',
      },
      ['r.json'],
      'sellers.csv, line 3: the key "\\u001b[31m" stands there a second time',
    ],
  ];

  test.each(cases)('%s', async (_, files, args, message) => {
    const { run, folder, path } = await sandbox({ ...visits, ...files });
    const { code, out, err } = await run('import', ...args);
    expect([code, out]).toEqual([4, '']);
    expect(err.startsWith(message.replaceAll('{folder}', folder)), err).toBe(true);
    expect(existsSync(path('millrace.db'))).toBe(false);
  });
});

describe('a database that cannot be used is named, and left as it is', () => {
  test('one that is missing is not made by asking', async () => {
    const { run, path } = await sandbox();
    for (const command of asking) {
      const { code, err } = await run(...command, '--db', 'none.db');
      expect([code, err]).toEqual([
        5,
        `There is no database ${path('none.db')}. Import something into it first, or name another with --db.\n`,
      ]);
    }
    expect(existsSync(path('none.db'))).toBe(false);
  });

  const unusable: ReadonlyArray<readonly [string, (made: Sandbox) => Promise<void>, RegExp]> = [
    [
      'of something else',
      async ({ path }) => onFile(path('x.db'), 'CREATE TABLE t (a)'),
      /x\.db is no database of millrace/,
    ],
    [
      'no database at all',
      ({ path }) => writeFile(path('x.db'), 'who,at\n'.repeat(1_000)),
      /x\.db is no database of millrace/,
    ],
    [
      'of a newer schema',
      async ({ run, path }) => {
        await run('import', 'visits.json', '--db', 'x.db');
        onFile(path('x.db'), 'PRAGMA user_version = 9');
      },
      /x\.db was written by a newer millrace: its schema is 9, this one knows up to 1/,
    ],
    [
      'cut short',
      async ({ run, path }) => {
        await run('import', 'visits.json', '--db', 'x.db');
        await truncate(path('x.db'), 12_288);
      },
      /x\.db is (no database of millrace, or is )?damaged: /,
    ],
    ['a folder', ({ path }) => mkdir(path('x.db')).then(() => undefined), /x\.db cannot be opened: /],
  ];

  test.each(unusable)('%s', async (_, spoil, message) => {
    const made = await sandbox(visits);
    await spoil(made);
    const before = await readFile(made.path('x.db')).catch(() => undefined);
    for (const command of [['import', 'visits.json'], ['funnel'], ['replay']]) {
      const { code, err, out } = await made.run(...command, '--db', 'x.db');
      expect([code, out], err).toEqual([5, '']);
      expect(err).toMatch(message);
    }
    expect(await readFile(made.path('x.db')).catch(() => undefined)).toEqual(before);
  });

  test('one that another program holds', { timeout: 30_000 }, async () => {
    const { run, path } = await imported();
    const holder = new Driver(path('millrace.db'));
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    const { code, err } = await run('import', 'visits.json');
    holder.exec('ROLLBACK');
    holder.close();
    expect(code).toBe(5);
    expect(err).toMatch(/^.*millrace\.db (is locked by another program|did not answer \(locked\)): .*locked/);
    expect(await run('import', 'visits.json')).toMatchObject({ code: 0 });
  });

  test('one with an event that is no longer what it was', async () => {
    const { run, path } = await imported();
    onFile(
      path('millrace.db'),
      `DROP TRIGGER events_are_not_updated;
       UPDATE events SET text = replace(text, '"to":"shopper"', '"too":"shopper"') WHERE position = 11`,
    );
    for (const command of asking) {
      const { code, err } = await run(...command);
      expect(code).toBe(5);
      expect(err).toMatch(
        /^.*millrace\.db: the event at position 11 \(customer-ann, revision 5\) cannot be read: data\/to: expected a term .*, found nothing\n$/,
      );
    }
    onFile(path('millrace.db'), `UPDATE events SET text = '{' WHERE position = 11`);
    expect((await run('funnel')).err).toContain('cannot be read: it is not JSON: ');
  });

  test('one that follows another playbook', async () => {
    const { run, json, write, path } = await imported();
    await write({ 'other.json': spoilt({ id: 'other', 'playbook/zone': 'UTC' }) });
    const { code, err } = await run('import', 'other.json');
    expect(code).toBe(6);
    expect(err).toMatch(
      /millrace\.db follows the playbook dealership@[0-9a-f]{16}, not dealership@[0-9a-f]{16}\. Use another/,
    );
    expect(err).toContain(path('millrace.db'));
    expect(await json('replay')).toMatchObject({ events: 23 });
    expect((await run('demo', '--db', 'millrace.db')).code).toBe(6);
  });

  test('one without a playbook by then', async () => {
    const { run } = await imported();
    for (const command of [['funnel'], ['explain', 'funnel', 'buyer']]) {
      const { code, err } = await run(...command, '--known-at', '0');
      expect(code).toBe(6);
      expect(err).toMatch(/^No playbook has been published in .*millrace\.db by then/);
    }
  });
});

describe('questions that cannot be answered', () => {
  test.each<[ReadonlyArray<string>, RegExp]>([
    [['funnel', '--as-of', 'soon'], /^--as-of: expected 2026-11-24T09:00:00Z \| 2026-11-24, found "soon"\n$/],
    [['funnel', '--known-at', '-1'], /^--known-at: expected 7 \| 2026-11-24T09:00:00Z \| 2026-11-24, found "-1"\n$/],
    [['replay', '--known-at', '1.5'], /^--known-at: expected .*, found "1\.5"\n$/],
    [['history', 'ann'], /^STREAM: expected customer-173688, found "ann"\n$/],
    [['history', 'customer-'], /^STREAM: /],
    [['history', `customer-${'x'.repeat(300)}`], /^STREAM: /],
    [['history', 'customer-\u0000'], /^STREAM: expected customer-173688, found "customer-\\u0000"\n$/],
    [['history', 'customer-eve'], /^There is no stream "customer-eve" in .*millrace\.db\n$/],
    [['history', 'customer-__proto__'], /^There is no stream "customer-__proto__"/],
    [
      ['ownership', '--customer', 'eve'],
      /^There is no customer "eve" in .*millrace\.db, or it was not entered by then\n$/,
    ],
    [['ownership', '--customer', '__proto__'], /^There is no customer "__proto__"/],
    [['ownership', '--customer', 'ann', '--as-of', '2025-01-01'], /^There is no customer "ann"/],
    [['explain', 'funnel', 'shoper'], /^There is no stage "shoper"; there are prospect, shopper, buyer\n$/],
  ])('%j', async (args, message) => {
    const { run } = await imported();
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

test('a fault of the program itself is no fault of the user, and shows where it was', async () => {
  const { runWith } = await sandbox(visits);
  const { code, err } = await runWith(
    {
      out: () => {
        throw new TypeError('the printer is on fire');
      },
    },
    'import',
    'visits.json',
  );
  expect(code).toBe(1);
  expect(err).toMatch(/^TypeError: the printer is on fire\n {4}at /);
});

test('rows of a good file are not lost for the bad ones of another', async () => {
  const files = [...recipe.files, { ...recipe.files[0], path: 'more.csv' }];
  const { run, json, read } = await sandbox({
    'visits.csv': visitsCsv(...rows),
    'more.csv': visitsCsv('hal,2025-05-01T10:00:00Z,come,s1,', 'ida,,come,s1,'),
    'visits.json': { ...recipe, files },
  });
  expect((await run('import', 'visits.json')).code).toBe(3);
  expect(await read('visits.rejected.csv')).toContain('more.csv,3,"at: expected a time (iso), found "');
  expect(await json('ownership')).toMatchObject({ customers: 5 });
});
