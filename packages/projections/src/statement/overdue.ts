import { type Documents, type Instant, periodAt, shiftPeriod } from '@millrace/kernel';
import { byText } from '../count.js';
import type { PeriodDocument } from '../periods/index.js';

/** A period whose settlement meeting is overdue, and how far its settlement has come. */
export interface OverdueSettlement {
  readonly period: string;
  readonly end: Instant;
  /** The end of the last day on which the meeting was in time. */
  readonly due: Instant;
  readonly cutOff: boolean;
  readonly settled: boolean;
}

/** By which rules of the playbook a meeting is overdue. */
export interface OverdueQuestion {
  readonly asOf: Instant;
  /** Calendar days from a period's end in which the meeting is due. */
  readonly dueDays: number;
  readonly zone: string;
}

/** Periods that are over, whose meeting was due before `asOf` and is not recorded, by label; a report, and no block. @source ORG-48, Q21 */
export const overdueSettlements = (
  periods: Documents<PeriodDocument>,
  { asOf, dueDays, zone }: OverdueQuestion,
): ReadonlyArray<OverdueSettlement> =>
  [...periods]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([period, { state }]) => {
      if (state.phase !== 'opened' || state.settlementMeeting !== undefined) return [];
      const { end, cutOffAt, settlement } = state;
      const due = shiftPeriod(periodAt(end, 'day', zone), dueDays).start;
      return asOf < due
        ? []
        : [{ period, end, due, cutOff: cutOffAt !== undefined, settled: settlement !== undefined }];
    });
