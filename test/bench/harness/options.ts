import { parseArgs } from 'node:util';
import { rows } from '../rows/index.js';
import type { Row } from './row.js';

/** What a run was asked for. */
export interface Options {
  readonly rows: ReadonlyArray<Row>;
  readonly rounds: number;
  /** Part of each row's size; less than 1 is for a quick look. */
  readonly scale: number;
  /** Where databases are made: on the disk that is to be measured. */
  readonly folder: string | undefined;
}

export const ROUNDS = 5;

export const USAGE = `npm run bench -- [ROW...] [--rounds N] [--scale X] [--dir FOLDER]

  ROW       measure only the rows whose name has this in it: ${rows.map(({ name }) => name).join(', ')}
  --rounds  rounds after the one that warms up; ${ROUNDS} when left out
  --scale   part of each row's size, above 0 and at most 1; 1 when left out
  --dir     folder for databases; one inside node_modules/.cache when left out

A whole run of at least ${ROUNDS} rounds at scale 1 is kept in test/bench/results and docs/performance.md.`;

/** Reads the command line, or says what is wrong with it. */
export const readOptions = (args: ReadonlyArray<string>): Options | string => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { rounds: { type: 'string' }, scale: { type: 'string' }, dir: { type: 'string' } },
    });
    const rounds = Number(values.rounds ?? ROUNDS);
    const scale = Number(values.scale ?? 1);
    if (!Number.isInteger(rounds) || rounds < 1) return 'the number of rounds is a whole number from 1';
    if (!(scale > 0 && scale <= 1)) return 'the scale is above 0 and at most 1';
    const asked = rows.filter(
      ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
    );
    if (asked.length === 0) return `no row has ${positionals.join(' or ')} in its name`;
    return { rows: asked, rounds, scale, folder: values.dir };
  } catch (error) {
    return (error as Error).message;
  }
};
