import { setTimeout } from 'node:timers/promises';
import type { StoredEvent } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { child } from './support/children.js';
import { newFile } from './support/folder.js';
import { ACME, logOf, noting, written } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

interface Counted {
  readonly by: string;
  readonly command: number;
  readonly part: number;
}

const counted = ({ text }: StoredEvent): Counted => JSON.parse(text);

/** Asserts that a log holds exactly the commands of some appenders, each once and whole. */
const expectWhole = (log: ReadonlyArray<StoredEvent>, names: ReadonlyArray<string>, commands: number): void => {
  const parts = new Map<string, Array<number>>();
  for (const { by, command, part } of log.map(counted)) {
    const key = `${by} ${command}`;
    parts.set(key, [...(parts.get(key) ?? []), part]);
  }
  expect(parts.size).toBe(names.length * commands);
  for (const name of names) {
    for (let i = 0; i < commands; i++) expect(parts.get(`${name} ${i}`)).toEqual(i % 2 === 0 ? [0] : [0, 1, 2]);
  }
  for (const id of new Set(log.map((event) => event.stream))) {
    const revisions = log.filter((event) => event.stream === id).map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.map((_, i) => i));
  }
};

describe('several processes on one file', () => {
  test('4 write 500 commands each, on a hot stream and on their own: none lost, none doubled, none skipped REL-4 LAW-14 S9', async () => {
    const file = newFile();
    const store = (await openedHere({ file })).tenant(ACME);
    const seen: Array<StoredEvent> = [];
    const subscription = store.subscribe(0, async (events) => {
      seen.push(...events);
    });
    const names = ['p', 'q', 'r', 's'];
    const children = names.map((name) => child('appender', [file, name, 0, 500]));
    await Promise.all(children.map(({ done }) => done()));

    const log = await logOf(store);
    expectWhole(log, names, 500);
    expect(log.filter((event) => event.stream === 'counter-hot')).toHaveLength(1_000);
    while (seen.length < log.length) await setTimeout(5);
    expect(await subscription.stop()).toEqual({ type: 'Stopped' });
    expect(seen).toEqual(log);

    const positionOf = new Map(log.map((event) => [`${counted(event).by} ${counted(event).command}`, event.position]));
    for (const [i, { lines }] of children.entries()) {
      const acks = lines.filter((line) => line.startsWith('ack '));
      expect(acks).toHaveLength(500);
      for (const ack of acks) {
        const [, command, position] = ack.split(' ');
        expect(positionOf.get(`${names[i]} ${command}`)).toBe(Number(position));
      }
    }
  });

  test('a waiting subscription hears of a write by another process S9', async () => {
    const file = newFile();
    const store = (await openedHere({ file })).tenant(ACME);
    await written(store, noting('a', ['mine']));
    const seen: Array<StoredEvent> = [];
    let caughtUp = 0;
    const subscription = store.subscribe(
      0,
      async (events) => {
        seen.push(...events);
      },
      {
        onCaughtUp: () => {
          caughtUp += 1;
        },
      },
    );
    while (caughtUp === 0) await setTimeout(5);
    const other = await opened({ file, mode: 'existing' });
    await written(other.tenant(ACME), noting('a', ['theirs']));
    await other.close();
    while (seen.length < 2) await setTimeout(5);
    expect(caughtUp).toBeGreaterThanOrEqual(1);
    await subscription.stop();
  });
});

describe('kill -9 of a process that appends', () => {
  test('20 kills: everything acknowledged is there, whole and once, and sent again it settles REL-1 S11 S6', async () => {
    const file = newFile();
    let acknowledged = 0;
    for (let kill = 0; kill < 20; kill++) {
      const running = child('appender', [file, 'k', acknowledged, 100_000]);
      await running.says(`ack ${acknowledged + 1} `);
      await setTimeout((kill * 7) % 30);
      await running.kill();
      const last = running.lines.filter((line) => line.startsWith('ack ')).at(-1);
      acknowledged = Number(last?.split(' ')[1]) + 1;

      const database = await opened({ file, mode: 'existing' });
      const log = await logOf(database.tenant(ACME));
      await database.close();
      const commands = new Set(log.map((event) => counted(event).command));
      for (let i = 0; i < acknowledged; i++) expect(commands.has(i)).toBe(true);
    }
    // The last may have been written and not acknowledged: sent again, it is there once.
    await child('appender', [file, 'k', acknowledged, 2]).done();
    expectWhole(await logOf((await openedHere({ file })).tenant(ACME)), ['k'], acknowledged + 2);
  }, 300_000);
});
