/** The end of a period: cut-off, settlement, meeting, closing. @source ORG-48..52, design.md decision 12 */
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import { sameJson } from '../same.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { OpenedPeriod } from './evolve.js';
import { cites, cutOff, notClosed, over, somebody, wholeAgenda } from './policy.js';
import type { Decision } from './refusals.js';

/** After it the period's numbers never change. */
export const cutOffPeriod = (
  { period: label }: CommandTo<'CutOffPeriod'>,
  period: OpenedPeriod,
  context: Ruled,
): Decision => {
  if (period.cutOffAt !== undefined) return E.right([]);
  return unless([over(label, period, context)], () => [
    { type: 'PeriodCutOff', data: {}, effectiveAt: context.effectiveAt },
  ]);
};

export const completeSettlement = (
  { period: label, pledges, met, missed, cutOff: position }: CommandTo<'CompleteSettlement'>,
  period: OpenedPeriod,
  context: Ruled,
): Decision => {
  const { settlement } = period;
  if (settlement !== undefined) {
    return sameJson(settlement, { pledges, met, missed, cutOff: position })
      ? E.right([])
      : refuse({ type: 'SettlementAlreadyCompleted', ...settlement });
  }
  return unless(
    [
      cutOff(label, period, context),
      met + missed === pledges && met >= 0 && missed >= 0
        ? ok
        : refuse({ type: 'CountsDoNotAddUp', pledges, met, missed }),
    ],
    () => [
      {
        type: 'SettlementCompleted',
        data: { pledges, met, missed, cutOff: position },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

/** ORG-48..50, ORG-52: after the period's end, with minutes; six items. */
export const holdSettlementMeeting = (
  { period: label, mode, chairs, agenda, minutes }: CommandTo<'HoldSettlementMeeting'>,
  period: OpenedPeriod,
  context: Ruled,
): Decision => {
  if (period.settlementMeeting !== undefined) {
    return period.settlementMeeting.minutes === minutes.hash
      ? E.right([])
      : refuse({ type: 'SettlementMeetingAlreadyHeld', minutes: period.settlementMeeting.minutes });
  }
  return unless(
    [
      over(label, period, context),
      somebody('chairs', chairs),
      wholeAgenda(agenda.map(({ item }) => item)),
      cites('minutes', minutes),
    ],
    () => [
      { type: 'SettlementMeetingHeld', data: { mode, chairs, agenda, minutes }, effectiveAt: context.effectiveAt },
    ],
  );
};

/** ORG-49..51, PLG-15: settled, met about, and written down. */
export const close = (
  { period: label, summary, analysis, plan }: CommandTo<'ClosePeriod'>,
  period: OpenedPeriod,
  context: Ruled,
): Decision => {
  const { closing } = period;
  const hashes = { summary: summary.hash, analysis: analysis.hash, plan: plan.hash };
  if (closing !== undefined && sameJson({ at: closing.at, ...hashes }, closing)) return E.right([]);
  return unless(
    [
      notClosed(period),
      cutOff(label, period, context),
      period.settlement === undefined ? refuse({ type: 'SettlementNotCompleted', period: label }) : ok,
      period.settlementMeeting === undefined
        ? refuse({ type: 'SettlementMeetingMissing', period: label })
        : notBefore('settlement', period.settlementMeeting.heldAt, context),
      cites('summary', summary),
      cites('analysis', analysis),
      cites('plan', plan),
    ],
    () => [{ type: 'PeriodClosed', data: { summary, analysis, plan }, effectiveAt: context.effectiveAt }],
  );
};
