/** Whole logs of projects, and an instant to ask them as of. */
import { type Envelope, eventOf, type Instant } from '@millrace/kernel';
import type { RulesByVersion } from '@millrace/projections';
import type { ProjectEvent } from '@millrace/sales';
import { type GeneratedProjects, type ProjectLogsOptions, projectLogs, rulesWith } from '@millrace/testing';
import fc from 'fast-check';
import { AFTER } from './project-histories.js';
import type { ProjectLog } from './projects.js';

export type Of<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { readonly type: Type }>;

/** An event of a type, and where it stands. */
export interface Found<Event> {
  readonly stream: string;
  readonly revision: number;
  readonly event: Event;
}

const isOf = <Type extends ProjectEvent['type']>(event: ProjectEvent, type: Type): event is Of<Type> =>
  event.type === type;

/** All events of a type, as recorded. */
export const allOf = <Type extends ProjectEvent['type']>(log: ProjectLog, type: Type): ReadonlyArray<Found<Of<Type>>> =>
  log.flatMap((envelope: Envelope<ProjectEvent>) => {
    const event = eventOf(envelope);
    return isOf(event, type) ? [{ stream: envelope.stream, revision: envelope.revision, event }] : [];
  });

export interface AskedLog extends GeneratedProjects {
  readonly asOf: Instant;
}

/** A log, and an instant of it or after everything. */
export const askedLogs = (options?: ProjectLogsOptions): fc.Arbitrary<AskedLog> =>
  fc.tuple(projectLogs(options), fc.option(fc.nat())).map(([generated, pick]) => ({
    ...generated,
    asOf: (pick === null ? undefined : generated.log[pick % generated.log.length]?.meta.effectiveAt) ?? AFTER,
  }));

/** What each version of the playbook says of projects, in a log. */
export const rulesIn = ({ log, template }: GeneratedProjects): RulesByVersion => {
  const runs = [...allOf(log, 'ProjectOpened'), ...allOf(log, 'ProcessMigrated')];
  return Object.fromEntries(runs.map(({ event }) => [event.data.playbook, rulesWith(template)]));
};

/** What had happened by an instant. */
export const until = (log: ProjectLog, asOf: Instant): ProjectLog => log.filter(({ meta }) => meta.effectiveAt <= asOf);

/** What happened to one project. */
export const ownOf = (log: ProjectLog, project: string): ProjectLog =>
  log.filter(({ stream }) => stream === `project-${project}`);
