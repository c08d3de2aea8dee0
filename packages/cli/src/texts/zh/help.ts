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
  leaderboard: '期间业绩排行：人员、团队或保证书',
  boardPeriod: '日、周、月、季度或年（2026-11-24、2026-W48、2026-11、2026-Q4、2026），或 all（全部）',
  boardOf: '排行对象',
  under: '只排此单位的下级',
  boardMeasure: '排行依据（默认：业绩；保证书为完成率）',
  ranking: '并列名次的编号：1224、1223 或 1234（默认：按规则）',
  trail: '同时显示逐日名次',
  pledges: '期间的保证书、各自进度，以及尚未宣誓者',
  period: '月或季度（2026-11、2026-Q4）',
  settle: '期间的保证书如何兑现；加 --record 则记录',
  record: '截止并兑现该期间（默认：只显示结果）',
  settleAs: '兑现者（默认：operator）',
  statement: '一人的保证书结果，每个数字附凭据',
  statementPerson: '谁的结算单',
  certificate: '保证书全文，例如 2026-11/ada，团队为 2026-11/mia/north',
  late: '补记入已截止期间的业绩，以及记录者',
  reconcile: '期间业绩按销售、人员、单位核对',
  basis: '只计一种业绩口径',
  pipeline: '销售项目按阶段的分布、金额，以及其余项目的结果',
  pipelineBy: '拆分看板',
  template: '此流程的项目；规则有多个流程时须指明',
  unit: '计数对象：客户的购买过程，或销售项目（默认：journey）',
  gates: '每个评审决定：准则、评审人、独立性',
  gatesOf: '仅此项目',
  conformance: '未经评审进入阶段的，或由无权者决定的',
  project: '一个项目的全貌，一页之内',
  forecast: '一个期间的预测：其中成交的，以及预计其中签约的进行中项目',
  forecastPeriod: '日、周、月、季或年（2026-11-24、2026-W48、2026-11、2026-Q4、2026）',
  playbook: '查看、检验和比较规则',
  playbookShow: '预设、文件或日志中某版本的流程；未指明时为现行规则',
  playbookValidate: '规则可否发布；加 --db 时在其现行规则之后',
  playbookDiff: '两份规则的不同之处；加 --db 时列出后者会拦下的项目',
  exits: `退出码：
  0  完成
  1  程序故障
  2  命令行有误
  3  已导入，部分行被拒绝
  4  配方、数据文件或被拒绝行的文件不可用
  5  数据库不可用
  6  数据库使用另一套规则，或没有规则
  7  规则不允许`,
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
  'commander.missingMandatoryOptionValue': '缺少选项 {what}',
  'commander.excessArguments': '参数过多',
  'commander.invalidArgument': '选项 {what} 的参数无效；可选：{choices}',
};
