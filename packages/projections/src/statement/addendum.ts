import {
  type DonationStanding,
  donationStanding,
  type PledgeDocuments,
  pledgeLines,
  pledgesOf,
} from '../pledges/index.js';
import { type StatementEntry, type StatementLine, statementEntry, statementLine } from './receipts.js';
import type { SettlementStatement } from './statement.js';

/** What was recorded of a pledge after its statement. */
export interface PledgeAddendum {
  readonly id: string;
  /** Answers, payments, receipts and adjustments since. */
  readonly entries: ReadonlyArray<StatementEntry>;
  /** Late entries since. */
  readonly lateLines: ReadonlyArray<StatementLine>;
  /** Where the donation stands now. */
  readonly donation: DonationStanding;
}

/**
 * What documents as known later add to a statement; nothing in the statement changes. A pledge of
 * which nothing was recorded since is left out.
 *
 * `organisation` is as known at the cut-off here too.
 *
 * @source PLG-6, PLG-17
 */
export const statementAddendum = (
  statement: SettlementStatement,
  later: PledgeDocuments,
): ReadonlyArray<PledgeAddendum> => {
  const linesOf = pledgeLines(later, statement.period);
  const now = new Map(pledgesOf(later.pledges, statement.period).map((pledge) => [pledge.id, pledge]));
  return statement.pledges.flatMap(({ id, terms, ...stated }): ReadonlyArray<PledgeAddendum> => {
    const pledge = now.get(id);
    if (pledge === undefined) return [];
    const entries = (later.pledges.get(id)?.entries ?? [])
      .slice(stated.entries.length)
      .map((entry) => statementEntry(pledge.name, entry));
    const known = new Set(stated.lateLines.map(({ stream, revision }) => `${stream}/${revision}`));
    const lateLines = linesOf(pledge.sworn.event.data)
      .late.map(statementLine)
      .filter(({ stream, revision }) => !known.has(`${stream}/${revision}`));
    if (entries.length === 0 && lateLines.length === 0) return [];
    return [{ id, entries, lateLines, donation: donationStanding(pledge.state, terms.target) }];
  });
};
