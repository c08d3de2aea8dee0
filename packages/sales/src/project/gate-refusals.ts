/** Why a gate's review is not requested, not decided, or a condition of it not fulfilled. */
import type { Instant } from '@millrace/kernel';
import type { GateDecision } from './terms.js';

export type GateRefusal = RequestRefusal | ReviewRefusal | IndependenceRefusal | VerdictRefusal | ConditionRefusal;

type RequestRefusal =
  | { readonly type: 'GateUnknown'; readonly gate: string }
  /** Only the gate at the end of the current stage is reviewed; `phase`: the last one of that stage. */
  | { readonly type: 'GateNotAtExit'; readonly gate: string; readonly phase: string }
  | { readonly type: 'ReviewIdTaken'; readonly review: string }
  | { readonly type: 'ReviewUndecided'; readonly review: string; readonly gate: string }
  | { readonly type: 'GateAlreadyPassed'; readonly gate: string; readonly review: string };

type ReviewRefusal =
  | { readonly type: 'ReviewUnknown'; readonly review: string }
  | { readonly type: 'ReviewAlreadyDecided'; readonly review: string; readonly decision: GateDecision }
  /** After the contract was ended no phase is entered. */
  | { readonly type: 'ContractEnded'; readonly terminatedAt: Instant }
  | {
      readonly type: 'DecisionTakesNo';
      readonly decision: GateDecision;
      readonly field: 'conditions' | 'to' | 'redo';
    }
  | { readonly type: 'ConditionsMissing' }
  | { readonly type: 'ConditionDoubled'; readonly condition: string }
  | { readonly type: 'RecyclePhaseMissing' }
  /** `phase`: the last one of the current stage. @source GAT-3 */
  | { readonly type: 'RecycleAhead'; readonly to: string; readonly phase: string }
  | { readonly type: 'RecycleAcrossSigning'; readonly to: string; readonly signedIn: string }
  | { readonly type: 'RedoNotDone'; readonly activity: string };

/** Why a review is not an independent one, or not one of oneself. @source LAW-39, PRJ-37, Q13, GAT-7 */
export type IndependenceRefusal =
  | { readonly type: 'ChairRequestedReview'; readonly chair: string }
  | { readonly type: 'RoleNotFilled'; readonly role: string }
  | { readonly type: 'ReviewTooSmall'; readonly found: number; readonly needed: number }
  | { readonly type: 'ReviewerWithoutRole'; readonly person: string; readonly role: string }
  /** `others`: who else is, was or is to be on the team. */
  | { readonly type: 'SelfReviewNotAllowed'; readonly others: ReadonlyArray<string> }
  | { readonly type: 'SelfReviewAboveCeiling'; readonly minor: number; readonly ceiling: number }
  | { readonly type: 'SelfReviewAmountUnknown'; readonly ceiling: number };

/** What is wrong with what reviewers say, before it is asked what follows from it. */
export type JudgementRefusal =
  | { readonly type: 'UnknownCriterion'; readonly criterion: string }
  | { readonly type: 'CriterionJudgedTwice'; readonly criterion: string }
  | { readonly type: 'ScoreOutOfRange'; readonly criterion: string; readonly score: number };

/** @source PRJ-5 */
type VerdictRefusal =
  | JudgementRefusal
  | { readonly type: 'ChairNotReviewer'; readonly chair: string }
  | { readonly type: 'MustMeetUnmet'; readonly criteria: ReadonlyArray<string> }
  | { readonly type: 'CommentMissing'; readonly criterion: string }
  | { readonly type: 'ChecklistIncomplete'; readonly items: ReadonlyArray<string> };

type ConditionRefusal =
  | { readonly type: 'ConditionUnknown'; readonly review: string; readonly condition: string }
  /** A new review was requested, or the gate is to be decided anew. */
  | { readonly type: 'ConditionsLapsed'; readonly review: string }
  | { readonly type: 'NotAReviewer'; readonly person: string; readonly review: string };
