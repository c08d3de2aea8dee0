/** Refusals that any part of a project may give. */
export const standing = {
  ProjectUnknown: '没有项目 "{project}"',
  ProjectNotOpened: '项目 {project} 尚未立项开启',
  ProjectEnded: '项目 {project} 自 {since} 起已结束: {outcome}',
  TemplateUnknown: '规则手册版本 {playbook} 没有流程 "{template}"',
  NotForAnother: '{actor} 不能以 {person} 的名义操作',
  PhaseUnknown: '流程没有阶段 "{phase}"',
  ActivityUnknown: '流程没有活动 "{activity}"',
  PhaseNotEntered: '从未进入阶段 {phase}',
  EvidenceUnknown: '项目没有第 {revision} 号事件: 共 {revisions} 个',
  EvidenceLater: '证据时间 {at} 晚于决定时间 {decidedAt}',
};
