/** The rules of sales periods, named. Each says in its first line where it comes from. */
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import { notBefore } from '../dating.js';
import type { Ruled } from './context.js';
import type { OpenedPeriod, SalesPeriod } from './evolve.js';
import type { Tier } from './incentive.js';
import type { Check } from './refusals.js';
import type { TargetLevels } from './target.js';
import { AgendaItem, type DocumentRef } from './terms.js';

/** ORG-23: nothing happens in a period that was not opened. */
export const whenOpened = (period: SalesPeriod, label: string): Check<OpenedPeriod> =>
  period.phase === 'opened' ? E.right(period) : refuse({ type: 'PeriodNotOpened', period: label });

/** Design decision 11: what belongs to a period comes after its opening. */
export const afterOpening = ({ openedAt }: OpenedPeriod, { effectiveAt }: Ruled): Check =>
  effectiveAt >= openedAt ? ok : refuse({ type: 'BeforePeriodOpened', openedAt });

/** Design decision 12: after the cut-off nothing is set any more. */
export const notCutOff = ({ cutOffAt }: OpenedPeriod): Check =>
  cutOffAt === undefined ? ok : refuse({ type: 'PeriodAlreadyCutOff', cutOffAt });

/** Design decision 12: what settles a period rests on its cut-off, and comes after it. */
export const cutOff = (label: string, { cutOffAt }: OpenedPeriod, context: Ruled): Check =>
  cutOffAt === undefined
    ? refuse({ type: 'PeriodNotCutOff', period: label })
    : notBefore('settlement', cutOffAt, context);

/** ORG-48: a period ends before it is settled. */
export const over = (label: string, { end }: OpenedPeriod, { effectiveAt }: Ruled): Check =>
  effectiveAt >= end ? ok : refuse({ type: 'PeriodNotOver', period: label, end });

/** Design decision 12: a closed period stays as it is. */
export const notClosed = ({ closing }: OpenedPeriod): Check =>
  closing === undefined ? ok : refuse({ type: 'PeriodAlreadyClosed', closedAt: closing.at });

/** DLR-13: a target is more than nothing, stretch more than the target, challenge more than stretch. */
export const levelsRise = ({
  levels,
  currency,
}: {
  readonly levels: TargetLevels;
  readonly currency: string;
}): Check => {
  if (levels.measure === 'sales') {
    const { target, stretch, challenge } = levels;
    const foreign = [target, stretch, challenge].find((amount) => amount !== undefined && amount.currency !== currency);
    if (foreign !== undefined) {
      return refuse({ type: 'CurrencyNotReporting', currency: foreign.currency, reporting: currency });
    }
    return rising(target.minor, stretch?.minor, challenge?.minor);
  }
  return rising(levels.target, levels.stretch, levels.challenge);
};

const rising = (target: number, stretch: number | undefined, challenge: number | undefined): Check => {
  if (target <= 0) return refuse({ type: 'TargetNotPositive', target });
  if (stretch !== undefined && stretch <= target) {
    return refuse({ type: 'LevelsNotRising', level: 'stretch', below: target, found: stretch });
  }
  const below = stretch ?? target;
  return challenge !== undefined && challenge <= below
    ? refuse({ type: 'LevelsNotRising', level: 'challenge', below, found: challenge })
    : ok;
};

/** ORG-24, ORG-28: a meeting has chairs, an announcement has somebody who makes it. */
export const somebody = (field: 'chairs' | 'by', people: ReadonlyArray<string>): Check =>
  people.length === 0 ? refuse({ type: 'NobodyNamed', field }) : ok;

/** MON-9: tiers cover everything from nothing on, without a gap or an overlap. */
export const contiguous = (tiers: ReadonlyArray<Tier>): Check => {
  let expected = 0;
  for (const [i, { from, to, rateBp }] of tiers.entries()) {
    const tier = i + 1;
    if (from !== expected) return refuse({ type: 'TiersNotContiguous', tier, expected, found: from });
    if (rateBp < 0) return refuse({ type: 'RateBelowZero', tier, rateBp });
    if ((to === null) !== (tier === tiers.length)) return refuse({ type: 'TierEnd', tier });
    if (to === null) return ok;
    if (to <= from) return refuse({ type: 'TierWithoutLength', tier, from, to });
    expected = to;
  }
  return refuse({ type: 'TierEnd', tier: 0 });
};

/** ORG-28: an incentive belongs to a meeting that was held, or to none. */
export const meetingHeld = ({ meetings }: OpenedPeriod, meeting: string | undefined): Check =>
  meeting === undefined || meetings.some(({ id }) => id === meeting) ? ok : refuse({ type: 'MeetingUnknown', meeting });

/** ORG-49: six items, each recorded once; reward and penalty may be "none due". */
export const wholeAgenda = (items: ReadonlyArray<AgendaItem>): Check => {
  const missing = Object.keys(AgendaItem.keys).find((item) => !items.some((one) => one === item));
  if (missing !== undefined) return refuse({ type: 'AgendaItemMissing', item: missing });
  const doubled = items.find((item, i) => items.indexOf(item) < i);
  return doubled === undefined ? ok : refuse({ type: 'AgendaItemDoubled', item: doubled });
};

/** ORG-51: numbers in a document cite what they rest on. */
export const cites = (document: 'minutes' | 'summary' | 'analysis' | 'plan', { figures }: DocumentRef): Check =>
  figures.length === 0 ? refuse({ type: 'NoFiguresCited', document }) : ok;
