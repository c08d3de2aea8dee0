import type { LifeRefusal } from '@millrace/sales';
import { tailoring } from './tailoring.js';

/** Refusals about the life of a project. */
export const life: { readonly [Type in Exclude<LifeRefusal['type'], 'CustomerUnknown'>]: string } = {
  ProjectsNotRun: '规则手册版本 {playbook} 没有项目规则',
  OpportunityAlreadyDiscovered: '项目 {project} 的机会此前已通过渠道 {channel} 发现',
  ProjectAlreadyOpened: '项目 {project} 已于 {openedAt} 开启',
  PhaseOutOfOrder: '阶段 {phase} 不是下一阶段; 下一阶段: {expected}',
  OnHold: '评审 {review} 已将项目搁置',
  GateNotPassed: '尚未通过评审点 {gate}',
  ChecklistIncomplete: '检查清单尚未确认: {items}',
  ContractNotSigned: '尚未签订合同',
  SigningTooEarly: '项目处于阶段 {phase}; 合同在阶段 {signedIn} 签订',
  ContractAlreadySigned: '已于 {signedAt} 签订了另一份合同',
  ContractEnded: '合同已于 {terminatedAt} 终止',
  ReasonMissing: '以 {outcome} 结束项目须说明原因',
  DuplicateMissing: '须说明项目与哪个项目重复',
  NotADuplicate: '以 {outcome} 结束的项目不是重复项目',
  OwnDuplicate: '项目 {project} 不能与自身重复',
  OwnerStays: '{owner} 是项目负责人, 离开前须先移交项目',
  OwnExtension: '项目 {project} 不能是自身的延伸项目',
  MigrationLoses: '新模板会丢失已完成的内容: {what} {id}',
  ...tailoring,
};
