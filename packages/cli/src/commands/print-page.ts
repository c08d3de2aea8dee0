import type { Names } from '../names.js';
import type { ProjectNames } from '../project-names.js';
import { type Session, table } from '../session.js';

/** What a page is written with. */
export interface Page {
  readonly session: Session;
  readonly names: Names;
  readonly called: ProjectNames;
}

/** What something is called, and what is known of it; null for nothing. */
export type Pair = readonly [name: string, known: string | null];

/** A table of what is known, a line each; what is not known has none, and nothing known no table. */
export const pairs = (session: Session, title: string, lines: ReadonlyArray<Pair>): void => {
  const rows = lines.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '');
  if (rows.length === 0) return;
  session.io.out('\n');
  table(session, { head: [title, ''], rows });
};

/** Several of one name, a line each: the name stands before the first. */
export const listed = (name: string, items: ReadonlyArray<string>): ReadonlyArray<Pair> =>
  items.map((item, i) => [i === 0 ? name : '', item]);
