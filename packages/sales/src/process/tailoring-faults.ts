/** What a tailoring must not do to a process. @source PRJ-36..38, GAT-4 */
import type { Boundary, ReviewForm } from './terms.js';

/** Something of a template that a tailoring must have once; a step is known only with its activity. */
export type TailoredPart =
  | { readonly what: 'phase' | 'activity' | 'checklistItem' | 'gate' | 'criterion'; readonly id: string }
  | { readonly what: 'step'; readonly id: string; readonly activity: string };

/** Places are numbered from 1. */
type PartFault =
  /** A stage holds no phase. */
  | { readonly type: 'StageEmpty'; readonly place: number }
  /** What stands as a gate is none of the template's. */
  | { readonly type: 'GateEmpty'; readonly place: number }
  /** It has what the template lacks: an addition is a new version of the template. */
  | ({ readonly type: 'TailoringAdds' } & TailoredPart)
  /** It has something more than once. */
  | ({ readonly type: 'TailoringDoubles' } & TailoredPart)
  /** It lacks what the template has. */
  | ({ readonly type: 'TailoringDrops' } & TailoredPart);

type OrderFault =
  /** The steps of an activity are all there, in another order than the template's. */
  | { readonly type: 'StepsReordered'; readonly activity: string }
  /** `phase` stands where the template has `expected`: only adjacent phases are merged, and all stay in order. */
  | { readonly type: 'PhasesNotAdjacent'; readonly phase: string; readonly expected: string }
  /** A stage holds the phase in which the contract is signed, and one after it. */
  | { readonly type: 'MergedAcrossSigning'; readonly signedIn: string; readonly phase: string }
  /** An item stands in a stage without its phase, whose exit it is about. */
  | { readonly type: 'ChecklistItemMoved'; readonly item: string; readonly phase: string }
  /** An activity came to the other side of a gate, in a stage without its own phase. */
  | { readonly type: 'ActivityMovedAcrossGate'; readonly activity: string; readonly gate: string };

type GateFault =
  /** Two gates are one though they guard different boundaries, or are apart though they guard the same. */
  | {
      readonly type: 'GatesMergedWrongly';
      readonly gate: string;
      readonly other: string;
      readonly are: 'merged' | 'apart';
    }
  /** A gate stands elsewhere than at its boundary, which within a stage is the exit of that stage. */
  | { readonly type: 'GateMisplaced'; readonly gate: string; readonly guards: Boundary; readonly expected: Boundary }
  /** A criterion of the gate stands at another gate. */
  | { readonly type: 'CriteriaNotUnion'; readonly gate: string; readonly missing: string }
  /** A role that the gate asks for is missing. */
  | { readonly type: 'ReviewerRolesNotUnion'; readonly gate: string; readonly missing: string }
  /** A role is there that none of the merged gates asks for, or is there twice. */
  | { readonly type: 'ReviewerRolesNotUnion'; readonly gate: string; readonly extra: string }
  /** The form is neither the template's nor a simplification for projects of this size. */
  | { readonly type: 'FormNotAllowed'; readonly gate: string; readonly form: ReviewForm; readonly reviewers: number };

type StandingFault =
  /** A stage is changed of which a phase was entered before. */
  | { readonly type: 'StagesTouchEntered'; readonly phase: string }
  /** A gate is changed for which a review was requested before. */
  | { readonly type: 'GateAlreadyRequested'; readonly gate: string };

/** Why a tailoring is turned down. */
export type TailoringFault = PartFault | OrderFault | GateFault | StandingFault;
