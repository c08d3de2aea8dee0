import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '@millrace/cli';
import { sharedPath } from '@millrace/test/shared';
import Sqlite from 'better-sqlite3';
import { rootOf } from '../harness/root.js';
import type { Round, Row } from '../harness/row.js';

const FILE = 'events.csv';
const BATCH = 256;

const csv = (): string | undefined => sharedPath(`data/bpic2012/${FILE}`);

/** The recipe that ships, by the program that ships, into a new database with the default durability. */
const imported = (folder: string, data: string): Round => {
  const db = join(folder, 'import.db');
  const recipe = join(rootOf(), 'examples/recipes/bpic2012.json');
  const rejected = join(folder, 'rejected.csv');
  return {
    run: async () => {
      const out: Array<string> = [];
      const io = { out: (text: string) => out.push(text), err: () => undefined, env: {}, cwd: folder };
      const code = await runCli(['import', recipe, '--data', data, '--db', db, '--rejected', rejected, '--json'], io);
      if (code !== 0) throw new Error(`the import ended with exit code ${code}`);
      return (JSON.parse(out.join('')) as { readonly rows: number }).rows;
    },
    end: () => rmSync(db),
  };
};

/** The same rows of the same file, split at commas, inserted as they are, so many in one transaction. */
const inserted = (folder: string, data: string): Round => {
  const file = join(folder, 'insert.db');
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE rows (line INTEGER PRIMARY KEY, cells TEXT NOT NULL) STRICT');
  db.pragma('synchronous = full');
  const insert = db.prepare<[number, string]>('INSERT INTO rows (line, cells) VALUES (?, ?)');
  return {
    run: () => {
      const [, ...lines] = linesOf(join(data, FILE));
      for (let from = 0; from < lines.length; from += BATCH) {
        db.transaction(() => {
          for (const [i, line] of lines.slice(from, from + BATCH).entries()) {
            insert.run(from + i + 2, JSON.stringify(line.split(',')));
          }
        })();
      }
      return lines.length;
    },
    end: () => {
      db.close();
      rmSync(file);
    },
  };
};

const linesOf = (file: string): ReadonlyArray<string> => readFileSync(file, 'utf8').trimEnd().split('\n');

/** The first rows of the loan applications; at full scale, all of them. */
export const importRows: Row = {
  name: 'import',
  title: 'import 45,773 rows of loan applications',
  unit: 'rows/s',
  size: 45_773,
  goals: [],
  skipped: () => (csv() === undefined ? 'the loan applications are not beside this checkout' : undefined),
  contenders: async ({ folder, size }) => {
    const source = csv();
    if (source === undefined) throw new Error('the loan applications are not beside this checkout');
    const data = join(folder, 'data');
    mkdirSync(data);
    writeFileSync(
      join(data, FILE),
      linesOf(source)
        .slice(0, size + 1)
        .join('\n'),
    );
    return [
      { name: 'millrace import', round: () => imported(folder, data) },
      { name: 'bare batched INSERTs', round: () => inserted(folder, data) },
    ];
  },
};
