import type { Documents, Instant } from '@millrace/kernel';
import { projectStream } from '@millrace/sales';
import { byProject, entriesUntil, type ProjectDocument, type ProjectEntry } from '../projects/index.js';
import type { EventRef } from '../receipt.js';
import { type Course, courseAt, follow } from './course.js';
import { checkDecision } from './decisions.js';
import { checkEntry, checkSigning } from './entries.js';
import type { Breach } from './findings.js';
import { isMove, type MoveEvent } from './view.js';

/** A move that the rules of its project do not allow, and the event that made it. */
export type Finding = Breach & EventRef & { readonly project: string; readonly at: Instant };

export interface Conformance {
  /** Opened projects that were looked at. */
  readonly projects: number;
  /** Entries, signings and decisions that were looked at. */
  readonly moves: number;
  /** By project, as recorded; none of what our deciders wrote. */
  readonly findings: ReadonlyArray<Finding>;
}

/**
 * What reached a phase without its gate, was signed without one, or was decided by who may not.
 *
 * It reads the events alone and shares no rule with the decider.
 *
 * @source GAT-1..3, GAT-7, GAT-8, LAW-39
 */
export const conformance = (documents: Documents<ProjectDocument>, asOf: Instant): Conformance => {
  let projects = 0;
  let moves = 0;
  const findings: Array<Finding> = [];
  for (const [project, document] of byProject(documents)) {
    const stream = projectStream(project);
    let course: Course | undefined;
    const entries = entriesUntil(document, asOf);
    for (const [place, { by, at, event }] of entries.entries()) {
      if (!isMove(event)) continue;
      if (event.type === 'ProjectOpened') {
        projects += 1;
        course = courseAt(event.data);
        continue;
      }
      if (course === undefined) continue;
      const breaches = checked(course, event, at, () => entries.slice(0, place));
      if (breaches !== undefined) {
        moves += 1;
        findings.push(...breaches.map((breach) => ({ ...breach, project, at, stream, revision: by })));
      }
      follow(course, event);
    }
  }
  return { projects, moves, findings };
};

/** What is wrong with a move; nothing at all for an event that is none. */
const checked = (
  course: Course,
  event: MoveEvent,
  at: Instant,
  before: () => ReadonlyArray<ProjectEntry>,
): ReadonlyArray<Breach> | undefined => {
  switch (event.type) {
    case 'PhaseEntered':
      return checkEntry(course, event.data.phases);
    case 'ContractSigned':
      return checkSigning(course);
    case 'GateDecided':
      return checkDecision(course, event.data, at, before());
    default:
      return undefined;
  }
};
