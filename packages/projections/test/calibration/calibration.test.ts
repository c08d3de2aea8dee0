/** Calibration at its boundaries. */
import { project } from '@millrace/kernel';
import { calibrationOf, pipelineView } from '@millrace/projections';
import { describe, expect, test } from 'vitest';
import { AFTER } from '../support/project-money.js';
import { closes, enters, type Happened, logOf, loses, opened, recycles, signs, tell } from '../support/projects.js';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const assesses = (id: string, at: string, bp: number, by: string): Happened =>
  tell('ProbabilityAssessed')(id, at, { phase: 'lead', bp, by });
const calibration = (...told: ReadonlyArray<Happened | ReadonlyArray<Happened>>) =>
  calibrationOf(project(pipelineView, logOf(...told)), AFTER);

describe('calibration', () => {
  test('takes the last assessment that stood when a phase was left, whoever made it', () => {
    const { lines, ...whole } = calibration(
      opened('p1', day(1)),
      assesses('p1', day(2), 1_000, 'ada'),
      assesses('p1', day(3), 2_000, 'bob'),
      enters('p1', day(4), 'talk'),
      assesses('p1', day(5), 8_000, 'ada'),
      enters('p1', day(6), 'offer'),
      signs('p1', day(7)),
      enters('p1', day(7), 'deliver'),
      closes('p1', day(9), 'won'),
    );
    const line = (phase: string, assessor: string, bp: number, numerator: number) => ({
      phase,
      assessor,
      n: 1,
      wins: 1,
      sumBp: bp,
      brier: { numerator, denominator: 100_000_000 },
    });
    expect(lines).toEqual([
      line('lead', 'bob', 2_000, 64_000_000),
      line('offer', 'ada', 8_000, 4_000_000),
      line('talk', 'ada', 8_000, 4_000_000),
    ]);
    expect(whole).toMatchObject({ n: 3, wins: 3, sumBp: 18_000, brier: { numerator: 72_000_000, denominator: 3e8 } });
  });

  test('what is assessed at the instant of an entry, but after it, is of the phase entered', () => {
    const { lines } = calibration(
      opened('p1', day(1)),
      assesses('p1', day(2), 1_000, 'ada'),
      assesses('p1', day(4), 2_000, 'bob'),
      enters('p1', day(4), 'talk'),
      assesses('p1', day(4), 8_000, 'ada'),
      loses('p1', day(4)),
    );
    expect(lines.map(({ phase, assessor, sumBp }) => [phase, assessor, sumBp])).toEqual([
      ['lead', 'bob', 2_000],
      ['talk', 'ada', 8_000],
    ]);
  });

  test('a phase that is visited again is left again, and what was lost or killed counts as no win', () => {
    const told = [
      ...opened('p1', day(1)),
      assesses('p1', day(2), 5_000, 'ada'),
      enters('p1', day(3), 'talk'),
      ...recycles('p1', day(4), 'r1', 'lead'),
      enters('p1', day(5), 'talk'),
    ];
    const phases = (ending: Happened) =>
      calibration(told, ending).phases.map(({ phase, n, wins }) => [phase, n, wins] as const);
    const twice = [
      ['lead', 2, 0],
      ['talk', 2, 0],
    ];
    expect(phases(loses('p1', day(6)))).toEqual(twice);
    expect(phases(closes('p1', day(6), 'disqualified'))).toEqual(twice);
  });

  test('open and dormant projects, duplicates and phases left before any assessment are left out', () => {
    const told = [...opened('p1', day(1)), assesses('p1', day(3), 5_000, 'ada')];
    expect(calibration(told, enters('p1', day(4), 'talk')).n).toBe(0);
    expect(calibration(told, closes('p1', day(4), 'dormant')).n).toBe(0);
    expect(calibration(told, closes('p1', day(4), 'duplicate')).n).toBe(0);
    expect(calibration(opened('p1', day(1)), loses('p1', day(4))).n).toBe(0);
    expect(calibration(told, loses('p1', day(4))).brier).toEqual({ numerator: 25_000_000, denominator: 100_000_000 });
  });
});
