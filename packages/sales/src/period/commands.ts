/** What can be asked of a sales period. */
import { BusinessId, type CommandOf, commandSet, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { IncentiveRule } from './incentive.js';
import { TargetLevels, TargetOf } from './target.js';
import { DocumentRef, MeetingMode, PeriodLabel, SettlementItem } from './terms.js';

const period = PeriodLabel;

const specs = {
  OpenPeriod: struct({ period }),
  SetTarget: struct({ period, of: TargetOf, levels: TargetLevels }),
  HoldPledgeMeeting: struct({ period, meeting: BusinessId, chairs: t.readonlyArray(BusinessId), mode: MeetingMode }),
  AnnounceIncentive: struct(
    {
      period,
      incentive: BusinessId,
      audience: t.keyof({ seller: null, manager: null }),
      by: t.readonlyArray(BusinessId),
      rule: IncentiveRule,
    },
    { meeting: BusinessId },
  ),
  CutOffPeriod: struct({ period }),
  /** Asked by the settlement once every pledge of the period is settled. */
  CompleteSettlement: struct({
    period,
    pledges: SafeInteger,
    met: SafeInteger,
    missed: SafeInteger,
    cutOff: SafeInteger,
  }),
  HoldSettlementMeeting: struct({
    period,
    mode: MeetingMode,
    chairs: t.readonlyArray(BusinessId),
    agenda: t.readonlyArray(SettlementItem),
    minutes: DocumentRef,
  }),
  ClosePeriod: struct({ period, summary: DocumentRef, analysis: DocumentRef, plan: DocumentRef }),
};

export type PeriodCommand = CommandOf<typeof specs>;
export const periodCommands = commandSet(specs);
export type CommandTo<Type extends PeriodCommand['type']> = Extract<PeriodCommand, { type: Type }>;
