import { type Instant, project } from '@millrace/kernel';
import {
  type FunnelDefinition,
  type FunnelReport,
  funnelReport,
  funnelView,
  type GroupBy,
  type StageCounts,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import { expect } from 'vitest';
import { LATER, standard } from './arbitraries.js';
import { type Ask, attempt, type Log } from './log.js';
import { allOf } from './oracle/events.js';

/** What the funnel of a log says, by the standard definition after everything where nothing else is said. */
export const reportOf = (
  log: Log,
  asOf: Instant = LATER,
  definition: FunnelDefinition = standard,
  by?: GroupBy,
): FunnelReport => funnelReport(project(funnelView, log), { definition, asOf, by });

/** All of them together. */
export const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, n) => all + n, 0);

/** All that is counted, whatever for. */
export const values = (counts: ReadonlyMap<string, number>): number => sum([...counts.values()]);

/** The units that have an outcome. */
export const endings = ({ outcomes }: FunnelReport): number =>
  outcomes.won + values(outcomes.lost) + values(outcomes.disqualified) + values(outcomes.dormant) + outcomes.duplicate;

/** The counts of a stage that must be there. */
export const stageIn = (report: FunnelReport, id: string): StageCounts =>
  report.stages.find((stage) => stage.id === id) ?? expect.unreachable(`no stage ${id}`);

/** What a unit counts for: the counts by which a stage counts every unit once. */
export const unique = ({ stages }: FunnelReport) =>
  stages.map(({ id, reached, touched, skipped }) => ({ id, reached, touched, skipped }));

/** The log after those of the commands that are accepted. */
export const after = (log: Log, asks: ReadonlyArray<Ask>): Log =>
  asks.reduce((so, one) => {
    const longer = attempt(so, one);
    return E.isRight(longer) ? longer.right : so;
  }, log);

/** Whether the customer is a duplicate in the end. */
export const isLinked = (own: Log): boolean =>
  allOf(own, 'DuplicateLinked', 'DuplicateUnlinked').at(-1)?.type === 'DuplicateLinked';

/** After everything in generated logs: days of December 2026. */
export const december = (day: number): string => new Date(Date.UTC(2026, 11, day)).toISOString();
