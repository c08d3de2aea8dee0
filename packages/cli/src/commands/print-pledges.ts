import type { PledgeRow } from '@millrace/projections';
import type { PledgesAnswer } from 'millrace';
import { amountOf, areWhole, figureOf, percentOf } from '../render/money.js';
import { type Answer, line, type Session, table } from '../session.js';
import type { Texts } from '../texts/texts.js';

/** Prints the pledges of a period for people: how far each has come, with a bar, and who is missing. */
export const printPledges = (session: Session, { found, names }: Answer<PledgesAnswer>): void => {
  const { words } = session.texts;
  const { period, asOf, knownAt, rows, totals, daysLeft } = found;
  line(session, 'asOfPlain', { time: names.time(asOf), zone: names.zone, knownAt });
  const { target, achieved, ...counts } = totals;
  line(session, 'pledges', { period, ...counts, target: amountOf(target), achieved: amountOf(achieved) });
  const whole = areWhole(rows.flatMap((row) => [row.target, row.achieved, row.donation.amount, ...paceOf(row)]));
  table(session, {
    head: [
      words.pledge,
      `${words.target} (${target.currency})`,
      words.achieved,
      words.attainment,
      words.pace,
      words.state,
      words.donation,
    ],
    rows: rows.map((row) => [
      row.unit === undefined ? row.person : `${row.person} (${row.unit})`,
      figureOf(row.target, whole),
      figureOf(row.achieved, whole),
      percentOf(row.attainmentBp),
      paceOf(row)
        .map((pace) => figureOf(pace, whole))
        .join(),
      stateOf(words, row),
      donationOf(words, row.donation, whole),
    ]),
    bars: rows.map(({ attainmentBp }) => Math.min(attainmentBp, WHOLE)),
    full: WHOLE,
    figures: [1, 2, 3, 4],
  });
  if (daysLeft > 0) line(session, 'daysLeft', { days: daysLeft });
  printCoverage(session, found);
};

/** @units basis points */
const WHOLE = 10_000;

const paceOf = ({ dailyPace }: PledgeRow) => (dailyPace === null ? [] : [dailyPace]);

const stateOf = (words: Texts['words'], { state, met }: PledgeRow): string => {
  if (met === null) return words[state === 'withdrawn' ? state : 'open'];
  const result = words[met ? 'met' : 'missed'];
  return state === 'closed' ? `${result}, ${words.closed}` : result;
};

const donationOf = (words: Texts['words'], { state, amount }: PledgeRow['donation'], whole: boolean): string =>
  state === 'none' ? '' : `${words[state]} ${figureOf(amount, whole)}`;

const printCoverage = (session: Session, { coverage: { expected, sworn, notSworn } }: PledgesAnswer): void => {
  const missing = [...notSworn.people, ...notSworn.units.map(({ unit, leader }) => `${leader} (${unit})`)];
  if (missing.length === 0) line(session, 'allSworn', { expected });
  else line(session, 'notSworn', { sworn, expected, missing });
};
