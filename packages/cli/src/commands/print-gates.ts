import type { GateLine } from '@millrace/projections';
import type { ConformanceAnswer, GatesAnswer } from 'millrace';
import type { Names } from '../names.js';
import { type Answer, line, type Session, table } from '../session.js';
import { fill } from '../texts/fill.js';

/** Prints the gate log for people. */
export const printGates = (session: Session, { found, names }: Answer<GatesAnswer>): void => {
  const { decisions, knownAt } = found;
  line(session, 'gates', { decisions: decisions.length, knownAt });
  if (decisions.length > 0) gateTable(session, decisions, names);
};

/** A row a decision; what was not met, what was asked for, and what was said stand in its notes. */
const gateTable = (session: Session, decisions: ReadonlyArray<GateLine>, names: Names): void => {
  const { words } = session.texts;
  table(session, {
    head: [words.effective, words.project, words.gate, words.decision, words.reviewers, words.notes, words.receipt],
    rows: decisions.map((one) => {
      const called = names.project(one);
      return [
        names.time(one.at),
        one.project,
        one.gates.map(called.gate).join(' + '),
        words[one.decision],
        [...new Set([one.chair, ...one.reviewers.map(({ person }) => person)])].join(', '),
        notesOf(session, one, names).join('; '),
        `#${one.revision}`,
      ];
    }),
  });
};

/** What there is to say of a decision: its independence first. */
export const notesOf = (
  { texts: { words } }: Session,
  { independence, flaggedBy, criteria, conditions, to, redo, comment, template, playbook }: GateLine,
  names: Names,
): ReadonlyArray<string> => {
  const called = names.project({ template, playbook });
  const unmet = criteria.filter(({ met }) => !met);
  const alone = flaggedBy.length > 0 ? fill(words.selfFlagged, { people: flaggedBy.join(', ') }) : words.self;
  return [
    independence === 'self' ? alone : words.independent,
    ...unmet.map((one) => {
      const what = called.criterion(one.criterion);
      return fill(words.unmet, { what: one.comment === undefined ? what : `${what} (${one.comment})` });
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
    ...(redo.length === 0 ? [] : [fill(words.redo, { what: redo.map(called.activity).join(', ') })]),
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
