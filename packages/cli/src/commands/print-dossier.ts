import type { Dossier } from '@millrace/projections';
import type { DossierAnswer } from 'millrace';
import { amountOf, percentOf } from '../render/money.js';
import { type Answer, line, type Session, table } from '../session.js';
import { fill } from '../texts/fill.js';
import { printSides } from './print-dossier-sides.js';
import { gateTable } from './print-gates.js';
import { type Page, pairs } from './print-page.js';

/** Prints a project on one page: how it stands, the three sides, the chain, plan, gates, costs, history. @source PRJ-40 */
export const printDossier = (session: Session, { found, names }: Answer<DossierAnswer>): void => {
  const { dossier, asOf, knownAt, playbook } = found;
  const called = names.project(dossier.opened ?? {});
  const page: Page = { session, names, called };
  line(session, 'dossier', { project: dossier.project, title: dossier.title === null ? '' : `: ${dossier.title}` });
  line(session, 'asOf', { time: names.time(asOf), zone: names.zone, knownAt, playbook });
  printStanding(page, dossier);
  printSides(page, dossier);
  printPlan(page, dossier);
  if (dossier.gates.length > 0) {
    session.io.out(`\n${session.texts.words.decisions}\n`);
    gateTable(session, dossier.gates, names);
  }
  printCosts(page, dossier);
  printCourse(page, dossier);
};

const printStanding = ({ session, names, called }: Page, dossier: Dossier): void => {
  const { words } = session.texts;
  const { standing, origin, opened } = dossier;
  const outcome = standing.outcome === null ? words.open : words[standing.outcome as 'won'];
  const marks = [
    ...(standing.onHold ? [words.onHold] : []),
    ...(standing.terminatedAt === null ? [] : [words.terminated]),
    ...(standing.closedAt === null ? [] : [words.closed]),
  ];
  const sized = opened?.size == null ? '' : called.size(opened.size);
  pairs(session, words.standing, [
    [words.phase, standing.phases === null ? null : called.phases(standing.phases)],
    [words.state, [outcome, ...marks].join(', ')],
    [words.projectOwner, dossier.owner],
    [words.team, dossier.team.join(', ')],
    [words.customer, origin.customer ?? null],
    [words.discovered, `${names.time(origin.discoveredAt)}, ${origin.discoveredBy}`],
    [words.channel, called.term('channels', origin.channel)],
    [words.channels, dossier.channels.map((id) => called.term('channels', id)).join(', ')],
    [words.openedAt, opened === null ? null : names.time(opened.at)],
    [
      words.process,
      opened === null ? null : called.process + (opened.tailored ? `, ${fill(words.tailored, { size: sized })}` : ''),
    ],
    [words.saleType, opened?.saleType == null ? null : called.term('saleTypes', opened.saleType)],
    [words.product, opened?.product ?? null],
    [words.amount, dossier.amount === null ? null : amountOf(dossier.amount)],
    [words.expectedClose, dossier.expectedClose],
    [words.parent, origin.parent ?? null],
    [words.extensions, dossier.extensions.join(', ')],
    [words.referenceCustomer, opened?.referenceCustomer ?? null],
  ]);
};

const printPlan = ({ session, called }: Page, { plan }: Dossier): void => {
  if (plan === null) return;
  const { words } = session.texts;
  session.io.out('\n');
  line(session, 'plan', plan);
  const span = (from: string | null, to: string | null): string => (from === null ? '' : `${from} – ${to ?? ''}`);
  const rows = [
    ...plan.phases.map((one) => ({ ...one, name: called.phase(one.id), responsible: '' })),
    ...plan.activities.map((one) => ({ ...one, name: called.activity(one.id) })),
  ];
  table(session, {
    head: [words.activity, words.responsible, words.plannedSpan, words.actualSpan, words.notes],
    rows: rows.map((one) => [
      one.name,
      one.responsible,
      span(one.plannedFrom, one.plannedTo),
      span(one.from, one.to),
      one.overdue ? words.overdue : '',
    ]),
  });
};

const printCosts = ({ session, names, called }: Page, { costs, probabilities }: Dossier): void => {
  const { words } = session.texts;
  if (costs.length > 0) {
    session.io.out('\n');
    table(session, {
      head: [words.costs, words.budget, words.cost, words.notes],
      rows: costs.map(({ phase, budget, cost }) => [
        called.phase(phase),
        budget === null ? '' : amountOf(budget),
        cost === null ? '' : amountOf(cost),
        budget !== null && cost !== null && cost.minor > budget.minor ? words.overBudget : '',
      ]),
      figures: [1, 2],
    });
  }
  if (probabilities.length === 0) return;
  table(session, {
    head: [words.assessed, words.phase, words.probability, words.by],
    rows: probabilities.map(({ at, phase, bp, by }) => [names.time(at), called.phase(phase), percentOf(bp), by]),
    figures: [2],
  });
};

const printCourse = ({ session, names, called }: Page, { stays, history }: Dossier): void => {
  const { words } = session.texts;
  if (stays.length > 0) {
    session.io.out('\n');
    table(session, {
      head: [words.stays, words.cause, words.from, words.to],
      rows: stays.map(({ phases, cause, from, to }) => [
        called.phases(phases),
        words[causeWord(cause)],
        names.time(from),
        to === null ? '' : names.time(to),
      ]),
    });
  }
  session.io.out('\n');
  table(session, {
    head: [words.history, words.effective, words.revision],
    rows: history.map(({ type, at, revision }) => [type, names.time(at), revision]),
  });
};

type Cause = 'Opening' | 'Advance' | 'Go' | 'ConditionsFulfilled' | 'Signing' | 'Recycle' | 'Reopening';

const causeWord = (cause: string): `cause${Cause}` =>
  `cause${cause.slice(0, 1).toUpperCase()}${cause.slice(1)}` as `cause${Cause}`;
