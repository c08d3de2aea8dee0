import { type Documents, epochMillis, type Instant, type LocalDate } from '@millrace/kernel';
import { byText } from '../count.js';
import type { PipelineDocument } from '../pipeline/index.js';
import { standingAt } from '../timeline.js';
import type { Days } from './close.js';

/** Pushes of an expected close out of a period, by who had the project then. @source metrics.md section 2 */
export interface Slippage {
  /** Null where nobody had it. */
  readonly owner: string | null;
  readonly count: number;
  /** By how much, all together. @units calendar days */
  readonly days: number;
}

const DAY = 86_400_000;

const numberOf = (day: LocalDate): number => epochMillis(`${day}T00:00:00.000Z` as Instant) / DAY;

/**
 * Who pushed what from inside the period, or from before it, to after its end, until `asOf`.
 *
 * A date that is set first pushes nothing, nor does one that comes nearer; of one that was dated back
 * the date that stood before it in effective time counts.
 */
export const slippageOf = (
  documents: Documents<PipelineDocument>,
  { end }: Days,
  asOf: Instant,
): ReadonlyArray<Slippage> => {
  const owners = new Map<string | null, { count: number; days: number }>();
  for (const { opening, expectedClose, owner } of documents.values()) {
    if (opening === null || opening.at > asOf) continue;
    for (const [i, { at, state: to }] of expectedClose.entries()) {
      const from = expectedClose[i - 1]?.state;
      if (from === undefined || at > asOf || from >= end || to < end) continue;
      const who = standingAt(owner, at)?.state ?? null;
      const known = owners.get(who) ?? { count: 0, days: 0 };
      owners.set(who, { count: known.count + 1, days: known.days + numberOf(to) - numberOf(from) });
    }
  }
  return [...owners]
    .map(([owner, slipped]) => ({ owner, ...slipped }))
    .sort((a, b) => byText(a.owner ?? '', b.owner ?? ''));
};
