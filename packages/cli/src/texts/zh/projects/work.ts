import type { WorkRefusal } from '@millrace/sales';

type Type = Exclude<WorkRefusal['type'], 'EffectiveBeforeLast' | 'DoubledTerm'>;

/** Refusals about the work of a project. */
export const work: { readonly [T in Type]: string } = {
  StepUnknown: '活动 {activity} 没有环节 "{step}"',
  StepOutOfOrder: '活动 {activity} 的环节 {step} 顺序不对: 应先完成 {expected}',
  StepsMissing: '活动 {activity} 缺少环节: {steps}',
  AnalysisExpected: '活动 {activity} 属于分析 ({analysis}), 须逐项记录',
  AnalysisUnknown: '流程没有这类分析: {analysis}',
  NeedNotOfCustomer: '需求只属于客户分析, 不属于 {analysis}',
  NeedMissing: '尚未记录客户需求, {activity} 不能完成',
  WaivedBeforeSigning: '阶段 {phase} 的活动 {activity} 在签约之前, 不得免除',
  WaivedUnsigned: '合同在 {signedIn} 签定之后才能免除活动 {activity}',
  WaiverNotIndependent: '{person} 申请免除 {activity}, 项目组有 {team} 人, 不能自行批准',
  ActivityAlreadyDone: '活动 {activity} 已经完成',
  ElementsMissing: '立项要素缺少: {elements}',
  GradeOutOfRange: '{of} 为 {grade}; 应在 1 至 {most} 之间',
  SaysNothing: '{command} 没有内容',
  PlanEndsBeforeStart: '{id} 计划于 {to} 结束, 早于开始日 {from}',
  StakeholderUnknown: '尚未登记干系人 "{stakeholder}"',
  ReportsInCircle: '{stakeholder} 汇报给 {reportsTo}, 而后者最终又汇报给 {stakeholder}',
  RelatedToItself: '{stakeholder} 不能与自己建立关系',
  PurchaseStepBehind: '客户在流程 {flow} 中已到 {observed}; {step} 在其之前',
};
