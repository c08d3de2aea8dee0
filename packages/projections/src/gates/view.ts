import { eventOf, type View } from '@millrace/kernel';
import type { ProjectEvent } from '@millrace/sales';
import type { Draft } from 'immer';
import type { ProjectEntry } from '../projects/index.js';

/** What opens, closes and guards phases. */
const TYPES = [
  'ProjectOpened',
  'ProjectTransferred',
  'TeamMemberJoined',
  'TeamMemberLeft',
  'SelfReviewFlagged',
  'ProcessTailored',
  'ProcessMigrated',
  'ChecklistItemConfirmed',
  'PhaseEntered',
  'ContractSigned',
  'ContractTerminated',
  'ProjectClosed',
  'ProjectReopened',
  'GateReviewRequested',
  'GateDecided',
  'ConditionFulfilled',
] as const satisfies ReadonlyArray<ProjectEvent['type']>;

export type MoveEvent = Extract<ProjectEvent, { readonly type: (typeof TYPES)[number] }>;

/** The moves of a project, in the order in which they were recorded. */
export interface GateDocument {
  readonly moves: ReadonlyArray<ProjectEntry<MoveEvent>>;
}

const types: ReadonlySet<string> = new Set(TYPES);

/** Whether an event moves a project, or decides whether it may. */
export const isMove = (event: ProjectEvent): event is MoveEvent => types.has(event.type);

/** What went through which gate, by project. @source PRJ-5, GAT-1..8 */
export const gatesView: View<ProjectEvent, GateDocument> = {
  name: 'gates',
  version: 1,
  kinds: ['project'],
  empty: () => ({ moves: [] }),
  on: (envelope) => {
    const event = eventOf(envelope);
    if (!isMove(event)) return [];
    return [
      {
        key: envelope.stream.slice('project-'.length),
        change: (doc: Draft<GateDocument>): undefined => {
          doc.moves.push({ by: envelope.revision, at: event.effectiveAt, event: event as Draft<MoveEvent> });
        },
      },
    ];
  },
};
