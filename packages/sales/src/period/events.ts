/**
 * What can have happened to a sales period. Storage format: append-only.
 *
 * @source requirements ORG-23, 24, 28, 48..52, DLR-13, Q39
 */
import { BusinessId, type EventOf, eventSet, Instant, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Zone } from '../terms.js';
import { IncentiveRule } from './incentive.js';
import { TargetLevels, TargetOf } from './target.js';
import { DocumentRef, MeetingMode, PeriodLabel, SettlementItem } from './terms.js';

const specs = {
  /** Half-open `[start, end)`, a month or a quarter of the organisation's calendar in its zone. */
  PeriodOpened: {
    data: struct({
      period: PeriodLabel,
      cadence: t.keyof({ month: null, quarter: null }),
      zone: Zone,
      start: Instant,
      end: Instant,
    }),
  },
  /** Replaces an earlier one of the same measure for the same person or unit. */
  TargetSet: { data: struct({ of: TargetOf, levels: TargetLevels }) },
  PledgeMeetingHeld: {
    data: struct({ meeting: BusinessId, chairs: t.readonlyArray(BusinessId), mode: MeetingMode }),
  },
  IncentiveAnnounced: {
    data: struct(
      {
        incentive: BusinessId,
        audience: t.keyof({ seller: null, manager: null }),
        by: t.readonlyArray(BusinessId),
        rule: IncentiveRule,
        /** Announced apart from, or after, the meeting. @source ORG-28 */
        outsideMeeting: t.boolean,
      },
      { meeting: BusinessId },
    ),
  },
  /** What is recorded after this event is an adjustment: by position, never by timestamp. */
  PeriodCutOff: { data: struct({}) },
  /** Every pledge of the period is settled. */
  SettlementCompleted: {
    data: struct({ pledges: SafeInteger, met: SafeInteger, missed: SafeInteger, cutOff: SafeInteger }),
  },
  SettlementMeetingHeld: {
    data: struct({
      mode: MeetingMode,
      chairs: t.readonlyArray(BusinessId),
      agenda: t.readonlyArray(SettlementItem),
      minutes: DocumentRef,
    }),
  },
  PeriodClosed: {
    data: struct({ summary: DocumentRef, analysis: DocumentRef, plan: DocumentRef }),
  },
};

export type PeriodEvent = EventOf<typeof specs>;
export const periodEvents = eventSet('period', specs);
