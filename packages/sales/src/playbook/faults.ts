/** What makes a playbook unfit to be published, and where. */
export type PlaybookFault = TermFault | StageFault | ClassFault | PermissionFault | PeopleFault | ChangeFault;

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

type ChangeFault =
  | { readonly type: 'TermRemoved'; readonly list: string; readonly id: string }
  | { readonly type: 'StagesReordered'; readonly stage: string }
  | { readonly type: 'PurchaseStageChanged'; readonly from: string; readonly to: string }
  | { readonly type: 'ClassificationVersionReused'; readonly version: string };
