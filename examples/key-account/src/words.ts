/** What the program says itself, in the languages of the command line. */
export const words = {
  en: {
    usage: 'npm run -s example:key-account -- [--db FILE] [--lang en|zh]',
    recorded: (file: string, recorded: number, before: number) =>
      `The database is ${file}: ${recorded} events recorded now, ${before} before. Go on with`,
  },
  zh: {
    usage: 'npm run -s example:key-account -- [--db 文件] [--lang en|zh]',
    recorded: (file: string, recorded: number, before: number) =>
      `数据库为 ${file}：新记录事件 ${recorded} 个，此前已有 ${before} 个。接着可以试试`,
  },
} as const;
