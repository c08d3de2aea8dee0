import { type FunnelCounts, FunnelDefinition, projectFunnelOf } from '@millrace/projections';
import { dealership } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { instant } from '../support/log.js';
import { funnelOfProjects } from '../support/pipeline.js';
import {
  closes,
  deals,
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

const on = (day: number) => instant(new Date(Date.UTC(2026, 0, day)).toISOString());
/** The counts of a stage as a row: touched, reached, current, visits, skipped, regressions. */
const rows = ({ stages }: FunnelCounts) =>
  Object.fromEntries(stages.map(({ id, ...counts }) => [id, Object.values(counts)]));

const projectDefinition = projectFunnelOf(dealership, deals);

describe('the funnel of projects', () => {
  const toOffer = (id: string) => [...opened(id, on(1)), enters(id, on(2), 'talk'), enters(id, on(3), 'offer')];

  test('PRJ-4, PRJ-33: its stages are the phases up to signing, and then signed', () => {
    expect(projectDefinition).toMatchObject({ unit: 'project', stages: ['lead', 'talk', 'offer', 'signed'] });
    expect(E.isRight(FunnelDefinition.decode(projectDefinition))).toBe(true);
    expect(E.isRight(FunnelDefinition.decode({ ...projectDefinition, unit: 'journey' }))).toBe(false);
    expect(E.isRight(FunnelDefinition.decode({ ...projectDefinition, benchmark: [1] }))).toBe(false);
  });

  test('FUN-5: signing is an entry, and the win; what is done after it is no part of the funnel', () => {
    const log = logOf(toOffer('a'), signs('a', on(4)), [
      tell('PhaseEntered')('a', on(4), { phases: ['deliver'], cause: 'signing' }),
      enters('a', on(9), 'extend'),
      closes('a', on(20), 'won'),
    ]);
    const report = funnelOfProjects(log);
    const once = [1, 1, 0, 1, 0, 0];
    expect(rows(report)).toEqual({ lead: once, talk: once, offer: once, signed: once });
    expect(report.outcomes.won).toBe(1);
    expect(report.matrix.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'lead talk',
      'offer signed',
      'opened lead',
      'signed won',
      'talk offer',
    ]);
    expect(report.conversions.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(
      Array.from({ length: 5 }, () => [1, 1]),
    );
    expect(report.durations.map(({ cumulative }) => cumulative.endedMillis / 86_400_000)).toEqual([1, 1, 1, 0]);
    expect(report.benchmark).toEqual([]);
  });

  test('FUN-12: nobody stands in the phase of signing once it is signed, though no other follows', () => {
    const process = stagesOf(['lead'], ['talk'], ['offer']);
    const log = logOf(
      opened('a', on(1), { process }),
      enters('a', on(2), 'talk'),
      enters('a', on(3), 'offer'),
      signs('a', on(4)),
      closes('a', on(9), 'won'),
    );
    const { durations } = funnelOfProjects(log);
    expect(durations.map(({ cumulative }) => cumulative.endedMillis / 86_400_000)).toEqual([1, 1, 1, 0]);
  });

  test('PRJ-36: of merged phases the highest is entered, and those below count as skipped', () => {
    const log = logOf(opened('a', on(1), { process: stagesOf(['lead', 'talk'], ['offer'], ['deliver'], ['extend']) }));
    expect(rows(funnelOfProjects(log))).toMatchObject({
      lead: [0, 1, 0, 0, 1, 0],
      talk: [1, 1, 1, 1, 0, 0],
      offer: [0, 0, 0, 0, 0, 0],
    });
  });

  test('FUN-8: a recycle is a move back, and takes nothing off what was reached', () => {
    const log = logOf(toOffer('a'), recycles('a', on(5), 'r1', 'lead'));
    expect(rows(funnelOfProjects(log))).toMatchObject({
      lead: [1, 1, 1, 2, 0, 0],
      talk: [1, 1, 0, 1, 0, 0],
      offer: [1, 1, 0, 1, 0, 1],
    });
  });

  test('FUN-12: while it was closed, a project that is opened again stood nowhere', () => {
    const log = logOf(opened('a', on(1)), loses('a', on(3)), reopens('a', on(10), 'lead'));
    const { durations, outcomes } = funnelOfProjects(log, { asOf: on(14) });
    expect(outcomes.lost.size).toBe(0);
    expect(durations[0]).toMatchObject({
      firstPass: { ended: 1, endedMillis: 2 * 86_400_000 },
      latest: { open: 1, openMillis: 4 * 86_400_000 },
      cumulative: { open: 1, openMillis: 6 * 86_400_000 },
    });
  });

  test('FUN-19: a project closed as a duplicate counts nowhere else; a kill counts under its gate', () => {
    const log = logOf(
      toOffer('a'),
      closes('a', on(5), 'duplicate', { duplicateOf: 'b' }),
      opened('b', on(1)),
      decides('b', on(2), 'r1', 'kill'),
      closes('b', on(2), 'disqualified', { gate: 'gate', review: 'r1' }),
    );
    const { opened: all, outcomes, stages } = funnelOfProjects(log);
    expect({ all, reached: stages.map(({ reached }) => reached) }).toEqual({ all: 2, reached: [1, 0, 0, 0] });
    expect(outcomes).toMatchObject({ duplicate: 1, disqualified: new Map([['gate', 1]]) });
  });
});
