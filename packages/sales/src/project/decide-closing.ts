/** Ends, and beginnings after them. @source metrics.md section 1, PRJ-33 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import { type Named, termsOf } from '../playbook/index.js';
import { phasesNow, whenWon } from './boundary.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { projectRules } from './decide-discovery.js';
import { isTermOf, moveOnTime, notClosed, rulesOf, undecided, whenOpened } from './policy.js';
import type { Check, Decision } from './refusals.js';
import type { Ended, OpenedProject, Opportunity, Project } from './state.js';

type Close = CommandTo<'CloseProject'>;

export const close = (command: Close, project: Project, context: Ruled): Decision => {
  if (project.status === 'undiscovered') return refuse({ type: 'ProjectUnknown', project: command.project });
  if (command.outcome === 'won') return closeDelivery(command, project, context);
  const { ended } = project;
  if (ended !== undefined && sameEnd(command, ended)) return E.right([]);
  return unless(
    [
      undecided(project),
      hasReason(command, project, context),
      isDuplicate(command, context),
      project.status === 'opened'
        ? moveOnTime(project, context)
        : notBefore('project', project.origin.discoveredAt, context),
    ],
    () => [closed(command, context)],
  );
};

/** After a win: delivery is over, and the outcome stays. */
const closeDelivery = (command: Close, project: Opportunity | OpenedProject, context: Ruled): Decision => {
  const opened = whenOpened(project, command.project);
  if (E.isLeft(opened)) return opened;
  const { ended, closedAt } = opened.right;
  if (ended?.outcome === 'won' && closedAt !== undefined) return E.right([]);
  return unless(
    [
      notClosed(opened.right),
      whenWon(opened.right),
      hasReason(command, project, context),
      isDuplicate(command, context),
      moveOnTime(opened.right, context),
    ],
    () => [closed(command, context)],
  );
};

const closed = ({ outcome, reason, competitor, duplicateOf }: Close, { effectiveAt }: Ruled) => ({
  type: 'ProjectClosed' as const,
  data: { outcome, ...defined({ reason, competitor, duplicateOf }) },
  effectiveAt,
});

const sameEnd = ({ outcome, reason, competitor, duplicateOf }: Close, ended: Ended): boolean =>
  ended.outcome === outcome &&
  ended.reason === reason &&
  ended.competitor === competitor &&
  ended.duplicateOf === duplicateOf;

/** Why it ends is a term of the list of its outcome; a win and a duplicate have no such list. */
const hasReason = ({ outcome, reason }: Close, project: Opportunity | OpenedProject, context: Ruled): Check => {
  const listed = reasonsFor(outcome, project, context);
  if (E.isLeft(listed)) return listed;
  const terms = listed.right;
  if (reason !== undefined) return isTermOf(outcome, terms ?? [], reason);
  return terms === undefined ? ok : refuse({ type: 'ReasonMissing', outcome });
};

const reasonsFor = (
  outcome: Close['outcome'],
  project: Opportunity | OpenedProject,
  context: Ruled,
): Check<ReadonlyArray<Named> | undefined> => {
  switch (outcome) {
    case 'lost':
      return E.map(({ lost }: { readonly lost: ReadonlyArray<Named> }) => lost)(
        project.status === 'opened' ? rulesOf(project, context) : projectRules(context),
      );
    case 'disqualified':
    case 'dormant':
      return E.right(termsOf(context.rules.playbook.customer, outcome));
    case 'duplicate':
    case 'won':
      return E.right(undefined);
  }
};

const isDuplicate = ({ project, outcome, duplicateOf }: Close, { projects }: Ruled): Check => {
  if (outcome !== 'duplicate') return duplicateOf === undefined ? ok : refuse({ type: 'NotADuplicate', outcome });
  if (duplicateOf === undefined) return refuse({ type: 'DuplicateMissing' });
  if (duplicateOf === project) return refuse({ type: 'OwnDuplicate', project });
  const known = projects.get(duplicateOf)?.status ?? 'undiscovered';
  return known === 'undiscovered' ? refuse({ type: 'ProjectUnknown', project: duplicateOf }) : ok;
};

export const reopen = ({ reason }: CommandTo<'ReopenProject'>, project: OpenedProject, context: Ruled): Decision => {
  const { effectiveAt } = context;
  if (project.ended === undefined) return E.right([]);
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  return unless(
    [
      project.ended.outcome === 'won' ? undecided(project) : ok,
      isTermOf('projects.reopening', rules.right.reopening, reason),
      moveOnTime(project, context),
    ],
    () => [
      { type: 'ProjectReopened', data: { reason }, effectiveAt },
      { type: 'PhaseEntered', data: { phases: phasesNow(project), cause: 'reopening' }, effectiveAt },
    ],
  );
};
