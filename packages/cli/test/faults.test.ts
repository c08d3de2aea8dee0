import type { Ask, Engine, ExecuteError } from '@millrace/engine';
import type { EventStore, Tenant } from '@millrace/kernel';
import { dealership, type Playbook, playbookStream } from '@millrace/sales';
import { openSqlite } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, open } from 'millrace';
import { describe, expect, onTestFinished, test } from 'vitest';
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
  const sender = { actor: 'import', role: 'import', file: 'x.db' };
  const other: Playbook = { ...dealership, zone: 'Europe/Amsterdam' as Playbook['zone'] };

  /** Programs that each have a file of their own opened. */
  const programs = async (n: number): Promise<ReadonlyArray<Millrace>> => {
    const { path } = await sandbox();
    return Promise.all(
      Array.from({ length: n }, async () => {
        const database = rightOf(await openSqlite({ file: path('x.db') })());
        onTestFinished(() => database.close());
        return rightOf(await open(database.tenant('main' as Tenant))());
      }),
    );
  };

  test('happens once: whoever imports meanwhile, by another playbook, is told so and changes nothing', async () => {
    const [one, two] = await programs(2);
    if (one === undefined || two === undefined) throw new Error('two programs');
    const told = await Promise.all([publishPlaybook(one, dealership, sender), publishPlaybook(two, other, sender)]);
    const outcomes = told.map((each): string | boolean => (E.isLeft(each) ? each.left.type : each.right.now));
    expect(outcomes).toEqual(expect.arrayContaining(['AnotherPlaybook', true]));
    expect(rightOf(await one.history(playbookStream)())).toHaveLength(1);
  });

  test('happens once also where two mean the same: one of them did it', async () => {
    const both = await programs(2);
    const told = await Promise.all(both.map((each) => publishPlaybook(each, dealership, sender)));
    expect(told.map((each) => rightOf(each).now).sort()).toEqual([false, true]);
    expect(rightOf(await publishPlaybook(both[0] as Millrace, dealership, sender)).now).toBe(false);
  });

  test('REL-12: names who did it, and as of when', async () => {
    const [program] = await programs(1);
    const effectiveAt = '2025-01-01T00:00:00.000Z';
    rightOf(await publishPlaybook(program as Millrace, dealership, { ...sender, effectiveAt }));
    const [published] = rightOf(await (program as Millrace).history(playbookStream)());
    expect(published?.meta).toMatchObject({ actor: 'import', role: 'import', effectiveAt });
  });

  test('is refused where the playbook is none that can be published', async () => {
    const [program] = await programs(1);
    const without = { ...dealership, customer: { ...dealership.customer, lists: [] } };
    expect(leftOf(await publishPlaybook(program as Millrace, without, sender))).toMatchObject({
      type: 'PlaybookRefused',
      file: 'x.db',
      refusal: { type: 'EmptyList' },
    });
  });

  test('that the database does not take', async () => {
    const [program] = await programs(1);
    const store: EventStore = { ...(program as Millrace).engine.store, append: () => async () => E.left(locked) };
    const millrace = { engine: { store } as Engine };
    expect(leftOf(await publishPlaybook(millrace, dealership, sender))).toEqual(locked);
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
