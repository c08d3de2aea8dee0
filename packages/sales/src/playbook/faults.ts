/** What makes a playbook unfit to be published, and where. */
export type PlaybookFault =
  | TermFault
  | StageFault
  | ClassFault
  | PermissionFault
  | PeopleFault
  | ProjectFault
  | ProcessFault
  | GateFault
  | CriterionFault
  | ChangeFault;

/** Lists of sales projects are named by their path: `projects.channels`, `projects.processes.<id>.phases`. */
type TermFault =
  | { readonly type: 'DoubledTerm'; readonly list: string; readonly id: string }
  | { readonly type: 'EmptyList'; readonly list: string };

type StageFault =
  | { readonly type: 'UndefinedTerm'; readonly list: string; readonly id: string }
  | { readonly type: 'ReservedStage'; readonly stage: string }
  | { readonly type: 'PurchaseStageNotLast'; readonly stage: string; readonly last: string }
  | { readonly type: 'PurchaseStageFirst'; readonly stage: string }
  | { readonly type: 'BuyerStepTooEarly'; readonly step: string; readonly stage: string; readonly after: string }
  | { readonly type: 'BenchmarkMismatch'; readonly stages: number; readonly benchmark: number }
  /** Each figure is from 1 to the one before it, `most`; places are numbered from 1. */
  | { readonly type: 'BenchmarkOutOfRange'; readonly place: number; readonly figure: number; readonly most: number };

/** Rules of the classification are numbered from 1. */
type ClassFault =
  | { readonly type: 'WindowTooShort'; readonly windowDays: number }
  | { readonly type: 'BarCurrency'; readonly rule: number; readonly currency: string; readonly expected: string }
  | { readonly type: 'BarNotAboveZero'; readonly rule: number; readonly minor: number }
  | { readonly type: 'RuleNeverReached'; readonly rule: number };

type PermissionFault =
  | { readonly type: 'SystemRoleOfPersons'; readonly role: string }
  | { readonly type: 'CommandUnheardOf'; readonly role: string; readonly command: string }
  | { readonly type: 'CommandDoubled'; readonly role: string; readonly command: string }
  | { readonly type: 'NobodyMayPublish' };

type PeopleFault =
  | { readonly type: 'SettlementDueBeforeEnd'; readonly settlementDueDays: number }
  | { readonly type: 'NoRowsShown'; readonly rows: number };

type ProjectFault =
  | { readonly type: 'ChannelMissing'; readonly channel: string }
  /** A weight is from 1 to `most`, in basis points. */
  | { readonly type: 'WeightOutOfRange'; readonly factor: string; readonly weightBp: number; readonly most: number }
  | { readonly type: 'WeightsNotWhole'; readonly sum: number; readonly expected: number }
  | { readonly type: 'ReportsToItself'; readonly department: string }
  /** A share is from 0 to `most`, in basis points. */
  | { readonly type: 'BehaviourOutOfRange'; readonly behaviour: string; readonly bp: number; readonly most: number }
  | { readonly type: 'BehaviourWithoutSample'; readonly minimumProjects: number };

type ProcessFault =
  | { readonly type: 'ReservedPhase'; readonly process: string; readonly phase: string }
  | {
      readonly type: 'FlowStepTooEarly';
      readonly process: string;
      readonly flow: string;
      readonly step: string;
      readonly phase: string;
      readonly after: string;
    }
  | { readonly type: 'RotsAtOnce'; readonly process: string; readonly phase: string; readonly rottingDays: number };

/** A fault of a gate: of which, and of whose. */
interface OfGate {
  readonly process: string;
  readonly gate: string;
}

type GateFault = OfGate &
  (
    | { readonly type: 'GateAtNoPhase'; readonly phase: string }
    | { readonly type: 'GateBeyondLastPhase'; readonly phase: string }
    | { readonly type: 'BoundaryGuardedTwice'; readonly other: string }
    | { readonly type: 'GateWithoutReviewers' }
    | { readonly type: 'GateRoleOfNobody'; readonly role: string }
    /** None of its reviewers may ask for a decision. */
    | { readonly type: 'GateDecidedByNobody'; readonly roles: ReadonlyArray<string> }
    | { readonly type: 'ReviewerRoleDoubled'; readonly role: string }
    | { readonly type: 'GateReviewersBelowOne'; readonly reviewers: number }
    | { readonly type: 'CeilingCurrency'; readonly currency: string; readonly expected: string }
    | { readonly type: 'CeilingBelowZero'; readonly minor: number }
  );

type CriterionFault = { readonly process: string; readonly criterion: string } & (
  | {
      readonly type: 'CriterionTestsNothing';
      readonly list: 'activities' | 'analyses' | 'documents' | 'layers';
      readonly id: string;
    }
  /** What it tests is done in `phase`, which stands after the gate. */
  | { readonly type: 'CriterionBehindGate'; readonly gate: string; readonly id: string; readonly phase: string }
  /** A score is from 1 to 10. */
  | { readonly type: 'MinimumScoreOutOfRange'; readonly minimumScore: number }
);

type ChangeFault =
  | { readonly type: 'TermRemoved'; readonly list: string; readonly id: string }
  | { readonly type: 'StagesReordered'; readonly stage: string }
  | { readonly type: 'PurchaseStageChanged'; readonly from: string; readonly to: string }
  | { readonly type: 'ClassificationVersionReused'; readonly version: string };
