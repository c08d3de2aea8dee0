import type { Texts } from '../index.js';

export const failures: Texts['failures'] = {
  RecipeMissing: '无法读取导入配方 {file}：{message}',
  RecipeNotJson: '导入配方 {file} 不是 JSON：{message}',
  BadRecipe: '导入配方 {file} 的 {path} 有误：应为 {expected}，实为 {found}',
  PlaybookRefused: '无法在 {file} 中发布规则：{said}',
  DataFileMissing: '配方在 {path} 处所指的文件 {file} 无法读取：{message}',
  DataFileUnreadable: '{file} 第 {row} 行无法读取：{said}',
  ColumnMissing: '配方在 {path} 处使用列“{column}”，但 {file} 没有这一列；现有列：{columns}',
  LookupKeyDoubled: '{file} 第 {row} 行：键“{key}”重复出现',
  LookupRowUnreadable: '{file} 第 {row} 行：应有 {expected} 列，实有 {found} 列',
  RejectedFileUnwritable: '导入已完成，但被拒绝的行无法写入 {file}：{message}。可再次导入重试。',
  AnotherPlaybook: '{file} 使用规则 {inForce}，而非 {wanted}。请使用另一个数据库。',
  DemoTurnedDown: '演示与 {file} 中已有的内容不符：{said}。请删除该文件，或用 --db 指定另一个。',
  BadOption: '{option}：应为 {expected}，实为“{found}”',
  StreamUnknown: '{file} 中没有事件流“{stream}”',
  CustomerUnknown: '{file} 中没有客户“{customer}”，或当时尚未录入',
  UnknownStage: '没有阶段“{stage}”；现有阶段：{stages}',
  NodeTooOld: 'Node {version} 版本过旧：millrace 需要 Node 22 或更新版本',
  FileMissing: '数据库 {file} 不存在。请先导入数据，或用 --db 指定另一个。',
  NotAMillraceDatabase: '{file} 不是 millrace 数据库，或已损坏：{message}',
  NewerSchema: '{file} 由更新版本的 millrace 写入：其结构版本为 {schema}，本程序只支持到 {newest}',
  DatabaseLocked: '{file} 被另一个程序锁定：{message}',
  CannotOpen: '无法打开 {file}：{message}',
  NoPlaybookPublished: '{file} 当时尚未发布规则，没有可统计的阶段',
  CorruptHistory: '{file}：位置 {position} 的事件（{stream}，修订号 {revision}）无法读取：{said}',
  Unavailable: '{file} 没有响应（{reason}）：{message}',
  StoreDamaged: '{file} 已损坏：{message}',
  OutcomeUnknown: '{file}：无法确定最后的事件是否已写入，请重新运行：{message}',
  Unsupported: '{file} 不支持：{capability}',
  AppendRefused: '{file}：一次写入过多（{reason}）：{actual}，上限为 {limit}',
  Contended: '{file}：其他程序持续写入 {stream}，请重新运行',
  CommandReused: '{file}：命令编号 {commandId} 已用于其他内容',
  InvalidCommand: '{file}：{command} 不是有效的命令：{said}',
  InvalidAsk: '{file}：命令的 {field} 有误：{found}',
  NotJson: '{file}：{event} 中有无法存为 JSON 的内容：{reason}，位于 {path}',
  EventTooLarge: '{file}：{event} 有 {actual} 字节，上限为 {limit}',
};

export const csvFaults: Texts['csvFaults'] = {
  notUtf8: '不是 UTF-8 文本',
  noHeader: '文件为空；应有表头',
  doubledColumn: '有两列名为“{column}”',
  openQuote: '从该行开始的引号没有结束',
  strayQuote: '单元格中间有引号',
  textAfterQuote: '结束引号之后仍有内容',
};

export const rows: Texts['rows'] = {
  ColumnCount: '应有 {expected} 列，实有 {found} 列',
  NothingFound: '找不到 {column} 的对应内容',
  InvalidCommand: '{command}：{said}',
  InvalidAsk: '{field} 有误：{found}',
  CommandReused: '此行曾以其他内容导入',
  AppendRefused: '一次写入过多：{actual}，上限为 {limit}',
  NotJson: '{event} 无法存为 JSON：{reason}，位于 {path}',
  EventTooLarge: '{event} 有 {actual} 字节，上限为 {limit}',
};

export const notA: Texts['notA'] = {
  amount: '应为金额，实为 {found}',
  integer: '应为整数，实为 {found}',
  time: '应为配方所定格式的时间，实为 {found}',
  date: '应为配方所定格式的日期，实为 {found}',
};

export const causes: Texts['causes'] = {
  UnknownCommand: '没有命令“{name}”',
  UnknownField: '没有字段 {path}',
  Mismatch: '{path}：应为 {expected}，实为 {found}',
  UnknownEventType: '没有事件“{name}”',
  NewerSchema: '{name} 的结构版本为 {schema}，本程序只支持到 {newest}',
  NotJsonText: '不是 JSON：{message}',
};

export const forms: Texts['forms'] = {
  BusinessId: '编号（以字母或数字开头，后为字母、数字及 . _ : @ + -，至多 256 字节）',
  Term: '术语（以字母开头，后为字母、数字、. 和 _，至多 64 个字符）',
  Instant: '时刻（2026-11-24T09:00:00.000Z）',
  LocalDate: '日期（2026-11-24）',
  Zone: '时区（Europe/Amsterdam）',
  Currency: '货币（EUR）',
  SafeInteger: '整数',
  MinorUnits: '整数',
  string: '文本',
  number: '数字',
  boolean: 'true 或 false',
  RecipeId: '小写字母、数字及 -，至多 64 个字符',
  NonEmptyString: '非空文本',
  FieldName: '不以 $ 开头的名称',
  knownKey: '配方具有的键',
  knownField: '该命令具有的字段',
  oneFileOnce: '此前未列出的文件',
  Condition: 'column，以及 is、isNot、startsWith 或 blank',
  TimeFormat: 'iso，或含 yyyy、MM 和 dd 的格式',
  storable: '可存储的数据',
  nothing: '空',
};
