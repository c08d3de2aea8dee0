import { type Currency, type Instant, type Money, type MoneyError, sum } from '@millrace/kernel';
import type { CreditBasis, OpenedPeriod } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { achievedBy, type PledgeLines, pledgeLines } from './achieved.js';
import { coverage, type PledgeCoverage } from './coverage.js';
import { type PledgeAsOf, type PledgeDocuments, pledgesOf } from './documents.js';
import { type DonationStanding, donationStanding } from './donation.js';
import { attainmentBp, dailyPace, daysLeft } from './progress.js';

/** One pledge and how far it has come. @source ORG-46, PLG-12 */
export interface PledgeRow {
  readonly id: string;
  readonly scope: 'individual' | 'team';
  readonly person: string;
  /** Of a team's pledge. */
  readonly unit?: string;
  readonly period: string;
  readonly basis: CreditBasis;
  readonly target: Money;
  /** At the cut-off, once settled; what counts so far, before. */
  readonly achieved: Money;
  /** Not known until settled. */
  readonly met: boolean | null;
  readonly state: 'open' | 'settled' | 'closed' | 'withdrawn';
  readonly donation: DonationStanding;
  readonly swornAt: Instant;
  /** Sworn at or after the period's start. */
  readonly late: boolean;
  /** Floored. @units basis points */
  readonly attainmentBp: number;
  /** To be achieved on each day that is left; none once settled, withdrawn, or when no day is left. */
  readonly dailyPace: Money | null;
}

/** Every pledge of a period. Sums leave out what was withdrawn. */
export interface PledgeBoard {
  readonly period: string;
  readonly asOf: Instant;
  /** Days of the period that are left, today's counted. */
  readonly daysLeft: number;
  readonly rows: ReadonlyArray<PledgeRow>;
  readonly totals: {
    readonly pledges: number;
    readonly settled: number;
    readonly met: number;
    readonly missed: number;
    readonly target: Money;
    readonly achieved: Money;
  };
  readonly coverage: PledgeCoverage;
}

/** Which board is asked for, in the zone of the playbook; its currency is that of sums of nothing. */
export interface PledgeBoardQuestion {
  readonly period: string;
  readonly asOf: Instant;
  readonly currency: Currency;
  readonly zone: string;
}

/** There is no board of a period that was not opened. */
export interface PeriodNotOpened {
  readonly type: 'PeriodNotOpened';
  readonly period: string;
}

/** The pledge board of a period as of an instant; rows by id. */
export const pledgeBoard = (
  documents: PledgeDocuments,
  question: PledgeBoardQuestion,
): E.Either<PeriodNotOpened | MoneyError, PledgeBoard> => {
  const { period, asOf, currency, zone } = question;
  const opened = documents.periods.get(period)?.state;
  if (opened?.phase !== 'opened') return E.left({ type: 'PeriodNotOpened', period });
  const days = daysLeft(opened, asOf, zone);
  const linesOf = pledgeLines(documents, period);
  const pledges = pledgesOf(documents.pledges, period, asOf);

  const rows: Array<PledgeRow> = [];
  for (const pledge of pledges) {
    const row = rowOf(pledge, linesOf(pledge.sworn.event.data), opened, { asOf, days });
    if (E.isLeft(row)) return row;
    rows.push(row.right);
  }
  const standing = rows.filter(({ state }) => state !== 'withdrawn');
  // A pledge keeps its currency, whatever the playbook's is now.
  const inTotal = standing[0]?.target.currency ?? currency;
  const target = sum(
    inTotal,
    standing.map((row) => row.target),
  );
  if (E.isLeft(target)) return target;
  const achieved = sum(
    inTotal,
    standing.map((row) => row.achieved),
  );
  if (E.isLeft(achieved)) return achieved;
  const settled = standing.filter(({ met }) => met !== null);
  const met = settled.filter((row) => row.met).length;
  return E.right({
    period,
    asOf,
    daysLeft: days,
    rows,
    totals: {
      pledges: standing.length,
      settled: settled.length,
      met,
      missed: settled.length - met,
      target: target.right,
      achieved: achieved.right,
    },
    coverage: coverage(documents.organisation, pledges, opened, asOf),
  });
};

const rowOf = (
  { id, name, sworn, state }: PledgeAsOf,
  { counted }: PledgeLines,
  { closing }: OpenedPeriod,
  { asOf, days }: { readonly asOf: Instant; readonly days: number },
): E.Either<MoneyError, PledgeRow> => {
  const { scope, creditBasis, target, late } = sworn.event.data;
  const soFar = achievedBy(
    counted.filter(({ at }) => at <= asOf),
    target,
  );
  if (E.isLeft(soFar)) return soFar;
  const settled = state.phase === 'settled';
  const achieved = settled ? state.achieved : soFar.right;
  const isClosed = settled && closing !== undefined && closing.at <= asOf;
  return E.right({
    id,
    scope,
    person: name.person,
    ...(name.unit === undefined ? {} : { unit: name.unit }),
    period: name.period,
    basis: creditBasis,
    target,
    achieved,
    met: settled ? state.met : null,
    state: isClosed ? 'closed' : settled ? 'settled' : state.phase === 'sworn' ? 'open' : 'withdrawn',
    donation: donationStanding(state, target),
    swornAt: sworn.at,
    late,
    attainmentBp: attainmentBp(achieved, target),
    dailyPace: state.phase === 'sworn' ? dailyPace(achieved, target, days) : null,
  });
};
