import type { Expectation, Share } from '@millrace/projections';
import type { ForecastAnswer } from 'millrace';
import { amountOf, areWhole, figureOf, percentOf } from '../render/money.js';
import { type Answer, line, type Session, table } from '../session.js';

/** Prints the forecast of a period for people. */
export const printForecast = (session: Session, { found, names }: Answer<ForecastAnswer>): void => {
  const { asOf, knownAt, playbook, period } = found;
  line(session, 'forecast', { period, time: names.time(asOf), zone: names.zone, knownAt, playbook });
  printParts(session, found);
  printGoal(session, found);
  printVelocity(session, found);
  printSlippage(session, found);
};

const printParts = (session: Session, { currency, won, open, undated, total }: ForecastAnswer): void => {
  const { words } = session.texts;
  const whole = areWhole([won.value, open.value, open.weighted, undated.value, undated.weighted, total]);
  const row = (name: string, { count, value, weighted, unvalued, unassessed }: Expectation) => [
    name,
    count,
    figureOf(value, whole),
    figureOf(weighted, whole),
    unvalued,
    unassessed,
  ];
  table(session, {
    head: [
      words.forecastPart,
      words.projects,
      `${words.value} (${currency})`,
      words.weighted,
      words.unvalued,
      words.unassessed,
    ],
    rows: [
      [words.won, won.count, figureOf(won.value, whole), figureOf(won.value, whole), '', ''],
      row(words.expectedIn, open),
      [words.forecastTotal, won.count + open.count, '', figureOf(total, whole), '', ''],
      row(words.undated, undated),
    ],
    figures: [1, 2, 3, 4, 5],
  });
};

const printGoal = (
  session: Session,
  { period, target, credited, coverage: { raw, weighted } }: ForecastAnswer,
): void => {
  if (target === null || credited === null) return line(session, 'noGoal', { period });
  const goal = { target: amountOf(target), credited: amountOf(credited) };
  if (raw === null || weighted === null) return line(session, 'covered', goal);
  line(session, 'coverage', { ...goal, raw: percent(raw), weighted: percent(weighted) });
};

/** Floored: whole only where all of it is covered. */
const percent = ({ numerator, denominator }: Share): string =>
  percentOf(Number((BigInt(numerator) * 10_000n) / BigInt(denominator)));

const printVelocity = (session: Session, { velocity }: ForecastAnswer): void => {
  const { perDay, wonValue, ...counts } = velocity;
  if (perDay === null) line(session, 'noVelocity', counts);
  else line(session, 'velocity', { ...counts, value: amountOf(wonValue), perDay: amountOf(perDay) });
};

const printSlippage = (session: Session, { slippage }: ForecastAnswer): void => {
  if (slippage.length === 0) return;
  const { words } = session.texts;
  table(session, {
    head: [words.pushedBy, words.pushes, words.pushedDays],
    rows: slippage.map(({ owner, count, days }) => [owner ?? '–', count, days]),
    bars: slippage.map(({ days }) => days),
  });
};
