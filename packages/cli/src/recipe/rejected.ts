import { readFile, rm, writeFile } from 'node:fs/promises';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.js';
import type { Place } from './plan.js';

/** A rejected row, in words. */
export interface RejectedRow extends Place {
  readonly reason: string;
}

/** Where the rejected rows of a recipe go: beside it. */
export const rejectedFileOf = (recipe: string): string => `${recipe.replace(/\.json$/i, '')}.rejected.csv`;

const HEADER = 'file,row,reason';

/** Writes the rejected rows; where there are none, takes the file of an earlier run away, and no other. */
export const writeRejected = async (
  file: string,
  rows: ReadonlyArray<RejectedRow>,
): Promise<E.Either<Failure, undefined>> => {
  try {
    if (rows.length > 0) await writeFile(file, [HEADER, ...rows.map(lineOf), ''].join('\n'));
    else if (await isOurs(file)) await rm(file);
    return E.right(undefined);
  } catch (error) {
    return E.left({ type: 'RejectedFileUnwritable', file, message: String(error) });
  }
};

const isOurs = async (file: string): Promise<boolean> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.startsWith(`${HEADER}\n`);
};

const lineOf = ({ file, row, reason }: RejectedRow): string => [cellOf(file), row, cellOf(reason)].join();

/** A cell that a spreadsheet shows and never runs. @source trust.md REL-14, OWASP "CSV Injection" */
const cellOf = (text: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
