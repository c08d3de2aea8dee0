import type { Dossier, GateEvidence, GateLine } from '@millrace/projections';
import { line, table } from '../session.js';
import { fill } from '../texts/fill.js';
import { notesOf } from './print-gates.js';
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
export const printReviews = (page: Page, { gates, history }: Dossier): void => {
  const { session, names, called } = page;
  const { words, projectEvents } = session.texts;
  const typeOf = new Map(history.map(({ revision, type }) => [revision, type]));
  const evidenceOf = (one: GateEvidence): string => {
    if ('document' in one) return fill(words.document, { hash: one.document.slice(0, 8) });
    const type = typeOf.get(one.revision);
    return `${type === undefined ? '' : projectEvents[type]} #${one.revision}`;
  };
  pairs(
    session,
    words.decisions,
    gates.flatMap((gate): ReadonlyArray<Pair> => {
      const { at, criteria, evidence, decision, revision } = gate;
      const [independence, ...notes] = notesOf(session, gate, names);
      const met = criteria.filter((one) => one.met).length;
      return [
        [`${names.day(at)}  ${gate.gates.map(called.gate).join(' + ')}`, `${words[decision]}  #${revision}`],
        ...[
          reviewedBy(page, gate, independence),
          ...(evidence.length === 0
            ? []
            : [fill(words.restsOn, { what: evidence.map(evidenceOf).join(words.listing) })]),
          fill(words.criteriaMet, { met, of: criteria.length }),
          ...notes,
        ].map((note): Pair => ['', note]),
      ];
    }),
  );
};

const reviewedBy = ({ session }: Page, { chair, reviewers }: GateLine, independence = ''): string => {
  const { words } = session.texts;
  const others = new Set(reviewers.map(({ person }) => person).filter((person) => person !== chair));
  const told = { chair, others: [...others].join(words.listing), independence };
  return fill(others.size === 0 ? words.reviewedBy : words.reviewedWith, told);
};
