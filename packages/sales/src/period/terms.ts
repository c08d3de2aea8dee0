import { Instant, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Words } from '../terms.js';

export interface PeriodLabelBrand {
  readonly PeriodLabel: unique symbol;
}

/** A month or a quarter: `2026-11`, `2026-Q4`. @source ORG-23 */
export const PeriodLabel = t.brand(
  t.string,
  (s): s is t.Branded<string, PeriodLabelBrand> => /^\d{4}-(?:Q[1-4]|0[1-9]|1[0-2])$/.test(s),
  'PeriodLabel',
);
export type PeriodLabel = t.TypeOf<typeof PeriodLabel>;

/** How a meeting is held. @source ORG-52 */
export const MeetingMode = t.keyof({ inPerson: null, video: null, wechatGroup: null }, 'MeetingMode');
export type MeetingMode = t.TypeOf<typeof MeetingMode>;

/** The six items of a settlement meeting; reward and penalty may be "none due". @source ORG-49 */
export const AgendaItem = t.keyof(
  { attainment: null, causes: null, lessons: null, rewards: null, penalties: null, nextPlan: null },
  'AgendaItem',
);
export type AgendaItem = t.TypeOf<typeof AgendaItem>;

export const SettlementItem = struct({ item: AgendaItem, record: Words }, {}, 'SettlementItem');

/** A number cited in a document: what was asked, as of when, and as known at which position. @source ORG-51 */
const Figure = struct({ query: t.string, asOf: Instant, knownAt: SafeInteger }, {}, 'Figure');

/** A document kept elsewhere, by the SHA-256 of its bytes in hexadecimal. @source ORG-50 */
export const DocumentRef = struct(
  {
    hash: t.refinement(t.string, (s) => /^[0-9a-f]{64}$/.test(s), 'Sha256Hex'),
    name: t.string,
    /** What its numbers rest on. */
    figures: t.readonlyArray(Figure),
  },
  {},
  'DocumentRef',
);
export type DocumentRef = t.TypeOf<typeof DocumentRef>;
