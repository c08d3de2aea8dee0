/** Laws of calibration over generated histories, held against a recount from raw events. */
import { type Instant, project } from '@millrace/kernel';
import { type Calibrated, calibrationOf, pipelineView } from '@millrace/projections';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedMoney } from '../support/project-money.js';
import { lastBefore, type MoneyCard, moneyCards, sumOf } from '../support/project-money-oracle.js';
import type { ProjectLog } from '../support/projects.js';

const calibrated = (log: ProjectLog, asOf: Instant) => calibrationOf(project(pipelineView, log), asOf);

describe('laws of calibration', () => {
  const known: { readonly [outcome: string]: number } = { won: 1, lost: 0, disqualified: 0 };
  const exitsIn = (cards: ReadonlyArray<MoneyCard>) =>
    cards.flatMap(({ outcome, left, bps }) => {
      const result = outcome === undefined ? undefined : known[outcome.outcome];
      if (result === undefined) return [];
      return left.flatMap((exit) => {
        const standing = lastBefore(bps, exit);
        return standing === undefined ? [] : [{ phase: exit.what, assessor: standing.by, bp: standing.bp, result }];
      });
    });
  type Exits = ReturnType<typeof exitsIn>;
  const scored = (exits: Exits): Calibrated => ({
    n: exits.length,
    wins: sumOf(exits.map(({ result }) => result)),
    sumBp: sumOf(exits.map(({ bp }) => bp)),
    brier: {
      numerator: sumOf(exits.map(({ bp, result }) => (bp - result * 10_000) ** 2)),
      denominator: exits.length * 100_000_000,
    },
  });

  test('every exit of a phase before the outcome counts once, by phase, by assessor and by both', () => {
    fc.assert(
      fc.property(askedMoney, ({ log, asOf }) => {
        const exits = exitsIn(moneyCards(log, asOf));
        const { lines, phases, assessors, ...whole } = calibrated(log, asOf);
        expect(whole).toEqual(scored(exits));
        for (const { phase, ...row } of phases) {
          expect(row).toEqual(scored(exits.filter((exit) => exit.phase === phase)));
        }
        for (const { assessor, ...row } of assessors) {
          expect(row).toEqual(scored(exits.filter((exit) => exit.assessor === assessor)));
        }
        for (const { phase, assessor, ...row } of lines) {
          expect(row).toEqual(scored(exits.filter((exit) => exit.phase === phase && exit.assessor === assessor)));
        }
        for (const rows of [lines, phases, assessors]) expect(sumOf(rows.map(({ n }) => n))).toBe(exits.length);
      }),
      { numRuns: 300 },
    );
  });

  test('LOG-5: what is effective later changes no calibration of before', () => {
    fc.assert(
      fc.property(askedMoney, ({ log, asOf }) => {
        const happened = log.filter(({ meta }) => meta.effectiveAt <= asOf);
        expect(calibrated(happened, asOf)).toEqual(calibrated(log, asOf));
      }),
    );
  });

  test('generated histories reach wins, misses and several exits of one project', () => {
    const found = fc.sample(askedMoney, { numRuns: 300, seed: 7 }).map(({ log, asOf }) => calibrated(log, asOf));
    expect(found.filter(({ wins }) => wins > 0).length).toBeGreaterThan(10);
    expect(found.filter(({ n, wins }) => n > wins).length).toBeGreaterThan(10);
    expect(found.filter(({ lines }) => lines.length > 1).length).toBeGreaterThan(10);
  });
});
