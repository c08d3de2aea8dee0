import { BusinessId, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { CreditBasis, Ranking, Visibility } from '../playbook/readable.js';
import { Zone } from '../terms.js';

/** What a board ranks by. */
export const BoardMeasure = t.keyof(
  { credited: null, attainment: null, prospects: null, shoppers: null, buyers: null, overlay: null, referral: null },
  'BoardMeasure',
);
export type BoardMeasure = t.TypeOf<typeof BoardMeasure>;

/** Everything without which a board means nothing; as-of and as-known-at come with each question. */
export const BoardDefinition = struct(
  {
    version: t.literal(1),
    /** A day, ISO week, month, quarter or year of `zone`, or `all`. */
    period: t.string,
    zone: Zone,
    of: t.keyof({ person: null, team: null, pledge: null }),
    measure: BoardMeasure,
    basis: CreditBasis,
    ranking: Ranking,
    participants: t.keyof({ all: null, credited: null }),
    visibility: Visibility,
  },
  /** The children of one unit, instead of every unit with direct members. */
  { under: BusinessId },
  'BoardDefinition',
);
export type BoardDefinition = t.TypeOf<typeof BoardDefinition>;
