import { dirname, resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { withDatabase } from '../database.js';
import { EXIT, type Failure } from '../failure.js';
import { databaseFile } from '../options.js';
import { type ImportReport, importPlan } from '../recipe/import.js';
import { loadData } from '../recipe/load.js';
import { planOf } from '../recipe/plan.js';
import { readRecipe } from '../recipe/read.js';
import { type RejectedRow, rejectedFileOf, writeRejected } from '../recipe/rejected.js';
import { jsonOf } from '../render/json.js';
import { progressOf } from '../render/progress.js';
import { type CommonOptions, type Ended, line, type Session } from '../session.js';
import { sayRejection } from '../texts/index.js';

export interface ImportOptions extends CommonOptions {
  readonly data?: string;
  readonly rejected?: string;
}

/** `millrace import RECIPE.json`: histories from CSV files. Nothing is written before recipe and files are read. */
export const importRecipe = async (session: Session, path: string, options: ImportOptions): Promise<Ended> => {
  const { io } = session;
  const file = resolve(io.cwd, path);
  const read = await readRecipe(file);
  if (E.isLeft(read)) return read;
  const data = await loadData(read.right, options.data === undefined ? dirname(file) : resolve(io.cwd, options.data));
  if (E.isLeft(data)) return data;
  const plan = planOf(read.right, data.right);

  const imported = await withDatabase({ file: databaseFile(options.db, io) }, async (millrace) => {
    const progress = progressOf(io, session.texts.words.importing, plan.steps.length);
    try {
      return await importPlan(millrace, read.right, plan, progress.at);
    } finally {
      progress.end();
    }
  });
  if (E.isLeft(imported)) return imported;

  const rejected = rowsOf(session, imported.right);
  const rejectedFile = options.rejected === undefined ? rejectedFileOf(file) : resolve(io.cwd, options.rejected);
  const written = await writeRejected(rejectedFile, rejected);
  print(session, options, imported.right, rejected, rejectedFile);
  if (E.isLeft(written)) return E.left<Failure>(written.left);
  return E.right(rejected.length > 0 ? EXIT.rejectedRows : EXIT.ok);
};

/** One line for each rejected row, with all its reasons. */
const rowsOf = ({ texts }: Session, { rejections }: ImportReport): ReadonlyArray<RejectedRow> => {
  const rows = new Map<string, RejectedRow>();
  for (const { file, row, cause } of rejections) {
    const key = JSON.stringify([file, row]);
    const before = rows.get(key)?.reason;
    const reason = sayRejection(texts, cause);
    rows.set(key, { file, row, reason: before === undefined ? reason : `${before}; ${reason}` });
  }
  return [...rows.values()];
};

const print = (
  session: Session,
  { json }: ImportOptions,
  report: ImportReport,
  rejected: ReadonlyArray<RejectedRow>,
  rejectedFile: string,
): void => {
  const { rows, recorded, already, unchanged, playbook } = report;
  if (json) return session.io.out(jsonOf({ rows, recorded, already, unchanged, playbook, rejected }));
  line(session, 'imported', { rows, recorded, already, rejected: rejected.length });
  if (unchanged > 0) line(session, 'unchanged', { unchanged });
  if (rejected.length > 0) line(session, 'rejectedTo', { file: rejectedFile });
};
