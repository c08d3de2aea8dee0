import type { Dossier } from '@millrace/projections';
import { table } from '../session.js';
import type { Page } from './print-page.js';

/** Prints which phases it stood in, and how it came there. @source PRJ-4 */
export const printStays = ({ session, names, called }: Page, { stays }: Dossier): void => {
  if (stays.length === 0) return;
  const { words } = session.texts;
  session.io.out('\n');
  table(session, {
    head: [words.stays, words.cause, words.from, words.to],
    rows: stays.map(({ phases, cause, from, to }) => [
      called.phases(phases),
      words[causeWord(cause)],
      names.day(from),
      to === null ? '' : names.day(to),
    ]),
  });
};

type Cause = 'Opening' | 'Advance' | 'Go' | 'ConditionsFulfilled' | 'Signing' | 'Recycle' | 'Reopening';

const causeWord = (cause: string): `cause${Cause}` =>
  `cause${cause.slice(0, 1).toUpperCase()}${cause.slice(1)}` as `cause${Cause}`;

/** Prints every event, a line a day: what happened, and the revisions that say so. */
export const printHistory = ({ session, names }: Page, { history }: Dossier): void => {
  const { words, projectEvents } = session.texts;
  const days = Map.groupBy(history, ({ at }) => names.day(at));
  session.io.out('\n');
  table(session, {
    head: [words.history, words.what, words.revision],
    rows: [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, events]) => {
        const revisions = events.map(({ revision }) => revision);
        const kinds = Map.groupBy(events, ({ type }) => type);
        const said = [...kinds].map(([type, { length }]) => projectEvents[type] + (length > 1 ? ` ×${length}` : ''));
        return [day, said.join(words.listing), rangesOf(revisions)];
      }),
  });
};

/** `#3, #7–9`: what was dated back stands apart. */
const rangesOf = (revisions: ReadonlyArray<number>): string => {
  const ranges: Array<readonly [from: number, to: number]> = [];
  for (const revision of revisions.toSorted((a, b) => a - b)) {
    const last = ranges.pop();
    if (last === undefined) ranges.push([revision, revision]);
    else if (revision === last[1] + 1) ranges.push([last[0], revision]);
    else ranges.push(last, [revision, revision]);
  }
  return ranges.map(([from, to]) => (from === to ? `#${from}` : `#${from}–${to}`)).join(', ');
};
