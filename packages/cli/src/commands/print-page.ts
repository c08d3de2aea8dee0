import type { Names } from '../names.js';
import type { ProjectNames } from '../project-names.js';
import { type Session, table } from '../session.js';

/** What a page is written with. */
export interface Page {
  readonly session: Session;
  readonly names: Names;
  readonly called: ProjectNames;
}

/** A table of what is known, a line each; what is not known has none, and nothing known no table. */
export const pairs = (
  session: Session,
  title: string,
  lines: ReadonlyArray<readonly [string, string | null]>,
): void => {
  const rows = lines.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '');
  if (rows.length === 0) return;
  session.io.out('\n');
  table(session, { head: [title, ''], rows });
};
