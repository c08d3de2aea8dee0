import { dirname, resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { withDatabase } from '../database.js';
import { EXIT } from '../failure.js';
import { databaseFile } from '../options.js';
import { type ImportReport, importer, importPlan } from '../recipe/import.js';
import { loadData } from '../recipe/load.js';
import { planOf } from '../recipe/plan.js';
import { readRecipe } from '../recipe/read.js';
import { type RejectedRow, rejectedFileOf, writeRejected } from '../recipe/rejected.js';
import { jsonOf } from '../render/json.js';
import { type SenderOptions, writerOf } from '../sender.js';
import { type CommonOptions, type Ended, line, type Session } from '../session.js';
import { sayRejection } from '../texts/say.js';

export interface ImportOptions extends CommonOptions, SenderOptions {
  readonly data?: string;
  readonly rejected?: string;
}

/** `millrace import RECIPE.json`: histories from CSV files. Nothing is written before recipe and files are read. */
export const importRecipe = async (session: Session, path: string, options: ImportOptions): Promise<Ended> => {
  const { io, watch } = session;
  const writer = writerOf(options, importer);
  if (E.isLeft(writer)) return writer;
  const recipe = await readRecipe(resolve(io.cwd, path));
  if (E.isLeft(recipe)) return recipe;
  const folder = options.data === undefined ? dirname(recipe.right.file) : resolve(io.cwd, options.data);
  const data = await loadData(recipe.right, folder, watch);
  if (E.isLeft(data)) return data;
  const plan = planOf(recipe.right, data.right, watch);
  if (E.isLeft(plan)) return plan;

  const file = databaseFile(options.db, io);
  const imported = await withDatabase({ file }, (millrace) =>
    importPlan(millrace, recipe.right, plan.right, { writer: writer.right, file, watch }),
  );
  if (E.isLeft(imported)) return imported;

  const rejected = rowsOf(session, imported.right);
  const rejectedFile = resolve(io.cwd, options.rejected ?? rejectedFileOf(recipe.right.file));
  const written = await writeRejected(rejectedFile, rejected);
  print(session, options, imported.right, rejected);
  if (E.isLeft(written)) return written;
  if (rejected.length === 0) return E.right(EXIT.ok);
  if (options.json !== true) line(session, 'rejectedTo', { file: rejectedFile });
  return E.right(EXIT.rejectedRows);
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
  { rows, recorded, already, unchanged, playbook }: ImportReport,
  rejected: ReadonlyArray<RejectedRow>,
): void => {
  if (json) return session.io.out(jsonOf({ rows, recorded, already, unchanged, playbook, rejected }));
  line(session, 'imported', { rows, recorded, already, rejected: rejected.length });
  if (unchanged > 0) line(session, 'unchanged', { unchanged });
};
