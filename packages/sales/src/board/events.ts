/**
 * What can have happened to a published board. Storage format: append-only.
 *
 * @source requirements ORG-45..47, LDB-7
 */
import { BusinessId, type EventOf, eventSet, Instant, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { BoardDefinition } from './definition.js';

/** Why a board is shown anew. */
export const CorrectionReason = t.keyof({ lateEntries: null, mistake: null }, 'CorrectionReason');

/** What was shown: derived again as of and as known then, its rows must have this digest. */
const frozen = {
  asOf: Instant,
  knownAt: SafeInteger,
  rows: SafeInteger,
  /** SHA-256 of the rows' ids and numbers, in hexadecimal. */
  digest: t.string,
};

const specs = {
  LeaderboardPublished: { data: struct({ board: BusinessId, definition: BoardDefinition, ...frozen }) },
  /** Shown again with what was known later; the publication itself stays. */
  LeaderboardCorrected: { data: struct({ reason: CorrectionReason, ...frozen }) },
};

export type BoardEvent = EventOf<typeof specs>;
export const boardEvents = eventSet('board', specs);
