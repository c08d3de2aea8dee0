/** How performance is pledged, credited, ranked and settled. @source ORG-23..28, ORG-45..50 */
import { SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Named } from '../terms.js';

/** What counts as performance. @source Q16 */
export const CreditBasis = t.keyof({ contract: null, delivery: null, cash: null }, 'CreditBasis');
export type CreditBasis = t.TypeOf<typeof CreditBasis>;

/** What a missed pledge proposes: the whole donation, or the part that is missing. @source PLG-2 */
export const DonationRule = t.keyof({ allOrNothing: null, proportional: null }, 'DonationRule');
export type DonationRule = t.TypeOf<typeof DonationRule>;

/** How equal scores are ranked: 1224, 1223, or 1234 by a declared tie-break. @source Q23 */
export const Ranking = t.keyof({ competition: null, dense: null, ordinal: null }, 'Ranking');
export type Ranking = t.TypeOf<typeof Ranking>;

/** Who sees which rows of a board; ranks are those of the whole board. @source ORG-47, LDB-9 */
export const Visibility = t.union(
  [
    struct({ show: t.literal('all') }),
    struct({ show: t.literal('top'), rows: SafeInteger }),
    struct({ show: t.literal('own') }),
    /** Rows after the first `rows` without names. */
    struct({ show: t.literal('anonymousTail'), rows: SafeInteger }),
  ],
  'Visibility',
);
export type Visibility = t.TypeOf<typeof Visibility>;

export const BoardRules = struct(
  {
    ranking: Ranking,
    /** Settles ties where the ranking is ordinal. */
    tieBreak: t.keyof({ id: null }),
    /** Whether people with nothing are shown. @source LDB-10 */
    participants: t.keyof({ all: null, credited: null }),
    visibility: Visibility,
  },
  {},
  'BoardRules',
);
export type BoardRules = t.TypeOf<typeof BoardRules>;

export const PerformanceRules = struct(
  {
    /** The basis of pledges and of boards that name none. */
    creditBasis: CreditBasis,
    donationRule: DonationRule,
    /** Calendar days from a period's end in which its settlement meeting is due. @source Q21 */
    settlementDueDays: SafeInteger,
    boards: BoardRules,
    /** Why a sale is refunded. */
    refund: t.readonlyArray(Named),
    /** Why a proposed donation is waived. */
    waiver: t.readonlyArray(Named),
  },
  {},
  'PerformanceRules',
);
export type PerformanceRules = t.TypeOf<typeof PerformanceRules>;
