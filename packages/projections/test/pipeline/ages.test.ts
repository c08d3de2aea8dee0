import { describe, expect, test } from 'vitest';
import { instant } from '../support/log.js';
import { boardOf } from '../support/pipeline.js';
import {
  decides,
  enters,
  logOf,
  loses,
  opened,
  recycles,
  reopens,
  signs,
  stagesOf,
  tell,
} from '../support/projects.js';

/** Days of January 2026 in Shanghai, at noon. */
const on = (day: number, hour = 12) => instant(new Date(Date.UTC(2026, 0, day, hour - 8)).toISOString());
const ageOf = (log: Parameters<typeof boardOf>[0], day: number, hour?: number) =>
  boardOf(log, { asOf: on(day, hour) }).ages[0];

describe('ages of open projects', () => {
  test('FUN-12: first pass, latest visit and all visits together, in calendar days', () => {
    const log = logOf(
      opened('a', on(1)),
      enters('a', on(4), 'talk'),
      recycles('a', on(9), 'r1', 'lead'),
      enters('a', on(11), 'talk'),
    );
    expect(ageOf(log, 3)).toMatchObject({ phase: 'lead', firstPass: 2, latest: 2, cumulative: 2 });
    expect(ageOf(log, 10)).toMatchObject({ phase: 'lead', firstPass: 3, latest: 1, cumulative: 4 });
    expect(ageOf(log, 20)).toMatchObject({ phase: 'talk', firstPass: 5, latest: 9, cumulative: 14 });
  });

  test('I-42: a day begins at midnight of the zone', () => {
    const log = logOf(opened('a', on(1, 23)));
    expect(ageOf(log, 2, 1)?.latest).toBe(1);
    expect(boardOf(log, { asOf: on(2, 1), zone: 'UTC' }).ages[0]?.latest).toBe(0);
  });

  test('rotting: from the day after those the phase allows, and never in a phase without a limit', () => {
    const log = logOf(opened('a', on(1)));
    expect([ageOf(log, 11)?.rotting, ageOf(log, 12)?.rotting]).toEqual([false, true]);
    const offer = logOf(opened('a', on(1)), enters('a', on(1), 'talk'), enters('a', on(1), 'offer'));
    expect(ageOf(offer, 900)).toMatchObject({ phase: 'offer', latest: 899, rotting: false });
  });

  test('rotting: the latest visit counts, not those before', () => {
    const log = logOf(opened('a', on(1)), enters('a', on(9), 'talk'), recycles('a', on(10), 'r1', 'lead'));
    expect(ageOf(log, 20)).toMatchObject({ firstPass: 8, latest: 10, cumulative: 18, rotting: false });
    expect(ageOf(log, 21)?.rotting).toBe(true);
  });

  test('time on hold is taken off, until the next decision', () => {
    const held = logOf(opened('a', on(1)), decides('a', on(3), 'r1', 'hold'));
    expect(ageOf(held, 30)).toMatchObject({ latest: 29, onHold: 27, held: true, rotting: false });
    const again = logOf(
      opened('a', on(1)),
      decides('a', on(3), 'r1', 'hold'),
      decides('a', on(5), 'r2', 'hold'),
      decides('a', on(8), 'r3', 'conditionalGo'),
    );
    expect(ageOf(again, 4)).toMatchObject({ onHold: 1, held: true });
    expect(ageOf(again, 16)).toMatchObject({ latest: 15, onHold: 5, held: false, rotting: false });
    expect(ageOf(again, 17)?.rotting).toBe(true);
  });

  test('a hold that begins with the visit is taken off it', () => {
    const log = logOf(opened('a', on(1)), enters('a', on(3), 'talk'), decides('a', on(3), 'r1', 'hold'));
    expect(ageOf(log, 5)).toMatchObject({ phase: 'talk', latest: 2, onHold: 2 });
  });

  test('stays of merged phases are of the highest, and none of the phase that a migration leads back to', () => {
    const log = logOf(
      opened('a', on(1), { process: stagesOf(['lead', 'talk'], ['offer'], ['deliver'], ['extend']) }),
      tell('ProcessMigrated')('a', on(4), {
        ...{ template: 'deals', playbook: 'p@2', signedIn: 'offer' },
        process: stagesOf(['lead'], ['talk'], ['offer'], ['deliver'], ['extend']),
      }),
    );
    expect(ageOf(log, 3)).toMatchObject({ phase: 'talk', latest: 2 });
    expect(ageOf(log, 9)).toMatchObject({ phase: 'lead', firstPass: 5, latest: 5, cumulative: 5 });
  });

  test('a hold of an earlier visit is not taken off the latest', () => {
    const log = logOf(
      opened('a', on(1)),
      decides('a', on(2), 'r1', 'hold'),
      decides('a', on(5), 'r2', 'go'),
      enters('a', on(5), 'talk'),
    );
    expect(ageOf(log, 9)).toMatchObject({ phase: 'talk', latest: 4, onHold: 0, held: false });
  });

  test('PRJ-4: opened again it is not on hold, and the time it was closed is no age', () => {
    const log = logOf(
      opened('a', on(1)),
      decides('a', on(2), 'r1', 'hold'),
      loses('a', on(4)),
      reopens('a', on(20), 'lead'),
    );
    expect(ageOf(log, 23)).toMatchObject({ firstPass: 3, latest: 3, cumulative: 6, onHold: 0, held: false });
  });

  test('only open projects have one, by id', () => {
    const log = logOf(
      ...['c', 'a', 'b'].map((id) => opened(id, on(1))),
      loses('b', on(2)),
      opened('d', on(1)),
      enters('d', on(1), 'talk'),
      enters('d', on(1), 'offer'),
      signs('d', on(2)),
    );
    expect(boardOf(log, { asOf: on(3) }).ages.map(({ project }) => project)).toEqual(['a', 'c']);
  });
});

describe('days to close', () => {
  test('are those of the won and the lost, from opening to the outcome: exact mean and median', () => {
    const won = (id: string, from: number, to: number) => [
      ...opened(id, on(from)),
      enters(id, on(from), 'talk'),
      enters(id, on(from), 'offer'),
      signs(id, on(to)),
    ];
    const three = [won('a', 1, 11), won('b', 2, 3), [...opened('c', on(1)), loses('c', on(5))]];
    expect(boardOf(logOf(...three)).cycle).toEqual({
      n: 3,
      min: 1,
      max: 10,
      mean: { numerator: 15, denominator: 3 },
      median: { numerator: 8, denominator: 2 },
    });
    expect(boardOf(logOf(...three, won('d', 1, 8))).cycle).toMatchObject({
      mean: { numerator: 22, denominator: 4 },
      median: { numerator: 11, denominator: 2 },
    });
    expect(boardOf(logOf(opened('a', on(1)))).cycle).toEqual({ n: 0 });
  });
});
