import type { TailoringFault } from '@millrace/sales';

/** Why a tailored process is turned down. */
export const tailoring: { readonly [Type in TailoringFault['type']]: string } = {
  StageEmpty: 'stage {place} has no phase',
  GateEmpty: 'gate {place} is none of the template',
  TailoringAdds: 'the template has no {what} "{id}"',
  TailoringDoubles: '{what} {id} is there more than once',
  TailoringDrops: '{what} {id} is missing',
  StepsReordered: 'the steps of activity {activity} stand in another order',
  PhasesNotAdjacent: 'phase {phase} stands where {expected} comes next: only adjacent phases are merged',
  MergedAcrossSigning: 'phase {phase} comes after signing, and is not merged with {signedIn}',
  ChecklistItemMoved: 'checklist item {item} stands in a stage without phase {phase}',
  ActivityMovedAcrossGate: 'activity {activity} came to the other side of gate {gate}',
  GatesMergedWrongly: 'gates {gate} and {other} are wrongly {are}',
  GateMisplaced: 'gate {gate} guards {guards}, and belongs at {expected}',
  CriteriaNotUnion: 'criterion {missing} does not stand at its gate {gate}',
  ReviewerRolesNotUnion: 'gate {gate} asks for other roles than the template (missing: {missing}; too many: {extra})',
  FormNotAllowed: 'gate {gate} may not be reviewed by {form} with {reviewers} reviewers',
  StagesTouchEntered: 'phase {phase} was entered, and its stage stays as it is',
  GateAlreadyRequested: 'a review of gate {gate} was requested, and it stays as it is',
};
