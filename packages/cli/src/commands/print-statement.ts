import type { EventRef, PledgeAddendum, StatementEntry, StatementLine, StatementPledge } from '@millrace/projections';
import type { StatementAnswer } from 'millrace';
import type { Names } from '../names.js';
import { amountOf, figureOf } from '../render/money.js';
import { type Answer, line, type Session, table } from '../session.js';

/** Prints a settlement statement: every number with the event it comes from, what came later apart. */
export const printStatement = (session: Session, { found, names }: Answer<StatementAnswer>): void => {
  const { statement, statedAt, addendum, knownAt } = found;
  const { start, end, cutOff, closed, pledges } = statement;
  line(session, 'statement', statement);
  const [from, to] = [names.time(start), names.time(end)];
  line(session, 'statedAt', { start: from, end: to, zone: names.zone, knownAt: statedAt });
  line(session, ...turningPoint(cutOff, 'cutOffBy', 'notCutOff'));
  line(session, ...turningPoint(closed, 'closedBy', 'notClosed'));
  if (pledges.length === 0) line(session, 'noPledges');
  for (const pledge of pledges) printPledge(session, pledge, names);
  if (addendum.length === 0) return;
  session.io.out('\n');
  line(session, 'addendum', { knownAt });
  for (const one of addendum) printAddendum(session, one, names);
};

const turningPoint = <Then extends 'cutOffBy' | 'closedBy', Else extends 'notCutOff' | 'notClosed'>(
  at: EventRef | null,
  then: Then,
  otherwise: Else,
): readonly [Then | Else, object] => (at === null ? [otherwise, {}] : [then, { receipt: receipt(at) }]);

/** Where an event stands, as `history` finds it. */
const receipt = ({ stream, revision }: EventRef): string => `${stream}#${revision}`;

const printPledge = (session: Session, pledge: StatementPledge, names: Names): void => {
  const { words } = session.texts;
  const { id, terms, achieved, met, settled, withdrawn, rewards, donation, lines, lateLines, entries } = pledge;
  const result = met === null ? words[withdrawn ? 'withdrawn' : 'open'] : words[met ? 'met' : 'missed'];
  const made = settled === null ? '' : receipt(settled);
  const standing = donation.state === 'none' ? undefined : entries.findLast(({ type }) => type.startsWith('Donation'));
  session.io.out('\n');
  table(session, {
    head: [id, words.amount, words.effective, words.receipt],
    rows: [
      [words.target, amountOf(terms.target), names.time(terms.swornAt), receipt(terms)],
      [
        `${words.donation}, ${words.pledged}`,
        amountOf(terms.donation),
        words[terms.late ? 'swornLate' : 'sworn'],
        receipt(terms),
      ],
      [words.achieved, amountOf(achieved), result, made],
      ...rewards.map((one) => [`${words.reward} ${one.incentive}`, amountOf(one.amount), '', receipt(one)]),
      [
        words.donation,
        amountOf(donation.amount),
        words[donation.state],
        standing === undefined ? made : receipt(standing),
      ],
    ],
    figures: [1],
  });
  if (lines.length > 0) line(session, 'creditLines', { achieved: amountOf(achieved) });
  printLines(session, lines, names);
  if (lateLines.length > 0) line(session, 'lateLines');
  printLines(session, lateLines, names);
  line(session, 'happened');
  printEntries(session, entries, names);
};

const printLines = (session: Session, lines: ReadonlyArray<StatementLine>, names: Names): void => {
  if (lines.length === 0) return;
  const { words } = session.texts;
  table(session, {
    head: [words.sale, words.person, words.amount, words.effective, words.receipt],
    rows: lines.map((one) => [one.sale, one.person, figureOf(one.amount), names.time(one.at), receipt(one)]),
    figures: [2],
  });
};

const printEntries = (session: Session, entries: ReadonlyArray<StatementEntry>, names: Names): void => {
  const { words } = session.texts;
  table(session, {
    head: [words.event, words.amount, words.effective, words.receipt],
    rows: entries.map((one) => [
      one.type,
      one.amount === null ? '' : figureOf(one.amount),
      names.time(one.at),
      receipt(one),
    ]),
    figures: [1],
  });
};

const printAddendum = (session: Session, { id, entries, lateLines, donation }: PledgeAddendum, names: Names): void => {
  session.io.out(`${id}\n`);
  if (entries.length > 0) printEntries(session, entries, names);
  if (lateLines.length > 0) line(session, 'lateLines');
  printLines(session, lateLines, names);
  const { words } = session.texts;
  line(session, 'nowDonation', { state: words[donation.state], amount: amountOf(donation.amount) });
};
