import type { PlaybookFault } from '@millrace/sales';

/** Faults of what a playbook says of sales projects; `process/faults.test.ts` meets each. */
export type FaultOfProjects = Extract<
  PlaybookFault['type'],
  | 'ChannelMissing'
  | 'WeightOutOfRange'
  | 'WeightsNotWhole'
  | 'BehaviourOutOfRange'
  | 'BehaviourWithoutSample'
  | 'ReportsToItself'
  | 'ReservedPhase'
  | 'FlowStepTooEarly'
  | 'RotsAtOnce'
  | 'GateAtNoPhase'
  | 'GateBeyondLastPhase'
  | 'BoundaryGuardedTwice'
  | 'GateWithoutReviewers'
  | 'GateRoleOfNobody'
  | 'GateDecidedByNobody'
  | 'ReviewerRoleDoubled'
  | 'GateReviewersBelowOne'
  | 'CeilingCurrency'
  | 'CeilingBelowZero'
  | 'CriterionTestsNothing'
  | 'CriterionBehindGate'
  | 'MinimumScoreOutOfRange'
>;
