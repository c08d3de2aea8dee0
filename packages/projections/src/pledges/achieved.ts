import { type Money, type MoneyError, sum } from '@millrace/kernel';
import type { Either } from 'fp-ts/lib/Either.js';
import { type CreditLine, creditLines, type LedgerDocuments } from '../credits/index.js';
import { lineFinder } from '../organisation/index.js';
import type { SwornEvent } from './documents.js';

/** The lines of the credit ledger that a pledge is about: those that count, and those that came late. */
export interface PledgeLines {
  readonly counted: ReadonlyArray<CreditLine>;
  /** Recorded after the cut-off: no part of what is achieved. */
  readonly late: ReadonlyArray<CreditLine>;
}

/** What a pledge says of whose credits it counts. */
export type Counted = Pick<SwornEvent['data'], 'person' | 'unit' | 'creditBasis' | 'target'>;

/**
 * Finds the lines of pledges of a period, in the order of the ledger: for an individual pledge the
 * person's own, for a team's those of who was a member of the unit, or of one below it, at the time.
 *
 * @source PLG-10, PLG-14, Q20
 */
export const pledgeLines = (documents: LedgerDocuments, period: string): ((pledge: Counted) => PledgeLines) => {
  const lineOf = lineFinder(documents.organisation);
  const byPerson = new Map<string, Array<CreditLine>>();
  const byUnit = new Map<string, Array<CreditLine>>();
  for (const line of creditLines(documents, period)) {
    if (line.ledger !== 'revenue') continue;
    put(byPerson, line.person, line);
    for (const unit of line.unit === null ? [] : lineOf(line.unit)) put(byUnit, unit, line);
  }
  return ({ person, unit, creditBasis, target }) => {
    const all = (unit === undefined ? byPerson.get(person) : byUnit.get(unit)) ?? [];
    const own = all.filter(({ basis, amount }) => basis === creditBasis && amount.currency === target.currency);
    return {
      counted: own.filter(({ late }) => !late.includes(period)),
      late: own.filter(({ late }) => late.includes(period)),
    };
  };
};

const put = (lines: Map<string, Array<CreditLine>>, key: string, line: CreditLine): void => {
  const known = lines.get(key);
  if (known === undefined) lines.set(key, [line]);
  else known.push(line);
};

/** What lines add up to, in the currency of a target. */
export const achievedBy = (
  lines: ReadonlyArray<CreditLine>,
  { currency }: Pick<Money, 'currency'>,
): Either<MoneyError, Money> =>
  sum(
    currency,
    lines.map(({ amount }) => amount),
  );
