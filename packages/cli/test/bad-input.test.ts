import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sandbox } from './support/sandbox.js';
import { imported, recipe, rows, spoilt, visits, visitsCsv } from './support/visits.js';

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
