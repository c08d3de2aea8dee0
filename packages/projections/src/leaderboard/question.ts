import type { Currency, Documents, Instant, Period, PeriodError } from '@millrace/kernel';
import { parsePeriod } from '@millrace/kernel';
import type { BoardDefinition, Playbook } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { LedgerDocuments } from '../credits/index.js';
import type { FunnelDefinition, FunnelDocument } from '../funnel/index.js';
import type { PeriodDocument } from '../periods/index.js';
import type { PledgeDocument } from '../pledges/index.js';

/** What boards are read from: the documents of the views of those names. */
export interface BoardDocuments extends LedgerDocuments {
  readonly periods: Documents<PeriodDocument>;
  readonly pledges: Documents<PledgeDocument>;
  readonly funnel: Documents<FunnelDocument>;
}

/** What a board is asked. */
export interface BoardQuestion {
  readonly definition: BoardDefinition;
  /** Effective time: what is later has not happened. */
  readonly asOf: Instant;
  /** The reporting currency. */
  readonly currency: Currency;
  /** How prospects, shoppers and buyers are counted. */
  readonly funnel: FunnelDefinition;
  /** Who looks, where everybody sees his own row only. */
  readonly viewer?: string | undefined;
}

/** What of a board is asked for; the playbook says the rest. */
export type BoardAsking = Pick<BoardDefinition, 'period'> &
  Partial<Pick<BoardDefinition, 'of' | 'measure' | 'under' | 'ranking'>>;

/** A board as a playbook defines it: by default credits of persons, pledges by attainment. @source ORG-45..47, Q22 */
export const boardOf = ({ zone, performance }: Playbook, asked: BoardAsking): BoardDefinition => {
  const { period, of = 'person', under, ranking = performance.boards.ranking } = asked;
  return {
    version: 1,
    period,
    zone,
    of,
    measure: asked.measure ?? (of === 'pledge' ? 'attainment' : 'credited'),
    basis: performance.creditBasis,
    ranking,
    participants: performance.boards.participants,
    visibility: performance.boards.visibility,
    ...(under === undefined ? {} : { under }),
  };
};

/** The period of a board; none for all time. */
export const periodOf = ({
  period,
  zone,
}: Pick<BoardDefinition, 'period' | 'zone'>): E.Either<PeriodError, Period | undefined> =>
  period === 'all' ? E.right(undefined) : parsePeriod(period, zone);
