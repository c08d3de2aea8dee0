import type { Documents } from '@millrace/kernel';
import { byText } from '../count.js';
import { type CreditsDocument, cadenceOf, cadences, type LatePosting } from './document.js';

/** Which late entries. */
export interface LateQuestion {
  /** Late to this period. */
  readonly period?: string | undefined;
  /** Posted in this one; null for what no open period takes yet. */
  readonly postedIn?: string | null | undefined;
}

/**
 * What was back-dated into periods that were cut off already: by whom, and where it is posted. By
 * period and, within one, as recorded. Month and quarter each decide for themselves.
 *
 * @source PLG-6, PLG-11, design.md decision 12
 */
export const lateEntries = (
  credits: Documents<CreditsDocument>,
  { period, postedIn }: LateQuestion = {},
): ReadonlyArray<LatePosting> =>
  cadences
    .flatMap((cadence) => {
      const calendar = credits.get(cadence);
      return calendar?.kind === 'calendar' ? calendar.late : [];
    })
    .filter((late) => period === undefined || late.period === period)
    .filter((late) => postedIn === undefined || late.postedIn === postedIn)
    .sort((a, b) => byText(a.period, b.period));

/** The other periods of its cadence that are cut off, by label. @source PLG-6 */
export const periodsCutOff = (credits: Documents<CreditsDocument>, period: string): ReadonlyArray<string> => {
  const calendar = credits.get(cadenceOf(period));
  return (calendar?.kind === 'calendar' ? calendar.periods : [])
    .filter((one) => one.cutOff && one.period !== period)
    .map((one) => one.period)
    .sort(byText);
};
