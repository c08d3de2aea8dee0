import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customerEvents } from '@millrace/sales';
import { afterAll, describe, expect, test } from 'vitest';
import { codecs } from './data/codecs.js';
import { stories, TYPES } from './data/history.js';
import { logOf } from './data/log.js';
import { judge } from './harness/judge.js';
import { circumstances, markdownOf } from './harness/kept.js';
import { measure } from './harness/measure.js';
import { readOptions } from './harness/options.js';
import { contender, type Row, type Setting } from './harness/row.js';
import { drawSection } from './harness/table.js';
import { rows } from './rows/index.js';
import { works } from './works/index.js';

const shared = mkdtempSync(join(tmpdir(), 'millrace-bench-test-'));
afterAll(() => rmSync(shared, { recursive: true }));

const settingOf = (name: string, size: number): Setting => {
  const folder = join(shared, name);
  mkdirSync(folder);
  return {
    size,
    folder,
    shared,
    apart: async (work, [file = '']) => ({ megabytes: 1, result: await works[work]?.(file) }),
  };
};

describe('the rows', () => {
  test.each(rows.map((row) => [row.name, row] as const))(
    '%s: all contenders come to the same result, and every goal speaks of one',
    async (name, row) => {
      if (row.skipped?.() !== undefined) return;
      const measured = await measure(row, settingOf(name, 60), 1);
      for (const { figures } of measured) {
        expect(figures).toHaveLength(1);
        expect(figures[0]).toBeGreaterThan(0);
      }
      const section = drawSection(row, judge(row, measured));
      for (const line of section.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      for (const one of measured) expect(section).toContain(one.name);
    },
  );

  test('have names of their own, and so have the contenders of each', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });
});

describe('the history', () => {
  const all = stories(2_000);
  const events = all.flatMap((story) => story.events);

  test('is the same each time, of the eleven types, about 20 events a customer and 263 bytes an event', () => {
    expect(stories(2_000)).toEqual(all);
    expect(events).toHaveLength(2_000);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(TYPES));
    expect(events.length / all.length).toBeCloseTo(20, -0.5);
    const bytes = events.reduce((sum, event) => sum + JSON.stringify(event).length, 0) / events.length;
    expect(bytes).toBeGreaterThan(255);
    expect(bytes).toBeLessThan(271);
  });

  test("is one that the customer's module and the bench's own codecs read", () => {
    for (const event of events) {
      expect(customerEvents.read(event.type, 1, event.data)).toMatchObject({ _tag: 'Right' });
      expect(codecs.get(event.type)?.is(event)).toBe(true);
    }
  });

  test('is in order of time and of every stream as a log', () => {
    const heads = new Map<string, number>();
    let last = '';
    for (const { stream, revision, event } of logOf(all)) {
      expect(event.effectiveAt >= last).toBe(true);
      expect(revision).toBe((heads.get(stream) ?? -1) + 1);
      heads.set(stream, revision);
      last = event.effectiveAt;
    }
  });
});

describe('the measuring', () => {
  const rowOf = (run: () => unknown): Row => ({
    name: 'row',
    title: 'a row',
    unit: 'events/s',
    size: 1,
    goals: [],
    contenders: async () => [contender('ours', () => new Map([['a', 1]])), contender('theirs', run)],
  });

  test('refuses contenders that come to different results', async () => {
    const run = measure(
      rowOf(() => new Map([['a', 2]])),
      settingOf('different', 1),
      1,
    );
    await expect(run).rejects.toThrow('theirs comes to another result');
  });

  test('takes turns, after one round that is not counted', async () => {
    const turns: Array<string> = [];
    const measured = await measure(
      rowOf(() => new Map([['a', 1]])),
      settingOf('turns', 1),
      2,
      ({ round, contender: name }) => turns.push(`${round} ${name}`),
    );
    expect(turns).toEqual(['0 ours', '0 theirs', '1 ours', '1 theirs', '2 ours', '2 theirs']);
    expect(measured.map(({ figures }) => figures.length)).toEqual([2, 2]);
  });
});

describe('the verdict', () => {
  const measured = [
    { name: 'ours', figures: [100, 200, 400] },
    { name: 'limit', figures: [200, 300, 400] },
    { name: 'peer', figures: [50, 50, 50] },
  ];

  test('is of the median of the ratios of each round, not of the ratio of medians', () => {
    const [line] = judge({ unit: 'events/s', goals: [{ against: 'limit', speedAtLeast: 0.6 }] }, measured);
    expect(line?.beside?.ratio).toEqual({ median: 200 / 300, least: 0.5, most: 1 });
    expect(line?.met).toBe(true);
  });

  test.each([
    [{ against: 'limit', timeAtMost: 1.5 }, true],
    [{ against: 'limit', timeAtMost: 1.49 }, false],
    [{ against: 'peer', speedAtLeast: 4 }, true],
    [{ against: 'peer', speedAtLeast: 4.1 }, false],
    [{ perSecondAtLeast: 200 }, true],
    [{ perSecondAtLeast: 201 }, false],
    [{ microsecondsAtMost: 5_000 }, true],
    [{ microsecondsAtMost: 4_999 }, false],
    [{ of: 'peer', against: 'ours', speedAtLeast: 0.25 }, true],
    [{ of: 'peer', against: 'ours', speedAtLeast: 0.26 }, false],
    [{ megabytesAtMost: 200 }, true],
    [{ megabytesAtMost: 199 }, false],
  ])('of %j is %j', (goal, met) => {
    expect(judge({ unit: 'events/s', goals: [goal] }, measured)[0]?.met).toBe(met);
  });

  test('shows who has no goal beside ours, and refuses a goal about nobody', () => {
    const lines = judge({ unit: 'events/s', goals: [{ against: 'limit', speedAtLeast: 1 }] }, measured);
    expect(lines.map(({ beside, met }) => [beside?.name, met])).toEqual([
      ['limit', false],
      ['peer', undefined],
    ]);
    expect(() => judge({ unit: 'events/s', goals: [{ against: 'nobody', speedAtLeast: 1 }] }, measured)).toThrow(
      'nobody, who does not compete',
    );
  });

  test('is drawn for people, on the terminal and in Markdown', () => {
    const row: Row = {
      name: 'row',
      title: 'a row',
      unit: 'events/s',
      size: 1,
      goals: [{ against: 'limit', timeAtMost: 1.2 }, { perSecondAtLeast: 100 }],
      contenders: async () => [],
    };
    const lines = judge(row, measured);
    expect(drawSection(row, lines)).toMatchInlineSnapshot(`
      "a row (events/s)
        ours                         200                             >= 100/s met
          limit                      300    time 1.50x (1.00..2.00)   <= 1.2x missed
          peer                        50   speed 4.00x (2.00..8.00)
      "
    `);
    expect(markdownOf({ ...circumstances(3), date: 'today' }, [{ row, measured, lines }])).toContain(
      '| a row (events/s) | ours | 200 | limit | 300 | time 1.50x (1.00..2.00) | <= 1.2x | missed |',
    );
  });
});

describe('the command line', () => {
  test('names rows by a part of their name, rounds and scale', () => {
    expect(readOptions(['replay', 'decode', '--rounds', '7', '--scale', '0.1'])).toMatchObject({
      rows: [{ name: 'replay-100k' }, { name: 'replay-1m' }, { name: 'decode' }],
      rounds: 7,
      scale: 0.1,
    });
    expect(readOptions([])).toMatchObject({ rows, rounds: 5, scale: 1 });
  });

  test.each([
    [['--rounds', '0'], 'rounds'],
    [['--rounds', 'x'], 'rounds'],
    [['--scale', '0'], 'scale'],
    [['--scale', '2'], 'scale'],
    [['nothing'], 'nothing'],
    [['--no-such'], '--no-such'],
  ])('says what is wrong with %j', (args, word) => {
    expect(readOptions(args)).toContain(word);
  });
});
