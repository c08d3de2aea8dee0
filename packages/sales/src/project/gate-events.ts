/** Events of a project's gates. Storage format: append-only. @source PRJ-5, PRJ-37, Q10..Q13, GAT-1..8 */
import { BusinessId, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { ReviewForm } from '../process/index.js';
import { Term, Words } from '../terms.js';
import { Condition, CriterionResult, Evidence, GateDecision, Independence, Reviewer } from './terms.js';

export const gateSpecs = {
  /** `gates`: of the template, one or several merged. `plannedTeam`: who is to join. @source GAT-7 */
  GateReviewRequested: {
    data: struct({
      review: BusinessId,
      gates: t.readonlyArray(Term),
      requestedBy: BusinessId,
      plannedTeam: t.readonlyArray(BusinessId),
    }),
  },
  /** Decided once. `to` and `redo`: of a recycle; `conditions`: of a conditional go. */
  GateDecided: {
    data: struct(
      {
        review: BusinessId,
        gates: t.readonlyArray(Term),
        decision: GateDecision,
        chair: BusinessId,
        reviewers: t.readonlyArray(Reviewer),
        independence: Independence,
        form: ReviewForm,
        criteria: t.readonlyArray(CriterionResult),
        evidence: t.readonlyArray(Evidence),
      },
      {
        conditions: t.readonlyArray(Condition),
        to: Term,
        redo: t.readonlyArray(Term),
        comment: Words,
      },
    ),
  },
  ConditionFulfilled: {
    data: struct({ review: BusinessId, condition: Term, confirmedBy: BusinessId, late: t.boolean }),
  },
};
