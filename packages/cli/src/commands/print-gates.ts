import type { GateLine } from '@millrace/projections';
import type { ConformanceAnswer, GatesAnswer } from 'millrace';
import type { Names } from '../names.js';
import { type Answer, line, type Session, table } from '../session.js';
import { fill } from '../texts/fill.js';

/** Prints the gate log for people: a decision after the other, each with what it rested on. */
export const printGates = (session: Session, { found, names }: Answer<GatesAnswer>): void => {
  const { decisions, knownAt } = found;
  line(session, 'gates', { decisions: decisions.length, knownAt });
  if (decisions.length === 0) return;
  const { words } = session.texts;
  table(session, {
    head: [words.effective, words.project, words.decision],
    rows: decisions.flatMap((one) => [
      [names.time(one.at), one.project, `${gatesOf(one, names)}: ${words[one.decision]}  #${one.revision}`],
      ...linesOf(session, one, names).map((told) => ['', '', told]),
    ]),
  });
};

/** The gates that were decided together, by name. */
export const gatesOf = (one: GateLine, names: Names): string => one.gates.map(names.project(one).gate).join(' + ');

type Naming = (revision: number) => string;

/** What there is to say of a decision, a line each: who reviewed it, on what, what was not met, and what was said. */
export const linesOf = (
  session: Session,
  one: GateLine,
  names: Names,
  eventOf: Naming = (revision) => `#${revision}`,
): ReadonlyArray<string> => {
  const { words } = session.texts;
  const { evidence, criteria } = one;
  const what = evidence.map((rest) =>
    'document' in rest ? fill(words.document, { hash: rest.document.slice(0, 8) }) : eventOf(rest.revision),
  );
  return [
    reviewedBy(session, one),
    ...(what.length === 0 ? [] : [fill(words.restsOn, { what: what.join(words.listing) })]),
    fill(words.criteriaMet, { met: criteria.filter(({ met }) => met).length, of: criteria.length }),
    ...notesOf(session, one, names),
  ];
};

const reviewedBy = ({ texts: { words } }: Session, one: GateLine): string => {
  const { chair, reviewers, independence, flaggedBy } = one;
  const others = new Set(reviewers.map(({ person }) => person).filter((person) => person !== chair));
  const alone = flaggedBy.length > 0 ? fill(words.selfFlagged, { people: flaggedBy }) : words.self;
  return fill(others.size === 0 ? words.reviewedBy : words.reviewedWith, {
    chair,
    others: [...others].join(words.listing),
    independence: independence === 'self' ? alone : words.independent,
  });
};

const notesOf = (
  { texts: { words } }: Session,
  { criteria, conditions, to, redo, comment, template, playbook }: GateLine,
  names: Names,
): ReadonlyArray<string> => {
  const called = names.project({ template, playbook });
  return [
    ...criteria.flatMap(({ criterion, met, comment: said }) => {
      const what = called.criterion(criterion);
      return met ? [] : [fill(words.unmet, { what: said === undefined ? what : `${what} (${said})` })];
    }),
    ...conditions.map(({ text, due, fulfilledAt, late }) => {
      const met = late ? words.fulfilledLate : words.fulfilled;
      return fill(words.condition, {
        text,
        due: names.time(due),
        state: fulfilledAt === null ? words.notFulfilled : met,
      });
    }),
    ...(to === null ? [] : [fill(words.backTo, { phase: called.phase(to) })]),
    ...(redo.length === 0 ? [] : [fill(words.redo, { what: redo.map(called.activity).join(words.listing) })]),
    ...(comment === null ? [] : [comment]),
  ];
};

/** Prints what went past a gate, for people. */
export const printConformance = (session: Session, { found, names }: Answer<ConformanceAnswer>): void => {
  const { projects, moves, findings, knownAt } = found;
  const counts = { projects, moves, findings: findings.length, knownAt };
  line(session, findings.length === 0 ? 'conforms' : 'breaches', counts);
  if (findings.length === 0) return;
  const { words } = session.texts;
  table(session, {
    head: [words.effective, words.project, words.finding, words.detail, words.receipt],
    rows: findings.map(({ type, project, at, stream, revision, ...detail }) => [
      names.time(at),
      project,
      type,
      Object.values(detail).join(', '),
      `${stream}#${revision}`,
    ]),
  });
};
