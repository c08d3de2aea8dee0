import { existsSync } from 'node:fs';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Driver, onFile } from './support/driver.js';
import { type Sandbox, sandbox } from './support/sandbox.js';
import { imported, spoilt, visits } from './support/visits.js';

const asking = [
  ['funnel'],
  ['ownership'],
  ['ownership', '--customer', 'ann'],
  ['history', 'customer-ann'],
  ['explain', 'funnel', 'buyer'],
  ['replay'],
];

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
