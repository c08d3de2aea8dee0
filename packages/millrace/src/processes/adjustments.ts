import type { Engine } from '@millrace/engine';
import type { Money, MoneyError } from '@millrace/kernel';
import { type Hindsight, hindsight, lateEntries, type PledgeDocuments, periodsCutOff } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { LogError } from '../questions/asking.js';
import { type PeriodNotOpened, readPeriod } from '../questions/period.js';
import { asOrganisedAt } from '../questions/pledge-documents.js';

/** A settled pledge of an earlier period that late entries, posted in this one, change. */
export interface Adjustment extends Hindsight {
  /** The change against what the adjustments before come to. */
  readonly change: Money;
}

/** A period that was cut off earlier has to be settled before what came late can be adjusted here. */
export interface EarlierNotSettled {
  readonly type: 'EarlierNotSettled';
  readonly period: string;
}

type AdjustmentError = LogError | PeriodNotOpened | EarlierNotSettled | MoneyError;

/**
 * The adjustments that are posted in a period: of every earlier one of the same cadence to which
 * something came late that is posted here. They are made in the order of the cut-offs, so that each says
 * what all before it and itself come to.
 *
 * `documents` are as known at the cut-off of `postedIn`.
 *
 * @source PLG-6, PLG-17
 */
export const adjustmentsIn = async (
  engine: Engine,
  postedIn: string,
  documents: PledgeDocuments,
): Promise<E.Either<AdjustmentError, ReadonlyArray<Adjustment>>> => {
  const found: Array<Adjustment> = [];
  const late = new Set(lateEntries(documents.credits, { postedIn }).map(({ period }) => period));
  for (const period of late.size === 0 ? [] : periodsCutOff(documents.credits, postedIn)) {
    const earlier = await readPeriod(engine, period)();
    if (E.isLeft(earlier)) return earlier;
    const { cutOff, period: state } = earlier.right;
    if (cutOff === undefined || state.settlement === undefined) return E.left({ type: 'EarlierNotSettled', period });
    if (!late.has(period)) continue;
    const read = await asOrganisedAt(engine, documents, cutOff)();
    if (E.isLeft(read)) return read;
    const seen = hindsight(read.right, { period, postedUpTo: postedIn });
    if (E.isLeft(seen)) return seen;
    found.push(...seen.right.filter(isChanged).map(adjustment));
  }
  return E.right(found);
};

const isChanged = ({ standing, achieved }: Hindsight): boolean => standing.minor !== achieved.minor;

const adjustment = (seen: Hindsight): Adjustment => ({
  ...seen,
  change: { ...seen.achieved, minor: (seen.achieved.minor - seen.standing.minor) as Money['minor'] },
});
