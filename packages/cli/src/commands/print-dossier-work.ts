import type { Dossier } from '@millrace/projections';
import { line, table } from '../session.js';
import { fill } from '../texts/fill.js';
import { gatesOf, linesOf } from './print-gates.js';
import { type Page, type Pair, pairs } from './print-page.js';

/** Prints the plan against what happened. @source PRJ-1 */
export const printPlan = ({ session, called }: Page, { plan }: Dossier): void => {
  if (plan === null) return;
  const { words } = session.texts;
  session.io.out('\n');
  line(session, 'plan', plan);
  const rows = [
    ...plan.phases.map((one) => ({ ...one, name: called.phase(one.id), responsible: '' })),
    ...plan.activities.map((one) => ({ ...one, name: called.activity(one.id) })),
  ];
  table(session, {
    head: [words.activity, words.responsible, words.plannedSpan, words.actualSpan, words.notes],
    rows: rows.map((one) => [
      one.name,
      one.responsible,
      spanOf(one.plannedFrom, one.plannedTo),
      spanOf(one.from, one.to),
      one.overdue ? words.overdue : '',
    ]),
  });
};

/** From a day to another: one day once, and a year once. */
const spanOf = (from: string | null, to: string | null): string => {
  if (from === null || from === to) return from ?? to ?? '';
  if (to === null) return `${from} –`;
  return `${from} – ${to.slice(0, 5) === from.slice(0, 5) ? to.slice(5) : to}`;
};

/** Prints what was left out once the contract was signed, and who allowed it. @source GAT-6 */
export const printWaivers = ({ session, names, called }: Page, { waivers }: Dossier): void => {
  const { words } = session.texts;
  pairs(
    session,
    words.waivers,
    waivers.map(({ activity, reason, at, requestedBy, approver, sole }): Pair => {
      const why = { reason: called.term('waiving', reason), requestedBy, approver, day: names.day(at) };
      return [called.activity(activity), fill(sole ? words.waivedAlone : words.waivedBy, why)];
    }),
  );
};

/** Prints every review: its decision, then who reviewed it, on what, and what was said. @source PRJ-5 */
export const printReviews = ({ session, names }: Page, { gates, history }: Dossier): void => {
  const { words, projectEvents } = session.texts;
  const types = new Map(history.map(({ revision, type }) => [revision, type]));
  const eventOf = (revision: number): string => {
    const type = types.get(revision);
    return type === undefined ? `#${revision}` : `${projectEvents[type]} #${revision}`;
  };
  pairs(
    session,
    words.decisions,
    gates.flatMap(
      (one): ReadonlyArray<Pair> => [
        [`${names.day(one.at)}  ${gatesOf(one, names)}`, `${words[one.decision]}  #${one.revision}`],
        ...linesOf(session, one, names, eventOf).map((told): Pair => ['', told]),
      ],
    ),
  );
};
