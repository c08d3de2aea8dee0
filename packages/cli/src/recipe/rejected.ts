import { rm, writeFile } from 'node:fs/promises';
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

/** Writes the rejected rows, or takes the file of an earlier run away where there are none. */
export const writeRejected = async (
  file: string,
  rows: ReadonlyArray<RejectedRow>,
): Promise<E.Either<Failure, undefined>> => {
  try {
    if (rows.length === 0) await rm(file, { force: true });
    else await writeFile(file, [HEADER, ...rows.map(lineOf), ''].join('\n'));
    return E.right(undefined);
  } catch (error) {
    return E.left({
      type: 'RejectedFileUnwritable',
      file,
      message: error instanceof Error ? error.message : String(error),
    });
  }
};

const lineOf = ({ file, row, reason }: RejectedRow): string => [quoted(file), row, quoted(reason)].join();

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
