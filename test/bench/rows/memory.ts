import { sqliteLog } from '../data/sqlite-log.js';
import type { Contender, Row } from '../harness/row.js';

/** Peak memory of a process that does nothing else. */
export const memory: Row = {
  name: 'memory',
  title: 'memory of 1,000,000 events streamed from SQLite',
  unit: 'MB',
  size: 1_000_000,
  goals: [{ megabytesAtMost: 250 }],
  contenders: async ({ shared, size, apart }) => {
    const file = await sqliteLog(shared, size);
    const inProcess = (name: string, work: string): Contender => ({
      name,
      round: () => {
        let megabytes = 0;
        return {
          run: async () => {
            const told = await apart(work, [file]);
            megabytes = told.megabytes;
            return told.result;
          },
          figure: () => megabytes,
        };
      },
    });
    return [inProcess('projectLog, states', 'readStates'), inProcess('read-only cursor', 'readTexts')];
  },
};
