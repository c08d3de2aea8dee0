/** Rules that every part of a project asks. */
import type { Instant, Money } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import { notBefore } from '../dating.js';
import { roleIn } from '../governance/index.js';
import { goneSince, joinedBy } from '../person/readable.js';
import type { Activity as ActivityOf, Phase, ProcessTemplate, ProjectRules } from '../process/index.js';
import type { Term } from '../terms.js';
import type { Ruled } from './context.js';
import type { Check } from './refusals.js';
import type { OpenedProject, Project } from './state.js';
import type { Evidence } from './terms.js';

/** A project that was opened, whatever became of it. */
export const whenOpened = (project: Project, id: string): Check<OpenedProject> => {
  if (project.status === 'undiscovered') return refuse({ type: 'ProjectUnknown', project: id });
  if (project.status === 'opportunity') return refuse({ type: 'ProjectNotOpened', project: id });
  return E.right(project);
};

/** Work goes on until the project is closed; after a win that is when its delivery is over. */
export const notClosed = (project: OpenedProject): Check => {
  const { closedAt, ended, origin } = project;
  return closedAt === undefined
    ? ok
    : refuse({ type: 'ProjectEnded', project: origin.id, outcome: ended?.outcome ?? 'won', since: closedAt });
};

/** Open: its outcome is not decided. */
export const undecided = ({ ended, origin }: Pick<OpenedProject, 'ended' | 'origin'>): Check =>
  ended === undefined
    ? ok
    : refuse({ type: 'ProjectEnded', project: origin.id, outcome: ended.outcome, since: ended.at });

/** Moves never go back in effective time. @source design.md decision 11 */
export const moveOnTime = ({ movedAt }: OpenedProject, context: Ruled): Check => notBefore('project', movedAt, context);

/** What the playbook that a project keeps says of projects. */
export const rulesOf = (
  { playbook, template }: Pick<OpenedProject, 'playbook' | 'template'>,
  { rules }: Pick<Ruled, 'rules'>,
): Check<ProjectRules> =>
  E.fromNullable({ type: 'TemplateUnknown' as const, template: template as string, playbook })(
    rules.projects[playbook],
  );

/** The template that a project runs, in the version it keeps. */
export const templateOf = (
  project: Pick<OpenedProject, 'playbook' | 'template'>,
  context: Pick<Ruled, 'rules'>,
): Check<ProcessTemplate> => {
  const { template, playbook } = project;
  return E.flatMap(({ processes }: ProjectRules) =>
    E.fromNullable({ type: 'TemplateUnknown' as const, template: template as string, playbook })(
      processes.find(({ id }) => id === template),
    ),
  )(rulesOf(project, context));
};

/** The phase, and the activity of it, by the activity's id. */
export const activityIn = (
  { phases }: ProcessTemplate,
  activity: string,
): Check<{ readonly phase: Phase; readonly activity: ActivityOf }> => {
  for (const phase of phases) {
    const found = phase.activities.find(({ id }) => id === activity);
    if (found !== undefined) return E.right({ phase, activity: found });
  }
  return refuse({ type: 'ActivityUnknown', activity });
};

/** The stage that holds an activity in the process the project runs; -1 where none does. */
export const stageOfActivity = ({ process: { stages } }: OpenedProject, activity: string): number =>
  stages.findIndex(({ activities }) => activities.some((one) => one.activity === activity));

/** Whether a stage was ever entered. */
export const stageEntered = ({ process: { stages }, entered }: OpenedProject, stage: number): boolean =>
  stages[stage]?.phases.some((phase) => entered.some((one) => one.phase === phase)) ?? false;

/** A term of a list, by its id. */
export const isTermOf = (list: string, terms: ReadonlyArray<{ readonly id: Term }>, id: string): Check =>
  terms.some((term) => term.id === id) ? ok : refuse({ type: 'UndefinedTerm', list, id });

/** A person of our side who has joined by then, and not resigned. */
export const isKnown = (person: string, { people, effectiveAt }: Pick<Ruled, 'people' | 'effectiveAt'>): Check => {
  const record = people.get(person);
  if (record === undefined || !joinedBy(record, effectiveAt)) return refuse({ type: 'PersonUnknown', person });
  const since = goneSince(record, effectiveAt);
  return since === undefined ? ok : refuse({ type: 'PersonResigned', person, since });
};

/** In a role that persons hold, one does, decides and asks in one's own name. */
export const inOwnName = (person: string, { actor, role, rules }: Ruled): Check => {
  const held = roleIn(rules.playbook.permissions, role)?.holder === 'person';
  return !held || actor === person ? ok : refuse({ type: 'NotForAnother', person, actor });
};

/** Money of the organisation's currency, not below zero. */
export const isAmount = (amount: Money | undefined, { rules }: Pick<Ruled, 'rules'>): Check => {
  if (amount === undefined) return ok;
  const { currency: reporting } = rules.playbook;
  if (amount.currency !== reporting) {
    return refuse({ type: 'CurrencyNotReporting', currency: amount.currency, reporting });
  }
  return amount.minor < 0 ? refuse({ type: 'AmountBelowZero', amount }) : ok;
};

/** Evidence is there, and no later than what rests on it. @source GAT-8 */
export const isEvidence = (evidence: ReadonlyArray<Evidence>, { times }: Project, decidedAt: Instant): Check => {
  for (const one of evidence) {
    const at = 'document' in one ? one.at : times[one.revision];
    if (at === undefined) {
      const revision = 'revision' in one ? one.revision : 0;
      return refuse({ type: 'EvidenceUnknown', revision, revisions: times.length });
    }
    if (at > decidedAt) return refuse({ type: 'EvidenceLater', at, decidedAt });
  }
  return ok;
};
