import { sharedPath } from '@millrace/test/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { done, type Job, jobOf, type Report, replay, startImport } from './job.ts';
import { killLoop, mustEndAs, type Undisturbed, undisturbed } from './kills.ts';

const data = sharedPath('data/bpic2012');
const ROWS = 2_000;
const KILLS = 20;

describe.skipIf(data === undefined)('REL-1: an import that is killed', () => {
  let job: Job;
  let reference: Undisturbed;

  beforeAll(async () => {
    job = await jobOf(data ?? '', ROWS);
    reference = await undisturbed(job);
  });
  afterAll(() => job.close());

  test(`Show 3: ${KILLS} times with SIGKILL, and run again, is as if it never had been`, {
    timeout: 600_000,
  }, async () => {
    const seed = Date.now() % 1_000_000;
    console.info(`crash: seed ${seed}, ${reference.events} events, ${reference.writing.toFixed(0)} ms of writing`);
    const summary = await killLoop({ job, reference, kills: KILLS, seed });
    console.info(`crash: ${JSON.stringify(summary)}`);
    expect(summary.kills).toBe(KILLS);
    expect(summary.left.partial, 'most kills hit the writing').toBeGreaterThan(KILLS / 2);
    expect(summary.deepest, 'some databases are killed more than once').toBeGreaterThan(1);
  });

  test('two processes that import at once leave what one leaves', { timeout: 120_000 }, async () => {
    const both = await Promise.all([1, 2].map(() => done<Report>(startImport(job, 'both.db'))));
    for (const { recorded, already, rejected } of both) {
      expect(recorded + already).toBe(reference.events);
      expect(rejected).toEqual([]);
    }
    expect(await replay(job, 'both.db')).toMatchObject({ events: reference.events, views: reference.views });
  });

  test('the comparison would see an event that is missing', async () => {
    const short = await jobOf(data ?? '', ROWS - 1);
    await expect(mustEndAs(short, 'short.db', reference)).rejects.toThrow('other hashes');
    await short.close();
  });
});
