import { commandIdOf, memoryStore } from '@millrace/engine';
import type { Append, EventId, Instant, StreamId, Tenant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';

const ACME = 'acme' as Tenant;

const noting = (n: number): Append => {
  const id = commandIdOf('event', n) as string as EventId;
  const events = [{ id, type: 'Noted', text: `{"id":"${id}"}`, bytes: 45 }];
  return {
    commandId: commandIdOf('note', n),
    guards: [],
    writes: [{ stream: 'note-a' as StreamId, expected: 'any', events }],
  };
};

const timesOf = async (clock: () => Instant, appends: number): Promise<ReadonlyArray<string>> => {
  const store = memoryStore({ clock }).tenant(ACME);
  for (let i = 0; i < appends; i++) await store.append(noting(i))();
  const page = await store.readAll(0, 100)();
  return E.isRight(page) ? page.right.events.map(({ recordedAt }) => recordedAt) : [];
};

describe('a store in memory', () => {
  test('gives a tenant the same log each time it is asked, and no other store its own', async () => {
    const memory = memoryStore();
    await memory.tenant(ACME).append(noting(1))();
    expect(await memory.tenant(ACME).head()).toEqual(E.right(1));
    expect(await memoryStore().tenant(ACME).head()).toEqual(E.right(0));
  });

  test('takes the time from its clock, but never an earlier one than before S7', async () => {
    const ticks = ['30', '10', '20', '40', '30'].map((second) => `2030-01-01T00:00:${second}.000Z` as Instant);
    const clock = (): Instant => ticks.shift() ?? ('2031-01-01T00:00:00.000Z' as Instant);
    const seconds = (await timesOf(clock, 5)).map((time) => time.slice(17, 19));
    expect(seconds).toEqual(['30', '30', '30', '40', '40']);
  });

  test("takes the machine's time where it is given no clock", async () => {
    const before = new Date().toISOString();
    const store = memoryStore().tenant(ACME);
    await store.append(noting(1))();
    const page = await store.readAll(0, 1)();
    const recordedAt = E.isRight(page) ? (page.right.events[0]?.recordedAt ?? '') : '';
    expect(recordedAt >= before && recordedAt <= new Date().toISOString()).toBe(true);
  });

  test('asks the clock for what it writes, and not for what it refuses or knows', async () => {
    let asked = 0;
    const clock = (): Instant => {
      asked += 1;
      return '2030-01-01T00:00:00.000Z' as Instant;
    };
    const store = memoryStore({ clock }).tenant(ACME);
    const { writes, ...rest } = noting(1);
    await store.append(noting(1))();
    await store.append(noting(1))();
    await store.append({
      ...rest,
      commandId: noting(2).commandId,
      writes: writes.map((w) => ({ ...w, expected: 'none' })),
    })();
    expect(asked).toBe(1);
  });

  test('hands out receipts and events that nobody can change S12', async () => {
    const store = memoryStore().tenant(ACME);
    const answer = await store.append(noting(1))();
    const page = await store.readStream('note-a' as StreamId, 0, 1)();
    expect(E.isRight(answer) && Object.isFrozen(answer.right[0])).toBe(true);
    expect(E.isRight(page) && Object.isFrozen(page.right[0])).toBe(true);
  });
});
