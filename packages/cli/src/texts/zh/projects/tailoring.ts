import type { TailoringFault } from '@millrace/sales';

/** Why a tailored process is turned down. */
export const tailoring: { readonly [Type in TailoringFault['type']]: string } = {
  StageEmpty: '第 {place} 段没有阶段',
  GateEmpty: '第 {place} 个评审点不属于模板',
  TailoringAdds: '模板没有 {what} "{id}"',
  TailoringDoubles: '{what} {id} 重复出现',
  TailoringDrops: '缺少 {what} {id}',
  StepsReordered: '活动 {activity} 的环节顺序被改变',
  PhasesNotAdjacent: '阶段 {phase} 处应为 {expected}: 只能合并相邻阶段',
  MergedAcrossSigning: '阶段 {phase} 在签约之后, 不能与 {signedIn} 合并',
  ChecklistItemMoved: '检查项 {item} 所在段不含阶段 {phase}',
  ActivityMovedAcrossGate: '活动 {activity} 被移过评审点 {gate}',
  GatesMergedWrongly: '评审点 {gate} 与 {other} 的合并有误: {are}',
  GateMisplaced: '评审点 {gate} 设在 {guards}, 应设在 {expected}',
  CriteriaNotUnion: '标准 {missing} 不在其评审点 {gate}',
  ReviewerRolesNotUnion: '评审点 {gate} 的评审角色与模板不同 (缺少: {missing}; 多出: {extra})',
  FormNotAllowed: '评审点 {gate} 不能以 {form} 形式由 {reviewers} 名评审员评审',
  StagesTouchEntered: '阶段 {phase} 已进入, 所在段不能改变',
  GateAlreadyRequested: '评审点 {gate} 已申请评审, 不能改变',
};
