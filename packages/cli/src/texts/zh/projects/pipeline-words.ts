import type { pipelineWords as words } from '../../en/projects/pipeline-words.js';

export const pipelineWords: { readonly [Word in keyof typeof words]: string } = {
  boardOfProjects: '已开启项目 {opened} 个。截至 {time}（{zone}），所知至位置 {knownAt}；规则 {playbook}。',
  projects: '项目数',
  value: '金额',
  weighted: '加权',
  unvalued: '无金额',
  unassessed: '未评估',
  delivery: '实施',
  shares: '成交：占已结束 {ofClosed}，占全部 {ofAll}。',
  daysToClose: '成交或流失的 {n} 个项目的天数：{min} 至 {max}，平均 {mean}，中位数 {median}。',
  rotting: '在阶段中超过限度（暂缓的时间不计）：{n} 个。',
  daysIn: '天数',
  daysHeld: '暂缓天数',
  salesTeam: '团队',
  closeQuarter: '结束季度',
  opened: '已开启',
  ofClosed: '占已结束',
  ofAll: '占全部',
  signed: '签约',
};
