/** The rules of tailoring, in the order in which they are asked. */
import * as E from 'fp-ts/lib/Either.js';
import type { TailoringAsked, TailoringRule } from './tailoring-asked.js';
import type { TailoringFault } from './tailoring-faults.js';
import { formsAreAllowed } from './tailoring-forms.js';
import { criteriaAreUnited, gatesMergeAtOneBoundary, gatesStandAtExits, rolesAreUnited } from './tailoring-gates.js';
import { indexed } from './tailoring-index.js';
import {
  nothingIsAdded,
  nothingIsDoubled,
  nothingIsDropped,
  nothingIsEmpty,
  stepsKeepOrder,
} from './tailoring-parts.js';
import {
  activitiesStayAtTheirGates,
  checklistsStay,
  noMergeAcrossSigning,
  phasesStayInOrder,
} from './tailoring-stages.js';
import { enteredStagesStand, requestedGatesStand } from './tailoring-standing.js';

const rules: ReadonlyArray<TailoringRule> = [
  nothingIsEmpty,
  nothingIsAdded,
  nothingIsDoubled,
  nothingIsDropped,
  stepsKeepOrder,
  phasesStayInOrder,
  noMergeAcrossSigning,
  checklistsStay,
  activitiesStayAtTheirGates,
  gatesMergeAtOneBoundary,
  gatesStandAtExits,
  criteriaAreUnited,
  rolesAreUnited,
  enteredStagesStand,
  requestedGatesStand,
  formsAreAllowed,
];

/**
 * Whether a project may run its process as proposed, or the first rule that this breaks: of what there
 * is, of its order, of gates, of what has begun, and last of the forms of reviews.
 *
 * The template is one that was published. The time grows with the size of the process, not with its square.
 *
 * @source PRJ-36..38, GAT-4
 */
export const checkTailoring = (asking: TailoringAsked): E.Either<TailoringFault, undefined> => {
  const asked = indexed(asking);
  for (const rule of rules) {
    const fault = rule(asked);
    if (fault !== undefined) return E.left(fault);
  }
  return E.right(undefined);
};
