import type { Adjustment, Settlement, SettlementRecord } from 'millrace';
import { areWhole, figureOf } from '../render/money.js';
import { line, type Session, table } from '../session.js';

/** Prints how a period is settled, or would be. */
export const printSettlement = (session: Session, settlement: Settlement | SettlementRecord): void => {
  const { words } = session.texts;
  const { period, pledges, adjustments, totals } = settlement;
  line(session, 'settlement', { period, ...totals });
  const whole = areWhole(
    pledges.flatMap(({ target, achieved, donation, rewards }) => [
      target,
      achieved,
      donation,
      ...rewards.map(({ amount }) => amount),
    ]),
  );
  table(session, {
    head: [words.pledge, words.target, words.achieved, words.result, words.reward, words.donation],
    rows: pledges.map(({ id, target, achieved, met, rewards, donation }) => [
      id,
      `${target.currency} ${figureOf(target, whole)}`,
      figureOf(achieved, whole),
      met ? words.met : words.missed,
      rewards.map(({ incentive, amount }) => `${incentive}: ${figureOf(amount, whole)}`).join('; '),
      donation.minor === 0 ? '' : `${words.proposed} ${figureOf(donation, whole)}`,
    ]),
    figures: [1, 2],
  });
  if (adjustments.length > 0) printAdjustments(session, adjustments);
  if ('recorded' in settlement) line(session, 'recordedNow', settlement);
  else line(session, 'dryRun');
};

const printAdjustments = (session: Session, adjustments: ReadonlyArray<Adjustment>): void => {
  const { words } = session.texts;
  const whole = areWhole(adjustments.flatMap(({ standing, achieved, change }) => [standing, achieved, change]));
  line(session, 'adjustments');
  table(session, {
    head: [words.pledge, words.stood, words.hindsight, words.change],
    rows: adjustments.map(({ id, standing, achieved, change }) => [
      id,
      ...[standing, achieved, change].map((money) => figureOf(money, whole)),
    ]),
    figures: [1, 2, 3],
  });
};
