/** What can be asked of the work on a project. */
import { BusinessId, personal, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { AnalysisKind } from '../process/index.js';
import { Term, Words } from '../terms.js';
import { DocumentHash, Evidence, Need, PlannedActivity, PlannedPhase, Qualification, Stance } from './terms.js';

const project = BusinessId;
const stakeholder = BusinessId;
const by = BusinessId;
const evidence = { evidence: t.readonlyArray(Evidence) };
const texts = t.readonlyArray(Words);

export const workCommands = {
  DoStep: struct({ project, activity: Term, step: Term, by }, evidence),
  FinishActivity: struct({ project, activity: Term, by }, evidence),
  WaiveActivity: struct({ project, activity: Term, reason: Term, requestedBy: BusinessId, approver: BusinessId }),
  RecordDocument: struct({ project, document: Term, hash: DocumentHash }),

  RecordAnalysis: struct({ project, kind: AnalysisKind, part: Term, finding: Words, by }, { need: Need }),
  EstablishProject: struct({
    project,
    elements: t.readonlyArray(struct({ element: Term, text: Words })),
    team: t.readonlyArray(BusinessId),
  }),
  RecordRegionProfile: struct({
    project,
    region: Words,
    features: texts,
    rivals: texts,
    trades: texts,
    sources: t.readonlyArray(Term),
  }),
  NoteCompetitor: struct({ project, competitor: Words, note: Words }),
  RateDecisionFactors: struct({
    project,
    ratings: t.readonlyArray(struct({ factor: Term, own: SafeInteger }, { rival: SafeInteger })),
  }),
  RecordSwot: struct({ project, strengths: texts, weaknesses: texts, opportunities: texts, threats: texts }),
  SetObjective: struct({ project, objective: Words, parts: texts }),
  ChooseStrategy: struct({ project, strategy: Words }),
  BaselinePlan: struct({
    project,
    goal: Words,
    phases: t.readonlyArray(PlannedPhase),
    activities: t.readonlyArray(PlannedActivity),
  }),

  MapStakeholder: struct(
    { project, stakeholder, layer: Term, influence: SafeInteger, stance: Stance, keyDecisionMaker: t.boolean },
    { name: personal(t.string), contact: personal(t.string), department: Term, reportsTo: BusinessId },
  ),
  SetStakeholderStrategy: struct({ project, stakeholder, strategy: Words }),
  RelateStakeholders: struct({ project, from: stakeholder, to: stakeholder, relation: Term }),
  UseTactic: struct({ project, tactic: Term, by }, { stakeholder }),
  FlagDirectBenefit: struct({ project, stakeholder, note: personal(Words) }),
  AssessRelationshipLevel: struct({ project, rung: Term, by }),
  AssessQualification: struct({ project, qualification: Qualification, by }),
  ObservePurchaseStep: struct({ project, flow: Term, step: Term }),
};
