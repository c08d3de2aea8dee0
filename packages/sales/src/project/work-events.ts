/** Events of the work on a project. Storage format: append-only. @source PRJ-6..32, GAT-6 */
import { BusinessId, personal, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { AnalysisKind } from '../process/index.js';
import { Term, Words } from '../terms.js';
import { DocumentHash, Evidence, Need, PlannedActivity, PlannedPhase, Qualification, Stance } from './terms.js';

const evidence = t.readonlyArray(Evidence);
const texts = t.readonlyArray(Words);
const stakeholder = BusinessId;

export const workSpecs = {
  StepDone: { data: struct({ activity: Term, step: Term, by: BusinessId, evidence }) },
  ActivityDone: { data: struct({ activity: Term, by: BusinessId, evidence }) },
  /** Only after signing; `sole`: nobody but the requester is on the project. @source PRJ-38, GAT-6 */
  ActivityWaived: {
    data: struct({ activity: Term, reason: Term, requestedBy: BusinessId, approver: BusinessId, sole: t.boolean }),
  },
  /** A document that an activity makes. */
  DocumentRecorded: { data: struct({ document: Term, hash: DocumentHash }) },

  /** `part`: a step of `activity`, which is this analysis; `need`: of the customer's only. @source PRJ-7, PRJ-11 */
  AnalysisRecorded: {
    data: struct({ kind: AnalysisKind, activity: Term, part: Term, finding: Words, by: BusinessId }, { need: Need }),
  },
  ProjectEstablished: {
    data: struct({
      elements: t.readonlyArray(struct({ element: Term, text: Words })),
      team: t.readonlyArray(BusinessId),
    }),
  },
  RegionProfileRecorded: {
    data: struct({ region: Words, features: texts, rivals: texts, trades: texts, sources: t.readonlyArray(Term) }),
  },
  CompetitorNoted: { data: struct({ competitor: Words, note: Words }) },
  /** @units rating: 1 to 10 */
  DecisionFactorsRated: {
    data: struct({ ratings: t.readonlyArray(struct({ factor: Term, own: SafeInteger }, { rival: SafeInteger })) }),
  },
  SwotRecorded: { data: struct({ strengths: texts, weaknesses: texts, opportunities: texts, threats: texts }) },
  ObjectiveSet: { data: struct({ objective: Words, parts: texts }) },
  StrategyChosen: { data: struct({ strategy: Words }) },
  PlanBaselined: {
    data: struct({ goal: Words, phases: t.readonlyArray(PlannedPhase), activities: t.readonlyArray(PlannedActivity) }),
  },

  /** `influence` from 1 to 10. The map is dated: a later one of the same person replaces it. @source PRJ-20, PRJ-24 */
  StakeholderMapped: {
    data: struct(
      { stakeholder, layer: Term, influence: SafeInteger, stance: Stance, keyDecisionMaker: t.boolean },
      { name: personal(t.string), contact: personal(t.string), department: Term, reportsTo: BusinessId },
    ),
  },
  StakeholderStrategySet: { data: struct({ stakeholder, strategy: Words }) },
  /** @source PRJ-27 */
  StakeholdersRelated: { data: struct({ from: stakeholder, to: stakeholder, relation: Term }) },
  /** @source PRJ-29 */
  TacticUsed: { data: struct({ tactic: Term, by: BusinessId }, { stakeholder }) },
  /** "Direct benefit" is a risk to comply with, never a means. @source Q37 */
  DirectBenefitFlagged: { data: struct({ stakeholder }, { note: personal(Words) }) },
  /** @source PRJ-28 */
  RelationshipLevelAssessed: { data: struct({ rung: Term, by: BusinessId }) },
  QualificationAssessed: { data: struct({ qualification: Qualification, by: BusinessId }) },
  /** Beside the seller's phases, not part of them. @source PRJ-15..17 */
  PurchaseStepObserved: { data: struct({ flow: Term, step: Term }) },
};
