/** The settlement of a period, as an application asks for it: from what the views plan. */
import assert from 'node:assert/strict';
import { hindsight, settlementPlan } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { SalesLog } from './sales-log.js';
import { cutOff, documentsOf, ofPledge, positionOf } from './sales-story.js';

/** What a computation gives. @throws AssertionError where it gives none. */
export const right = <A>(either: E.Either<unknown, A>): A =>
  E.isRight(either) ? either.right : assert.fail(JSON.stringify(either.left));

/** Cuts a period off, settles its pledges, adjusts those of earlier periods, and completes the settlement. */
export const settlePeriod = (log: SalesLog, at: string, period: string, earlier: ReadonlyArray<string> = []): void => {
  log.tell(cutOff(at, period));
  const position = positionOf(log, `period-${period}`, 'PeriodCutOff');
  const plan = right(settlementPlan(documentsOf(log, position), period));
  for (const { name, achieved } of plan) {
    log.tell(ofPledge(at, 'SettlePledge', name, { achieved, cutOff: position }));
  }
  for (const one of earlier) adjustPeriod(log, at, one, period);
  const met = plan.filter((each) => each.met).length;
  const counts = { pledges: plan.length, met, missed: plan.length - met, cutOff: position };
  log.tell({ at, command: { type: 'CompleteSettlement', period, ...counts } });
};

/** Adjusts the pledges of an earlier period by what was recorded late and posted up to `postedIn`. */
const adjustPeriod = (log: SalesLog, at: string, period: string, postedIn: string): void => {
  const own = positionOf(log, `period-${period}`, 'PeriodCutOff');
  const cutOffAt = positionOf(log, `period-${postedIn}`, 'PeriodCutOff');
  const documents = documentsOf(log, cutOffAt, own);
  // Pledges settle after the cut-off: they are read as they stand.
  const current = { ...documents, pledges: documentsOf(log).pledges };
  for (const { name, achieved, standing } of right(hindsight(current, { period, postedUpTo: postedIn }))) {
    if (achieved.minor === standing.minor) continue;
    log.tell(ofPledge(at, 'AdjustSettlement', name, { postedIn, cutOff: cutOffAt, achieved }));
  }
};
