import type { Instant, Money, MoneyError } from '@millrace/kernel';
import { type CreditBasis, type DonationRule, periodStream } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { byText } from '../count.js';
import {
  achievedBy,
  type DonationStanding,
  donationStanding,
  type PeriodNotOpened,
  type PledgeAsOf,
  type PledgeDocument,
  type PledgeDocuments,
  type PledgeLines,
  pledgeLines,
  pledgesOf,
  receiptOf,
} from '../pledges/index.js';
import type { EventRef } from '../receipt.js';
import { type StatementEntry, type StatementLine, statementEntry, statementLine } from './receipts.js';

/** What was sworn, and the event that says so. */
export interface StatementTerms extends EventRef {
  readonly target: Money;
  readonly donation: Money;
  readonly basis: CreditBasis;
  readonly donationRule: DonationRule;
  readonly swornAt: Instant;
  readonly late: boolean;
}

/** A reward that an incentive gives. */
export interface StatementReward extends EventRef {
  readonly incentive: string;
  readonly amount: Money;
}

/** One pledge of a statement. */
export interface StatementPledge {
  readonly id: string;
  readonly scope: 'individual' | 'team';
  readonly unit: string | null;
  readonly withdrawn: boolean;
  readonly terms: StatementTerms;
  readonly achieved: Money;
  /** Not known until settled. */
  readonly met: boolean | null;
  readonly settled: EventRef | null;
  /** What counts: it adds up to `achieved`. */
  readonly lines: ReadonlyArray<StatementLine>;
  /** What was recorded between the cut-off and now: no part of `achieved`. */
  readonly lateLines: ReadonlyArray<StatementLine>;
  /** As granted at the settlement. */
  readonly rewards: ReadonlyArray<StatementReward>;
  readonly donation: DonationStanding;
  /** Everything that happened to it so far. */
  readonly entries: ReadonlyArray<StatementEntry>;
}

/** A person's pledges of a period and what became of them, with receipts. @source ORG-49 */
export interface SettlementStatement {
  readonly person: string;
  /** The person's id, where the name is not known. */
  readonly name: string;
  readonly period: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly cutOff: EventRef | null;
  readonly closed: EventRef | null;
  readonly pledges: ReadonlyArray<StatementPledge>;
}

/** Whose statement, of which period. */
export interface StatementQuestion {
  readonly person: string;
  readonly period: string;
}

/**
 * The statement of a person and a period, as far as the documents know.
 *
 * Of a closed period it is final where they are as known at the position of its closing: whatever is
 * recorded later stands in the {@link statementAddendum}.
 *
 * @source ORG-49, PLG-6
 */
export const settlementStatement = (
  documents: PledgeDocuments,
  { person, period }: StatementQuestion,
): E.Either<PeriodNotOpened | MoneyError, SettlementStatement> => {
  const document = documents.periods.get(period);
  if (document?.state.phase !== 'opened') return E.left({ type: 'PeriodNotOpened', period });
  const { state, cutOffBy, closedBy } = document;
  const linesOf = pledgeLines(documents, period);
  const pledges: Array<StatementPledge> = [];
  for (const pledge of pledgesOf(documents.pledges, period)) {
    if (pledge.name.person !== person) continue;
    const stated = stateOf(pledge, documents.pledges.get(pledge.id), linesOf(pledge.sworn.event.data));
    if (E.isLeft(stated)) return stated;
    pledges.push(stated.right);
  }
  const record = documents.organisation.get(`person-${person}`)?.state;
  const turningPoint = (revision: number | null): EventRef | null =>
    revision === null ? null : { stream: periodStream(period), revision };
  return E.right({
    person,
    name: (record?.phase === 'staff' ? record.name : undefined) ?? person,
    period,
    start: state.start,
    end: state.end,
    cutOff: turningPoint(cutOffBy),
    closed: turningPoint(closedBy),
    pledges,
  });
};

const stateOf = (
  { id, name, sworn, state }: PledgeAsOf,
  document: PledgeDocument | undefined,
  { counted, late }: PledgeLines,
): E.Either<MoneyError, StatementPledge> => {
  const { scope, target, donation, creditBasis: basis, donationRule, late: swornLate } = sworn.event.data;
  const sums = achievedBy(counted, target);
  if (E.isLeft(sums)) return sums;
  const entries = document?.entries ?? [];
  const settling = entries.find(({ event }) => event.type === 'PledgeSettled');
  const settled = state.phase === 'settled' ? state : undefined;
  return E.right({
    id,
    scope,
    unit: name.unit ?? null,
    withdrawn: state.phase === 'unsworn',
    terms: { target, donation, basis, donationRule, swornAt: sworn.at, late: swornLate, ...receiptOf(name, sworn) },
    achieved: settled?.achieved ?? sums.right,
    met: settled?.met ?? null,
    settled: settling === undefined ? null : receiptOf(name, settling),
    lines: counted.map(statementLine).sort(byTime),
    lateLines: late.map(statementLine).sort(byTime),
    rewards: entries.flatMap((entry): ReadonlyArray<StatementReward> => {
      if (entry.event.type !== 'RewardGranted') return [];
      const { incentive, amount } = entry.event.data;
      return [{ incentive, amount, ...receiptOf(name, entry) }];
    }),
    donation: donationStanding(state, target),
    entries: entries.map((entry) => statementEntry(name, entry)),
  });
};

/** By effective time, then by sale, event and person: an order that no store decides. */
const byTime = (a: StatementLine, b: StatementLine): number =>
  byText(a.at, b.at) || byText(a.stream, b.stream) || a.revision - b.revision || byText(a.person, b.person);
