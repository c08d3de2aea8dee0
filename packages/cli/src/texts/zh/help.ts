import type { Texts } from '../texts.js';

export const help: Texts['help'] = {
  millrace: '事件溯源的销售过程：导入历史，提出问题，重放历史。',
  demo: '模拟一家经销商的一年并展示结果',
  import: '按配方从 CSV 文件记录历史',
  funnel: '谁处于销售过程的哪一阶段，多少人继续前进',
  ownership: '谁负责哪些客户',
  history: '一个事件流的全部事件，例如 customer-C0007',
  explain: '一个数字由哪些事件得出',
  explainFunnel: '漏斗中一个计数的凭据',
  replay: '将全部日志重放为各视图：速度及各视图的哈希',
  version: '程序版本',
  lang: '显示语言（默认：取自环境）',
  help: '显示帮助',
  helpCommand: '显示命令的帮助',
  db: 'SQLite 文件（默认：$MILLRACE_STORE，否则 ./millrace.db）',
  demoDb: 'SQLite 文件（默认：./millrace-demo.db）',
  json: '输出 JSON，供程序使用',
  asOf: '截至此生效时间：ISO 8601，或一天（其零时）',
  knownAt: '所知至日志的此位置，或此记录时间',
  by: '拆分计数',
  data: '数据文件所在文件夹（默认：配方旁）',
  rejected: '被拒绝的行写入的文件（默认：<recipe>.rejected.csv）',
  importAs: '导入者（默认：import）',
  role: '此人以何种角色操作',
  ofCustomer: '此客户的历任负责人',
  measure: '哪一个计数',
  exits: `退出码：
  0  完成
  1  程序故障
  2  命令行有误
  3  已导入，部分行被拒绝
  4  配方、数据文件或被拒绝行的文件不可用
  5  数据库不可用
  6  数据库使用另一套规则，或没有规则`,
  more: '（millrace --help 显示更多）',
};

export const titles: Texts['titles'] = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
};

export const usage: Texts['usage'] = {
  'commander.unknownOption': '没有选项 {what}',
  'commander.unknownCommand': '没有命令 {what}',
  'commander.missingArgument': '缺少参数 {what}',
  'commander.optionMissingArgument': '选项 {what} 缺少参数',
  'commander.excessArguments': '参数过多',
  'commander.invalidArgument': '选项 {what} 的参数无效；可选：{choices}',
};
