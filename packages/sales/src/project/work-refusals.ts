/** Every way a command about the work on a project can be turned down. */
import type { EffectiveBeforeLast } from '../dating.js';
import type { AnalysisKind } from '../process/index.js';

export type WorkRefusal =
  | { readonly type: 'StepUnknown'; readonly activity: string; readonly step: string }
  /** Steps go in the order of the template. @source PRJ-36, PRJ-43 */
  | { readonly type: 'StepOutOfOrder'; readonly activity: string; readonly step: string; readonly expected: string }
  | { readonly type: 'StepsMissing'; readonly activity: string; readonly steps: ReadonlyArray<string> }
  /** Dated before the step that comes first. */
  | EffectiveBeforeLast<'activity'>
  /** The activity is an analysis, which is recorded part by part. */
  | { readonly type: 'AnalysisExpected'; readonly activity: string; readonly analysis: AnalysisKind }
  | { readonly type: 'AnalysisUnknown'; readonly analysis: AnalysisKind }
  /** @source PRJ-12 */
  | { readonly type: 'NeedNotOfCustomer'; readonly analysis: AnalysisKind }
  | { readonly type: 'NeedMissing'; readonly activity: string }
  /** @source PRJ-38, GAT-6 */
  | { readonly type: 'WaivedBeforeSigning'; readonly activity: string; readonly phase: string }
  | { readonly type: 'WaivedUnsigned'; readonly activity: string; readonly signedIn: string }
  | { readonly type: 'WaiverNotIndependent'; readonly activity: string; readonly person: string; readonly team: number }
  | { readonly type: 'ActivityAlreadyDone'; readonly activity: string }
  | { readonly type: 'ElementsMissing'; readonly elements: ReadonlyArray<string> }
  | { readonly type: 'DoubledTerm'; readonly list: string; readonly id: string }
  /** @units 1 to 10 */
  | { readonly type: 'GradeOutOfRange'; readonly of: string; readonly grade: number; readonly most: number }
  /** Every field of it is empty. */
  | { readonly type: 'SaysNothing'; readonly command: string }
  | { readonly type: 'PlanEndsBeforeStart'; readonly id: string; readonly from: string; readonly to: string }
  | { readonly type: 'StakeholderUnknown'; readonly stakeholder: string }
  | { readonly type: 'ReportsInCircle'; readonly stakeholder: string; readonly reportsTo: string }
  | { readonly type: 'RelatedToItself'; readonly stakeholder: string }
  /** @source PRJ-15..17 */
  | { readonly type: 'PurchaseStepBehind'; readonly flow: string; readonly step: string; readonly observed: string };
