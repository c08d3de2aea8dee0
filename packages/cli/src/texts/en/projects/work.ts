import type { WorkRefusal } from '@millrace/sales';

type Type = Exclude<WorkRefusal['type'], 'EffectiveBeforeLast' | 'DoubledTerm'>;

/** Refusals about the work of a project. */
export const work: { readonly [T in Type]: string } = {
  StepUnknown: 'activity {activity} has no step "{step}"',
  StepOutOfOrder: 'step {step} of activity {activity} is out of order: {expected} comes first',
  StepsMissing: 'activity {activity} lacks steps: {steps}',
  AnalysisExpected: 'activity {activity} is an analysis ({analysis}) and is recorded part by part',
  AnalysisUnknown: 'the process has no analysis of this kind: {analysis}',
  NeedNotOfCustomer: 'a need belongs to the analysis of the customer, not to this one: {analysis}',
  NeedMissing: 'the need of the customer is not recorded, so {activity} is not complete',
  WaivedBeforeSigning: 'activity {activity} of phase {phase} leads to the contract and is never waived',
  WaivedUnsigned: 'activity {activity} may be waived only once the contract is signed, at the end of {signedIn}',
  WaiverNotIndependent: '{person} asked to waive {activity} and may not approve it in a team of {team}',
  ActivityAlreadyDone: 'activity {activity} is done already',
  ElementsMissing: 'the establishment lacks {elements}',
  GradeOutOfRange: '{of} is {grade}; it is from 1 to {most}',
  SaysNothing: '{command} says nothing',
  PlanEndsBeforeStart: '{id} is planned to end on {to}, before it begins on {from}',
  StakeholderUnknown: 'stakeholder "{stakeholder}" is not mapped',
  ReportsInCircle: '{stakeholder} reports to {reportsTo}, who reports to {stakeholder} in the end',
  RelatedToItself: '{stakeholder} is not related to itself',
  PurchaseStepBehind: 'the buyer is at step {observed} of {flow}; {step} lies behind it',
};
