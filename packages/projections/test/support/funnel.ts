import { type Instant, project } from '@millrace/kernel';
import {
  type FunnelDefinition,
  type FunnelReport,
  funnelReport,
  funnelView,
  type GroupBy,
} from '@millrace/projections';
import { LATER, standard } from './arbitraries.js';
import { type Ask, type Log, logOf } from './log.js';

/** How a funnel is asked: by the standard definition after everything, where nothing else is said. */
export interface Asked {
  readonly asOf?: Instant;
  readonly by?: GroupBy;
  readonly definition?: Partial<FunnelDefinition>;
}

/** What the funnel of a log says. */
export const tell = (log: Log, { asOf = LATER, by, definition = {} }: Asked = {}): FunnelReport =>
  funnelReport(project(funnelView, log), { definition: { ...standard, ...definition }, asOf, by });

/** What the funnel says after these commands. */
export const of = (asks: ReadonlyArray<Ask>, asked?: Asked): FunnelReport => tell(logOf(asks), asked);

/** The counts of a stage as a row: touched, reached, current, visits, skipped, regressions. */
export const rows = ({ stages }: FunnelReport) =>
  Object.fromEntries(stages.map(({ id, ...counts }) => [id, Object.values(counts)]));

/** Each conversion as a row: from, to, numerator, denominator, immature. */
export const rates = ({ conversions }: FunnelReport) =>
  conversions.map(({ from, to, numerator, denominator, immature }) => [from, to, numerator, denominator, immature]);

/** Which keys of a split have how many units of a stage. */
export const keys = ({ groups }: FunnelReport, measure: 'reached' | 'current', stage: string) =>
  groups.flatMap(({ key, stages }) => {
    const n = stages.find(({ id }) => id === stage)?.[measure] ?? 0;
    return n === 0 ? [] : [[key, n]];
  });
