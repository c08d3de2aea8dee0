import type { Currency, Documents, Money } from '@millrace/kernel';
import type { BoardDefinition, BoardMeasure, Sworn, Target } from '@millrace/sales';
import { byText } from '../count.js';
import type { Achiever } from '../credits/index.js';
import type { PeriodDocument } from '../periods/index.js';
import type { PledgeDocument } from '../pledges/index.js';
import type { BoardDocuments, BoardQuestion } from './question.js';

/** What somebody set out to reach: an amount, or a count. */
export interface Aim {
  readonly target: Money | number;
  readonly targetFrom: 'pledge' | 'target';
}

/** Says what a person or a unit set out to reach in the period of a board; nothing where no target is known. */
export type AimOf = (of: Achiever) => Aim | undefined;

/**
 * Targets by the measure of a board: for credit what was pledged on the board's basis and, without a
 * pledge, the target that was set; for counts the target that was set. Of several pledges for a unit
 * the one sworn last.
 *
 * @source ORG-46, DLR-13, Q22
 */
export const aimFinder = (
  { periods, pledges }: Pick<BoardDocuments, 'periods' | 'pledges'>,
  { definition, currency }: Pick<BoardQuestion, 'definition' | 'currency'>,
): AimOf => {
  const measure = targetMeasures[definition.measure];
  if (measure === undefined) return () => undefined;
  const set = targetsIn(periods, definition.period, measure, currency);
  const sworn = measure === 'sales' ? targetsSworn(pledges, definition, currency) : new Map<string, Money>();
  return (of) => {
    const pledged = sworn.get(keyOf(of));
    if (pledged !== undefined) return { target: pledged, targetFrom: 'pledge' };
    const target = set.get(keyOf(of));
    return target === undefined ? undefined : { target, targetFrom: 'target' };
  };
};

const targetMeasures: { readonly [Measure in BoardMeasure]: Target['levels']['measure'] | undefined } = {
  credited: 'sales',
  attainment: 'sales',
  prospects: 'prospects',
  shoppers: 'shoppers',
  buyers: 'buyers',
  overlay: undefined,
  referral: undefined,
};

/** A pledge that was not withdrawn. */
export interface StandingPledge {
  readonly id: string;
  readonly of: Achiever;
  readonly terms: Sworn['terms'];
  readonly since: Sworn['since'];
}

/** The pledges that stand for a period, in the order in which they were sworn. */
export const standingPledges = (pledges: Documents<PledgeDocument>, period: string): ReadonlyArray<StandingPledge> =>
  [...pledges]
    .flatMap(([id, { state, period: own, person, unit }]): ReadonlyArray<StandingPledge> => {
      if (own !== period || state.phase === 'unsworn') return [];
      return [{ id, of: unit === null ? { person } : { unit }, terms: state.terms, since: state.since }];
    })
    .sort((a, b) => byText(a.since, b.since) || byText(a.id, b.id));

const targetsSworn = (
  pledges: Documents<PledgeDocument>,
  { period, basis }: BoardDefinition,
  currency: Currency,
): ReadonlyMap<string, Money> =>
  new Map(
    standingPledges(pledges, period)
      .filter(({ terms }) => terms.creditBasis === basis && terms.target.currency === currency)
      .map(({ of, terms }) => [keyOf(of), terms.target]),
  );

const targetsIn = (
  periods: Documents<PeriodDocument>,
  period: string,
  measure: Target['levels']['measure'],
  currency: Currency,
): ReadonlyMap<string, Money | number> => {
  const state = periods.get(period)?.state;
  const targets = state?.phase === 'opened' ? state.targets : [];
  return new Map(
    targets
      .filter(({ levels }) => levels.measure === measure)
      .map(({ of, levels: { target } }) => [keyOf(of), target] as const)
      .filter(([, target]) => typeof target === 'number' || target.currency === currency),
  );
};

const keyOf = (of: Achiever): string => ('person' in of ? `person/${of.person}` : `unit/${of.unit}`);
