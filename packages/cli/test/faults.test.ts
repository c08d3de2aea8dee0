import type { Ask, Engine, ExecuteError } from '@millrace/engine';
import type { Tenant } from '@millrace/kernel';
import { dealership } from '@millrace/sales';
import { openSqlite } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import type { Millrace } from 'millrace';
import { describe, expect, test } from 'vitest';
import { exitOf } from '../src/failure.js';
import { processIo } from '../src/io.js';
import { publishPlaybook } from '../src/publish.js';
import { sendAll } from '../src/send.js';
import { leftOf, rightOf } from './support/compiled.js';
import { onFile } from './support/driver.js';
import { sandbox } from './support/sandbox.js';
import { visits } from './support/visits.js';

const locked = { type: 'Unavailable', reason: 'locked', message: 'database is locked' } as const;
const refused = { type: 'Refused', command: 'X', refusal: { type: 'NoPlaybook' } } as const;

describe('sending commands', () => {
  const asks: ReadonlyArray<Ask> = Array.from({ length: 600 }, (_, i) => ({
    command: { type: 'X' },
    commandId: `${i}`,
    actor: 'a',
    role: 'r',
  }));

  /** An engine that answers each command as told. */
  const engineOf = (answer: (i: number) => E.Either<ExecuteError, never>) => {
    let asked = 0;
    const executeAll: Engine['executeAll'] = (batch) => async () => batch.map(() => answer(asked++));
    return { engine: { executeAll } as Engine, asked: () => asked };
  };

  test('goes on past what concerns a command alone, and tells how far it is', async () => {
    const { engine } = engineOf(() => E.left(refused));
    const [sent, seen]: [Array<string>, Array<number | 'end'>] = [[], []];
    const progress = { at: (done: number) => seen.push(done), end: () => seen.push('end') };
    const done = await sendAll(engine, asks, ({ ask }) => sent.push(ask.commandId), progress);
    expect(rightOf(done)).toBeUndefined();
    expect(sent).toEqual(asks.map(({ commandId }) => commandId));
    expect(seen).toEqual([256, 512, 600, 'end']);
  });

  test('ends at the first fault of the database, and sends no more', async () => {
    const { engine, asked } = engineOf((i) => E.left(i === 300 ? locked : refused));
    const sent: Array<string> = [];
    const progress = { at: () => undefined, end: () => sent.push('end') };
    const done = await sendAll(engine, asks, ({ ask }) => sent.push(ask.commandId), progress);
    expect(leftOf(done)).toEqual(locked);
    expect(sent).toHaveLength(301);
    expect(asked()).toBe(512);
  });
});

describe('publishing a playbook', () => {
  const sender = { actor: 'a', role: 'r', file: 'x.db' };
  const store = { readStream: () => async () => E.right([]) };

  test.each<[string, ExecuteError, object]>([
    [
      'refused because another process was quicker',
      { type: 'Refused', command: 'PublishPlaybook', refusal: { type: 'TermRemoved' } },
      { type: 'PlaybookRefused', file: 'x.db', refusal: { type: 'TermRemoved' } },
    ],
    ['that the database does not take', locked, locked],
  ])('%s', async (_, error, failure) => {
    const execute: Millrace['execute'] = () => async () => E.left(error);
    const millrace = { engine: { store }, execute } as unknown as Millrace;
    expect(leftOf(await publishPlaybook(millrace, dealership, sender))).toEqual(failure);
  });

  test('that another process published meanwhile was not published now', async () => {
    const execute: Millrace['execute'] = () => async () => E.right({ type: 'AlreadySo' });
    const millrace = { engine: { store }, execute } as unknown as Millrace;
    const published = rightOf(await publishPlaybook(millrace, dealership, sender));
    expect(published).toEqual({ version: expect.stringMatching(/^dealership@/), now: false });
  });
});

describe('a database in which nothing was recorded yet', () => {
  test('has nobody in it, no playbook, and the clock of UTC', async () => {
    const { run, json, path } = await sandbox();
    const empty = rightOf(await openSqlite({ file: path('millrace.db') })());
    await empty.tenant('main' as Tenant).head();
    await empty.close();
    expect(await json('ownership')).toMatchObject({ knownAt: 0, customers: 0, byCustodian: {} });
    expect((await run('ownership')).out).toMatch(/^As of \S+ \S+ \(UTC\), as known at position 0\./);
    expect((await run('funnel')).code).toBe(6);
    expect(await json('replay')).toMatchObject({ events: 0, perSecond: 0 });
  });
});

test('a fault of the database while it is asked names its file and ends with 5', async () => {
  const { run, json, path } = await sandbox(visits);
  await json('import', 'visits.json');
  onFile(path('millrace.db'), `DROP TRIGGER events_are_not_updated; UPDATE events SET text = '{}' WHERE position = 1`);
  for (const command of [['funnel'], ['import', 'visits.json'], ['ownership']]) {
    const { code, err } = await run(...command);
    expect([code, err.includes(`${path('millrace.db')}: the event at position 1 (playbook-main, revision 0)`)]).toEqual(
      [5, true],
    );
  }
  expect((await run('demo', '--db', 'millrace.db')).code).toBe(5);
});

test('every failure has an exit code of its kind', () => {
  expect(exitOf({ type: 'NoPlaybookPublished', file: 'x.db' })).toBe(6);
  expect(exitOf({ type: 'Contended', file: 'x.db', stream: 's' as never, attempts: 1 })).toBe(5);
});

test('the world of a process is its streams, its folder and its environment', () => {
  const io = processIo();
  expect(io.cwd).toBe(process.cwd());
  expect(io.env).toBe(process.env);
  const written: Array<unknown> = [];
  const real = [process.stdout.write, process.stderr.write] as const;
  process.stdout.write = process.stderr.write = ((text: string) =>
    written.push(text) > 0) as typeof process.stdout.write;
  try {
    io.out('to stdout');
    io.err('to stderr');
  } finally {
    [process.stdout.write, process.stderr.write] = real;
  }
  expect(written).toEqual(['to stdout', 'to stderr']);
});

test('a terminal is as wide as it is, and shows progress', () => {
  const before = [process.stdout.isTTY, process.stderr.isTTY, process.stdout.columns] as const;
  Object.assign(process.stdout, { isTTY: true, columns: 72 });
  process.stderr.isTTY = true;
  const io = processIo();
  [process.stdout.isTTY, process.stderr.isTTY, process.stdout.columns] = before;
  expect([io.columns, io.progress]).toEqual([72, process.stderr]);
});
