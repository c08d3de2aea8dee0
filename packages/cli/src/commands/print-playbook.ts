import type { Gate, Permissions, Phase, ProcessTemplate } from '@millrace/sales';
import type { NamedPlaybook } from '../playbook/find.js';
import { amountOf } from '../render/money.js';
import { line, type Session, table } from '../session.js';
import { fill } from '../texts/fill.js';

/** Prints the processes of a playbook: their phases with what is done in them, and the gates between. */
export const printPlaybook = (session: Session, { version, playbook }: NamedPlaybook): void => {
  const { zone, currency, projects } = playbook;
  line(session, 'playbook', { version, zone, currency, processes: projects?.processes.length ?? 0 });
  for (const process of projects?.processes ?? []) printProcess(session, process, playbook.permissions);
};

const printProcess = (session: Session, process: ProcessTemplate, permissions: Permissions): void => {
  const { words } = session.texts;
  const named = namer(session);
  session.io.out(`\n${named(process)} (${process.id})\n`);
  table(session, {
    head: [words.phase, words.activity, words.exit],
    rows: process.phases.map((phase) => [
      named(phase),
      phase.activities.map(named).join('; '),
      exitOf(session, process, phase),
    ]),
  });
  if (process.gates.length === 0) return;
  table(session, {
    head: [words.gate, words.criteria, words.reviewers],
    rows: process.gates.map((gate) => [
      named(gate),
      gate.criteria.map((one) => (one.must ? `${named(one)} *` : named(one))).join('; '),
      reviewOf(session, gate, permissions),
    ]),
  });
  line(session, 'mustMeet');
};

const namer =
  ({ language }: Session) =>
  ({ name }: { readonly name: { readonly en: string; readonly zh: string } }): string =>
    name[language];

/** What stands at the end of a phase: a gate, signing, a checklist, or nothing. */
const exitOf = (session: Session, { gates, signedIn }: ProcessTemplate, { id, checklist }: Phase): string => {
  const { words } = session.texts;
  const named = namer(session);
  const here = gates.filter(({ guards }) => (guards.at === 'exit' ? guards.phase : signedIn) === id);
  return [...here.map(named), ...(signedIn === id ? [words.contract] : []), ...checklist.map(named)].join('; ');
};

const reviewOf = (
  { language, texts: { words } }: Session,
  { reviewerRoles, reviewers, form, selfReviewUpTo }: Gate,
  permissions: Permissions,
): string => {
  const listed = permissions.allow === 'all' ? [] : permissions.roles;
  const roles = reviewerRoles.map((id) => listed.find(({ role }) => role === id)?.name[language] ?? id);
  return [
    `${roles.join(', ')} (${reviewers}, ${words[form]})`,
    ...(selfReviewUpTo === undefined ? [] : [fill(words.selfUpTo, { amount: amountOf(selfReviewUpTo) })]),
  ].join('; ');
};
