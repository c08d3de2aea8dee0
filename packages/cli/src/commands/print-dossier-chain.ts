import type { ChainLine, Dossier } from '@millrace/projections';
import { table } from '../session.js';
import { fill } from '../texts/fill.js';
import { listed, type Page, pairs } from './print-page.js';

/** Prints who decides at the customer's, as a tree of who reports to whom; then how they are won. @source PRJ-19, PRJ-20, PRJ-24, PRJ-29 */
export const printChain = ({ session, names, called }: Page, { chain }: Dossier): void => {
  const { stakeholders, relations, tactics } = chain;
  if (stakeholders.length === 0) return;
  const { words } = session.texts;
  const nameOf = (id: string): string => stakeholders.find(({ stakeholder }) => stakeholder === id)?.name ?? id;
  session.io.out('\n');
  table(session, {
    head: [words.chain, words.department, words.layer, words.influence, words.stance, words.notes],
    rows: treeOf(stakeholders).map(({ one, depth }) => [
      `${depth === 0 ? '' : `└${'─'.repeat(depth - 1)} `}${nameOf(one.stakeholder)}`,
      one.department === null ? '' : called.term('departments', one.department),
      called.layer(one.layer),
      one.influence,
      words[one.stance as 'neutral'],
      [...(one.keyDecisionMaker ? [words.key] : []), ...(one.flagged ? [words.flagged] : [])].join(words.listing),
    ]),
  });
  pairs(session, words.winning, [
    ...stakeholders.map(({ stakeholder, strategy }) => [nameOf(stakeholder), strategy] as const),
    ...listed(
      words.tactics,
      tactics.map(({ tactic, by, at, stakeholder }) => {
        const what = called.term('tactics', tactic);
        const used = stakeholder === null ? what : fill(words.towards, { what, person: nameOf(stakeholder) });
        return `${names.day(at)}  ${used} (${by})`;
      }),
    ),
    ...listed(
      words.relations,
      relations.map(({ from, to, relation }) =>
        fill(words.related, { from: nameOf(from), to: nameOf(to), relation: called.term('relations', relation) }),
      ),
    ),
  ]);
};

interface Placed {
  readonly one: ChainLine;
  readonly depth: number;
}

/** Superiors before those who report to them; nobody reports to himself, and who reports to nobody known is on top. */
const treeOf = (stakeholders: ReadonlyArray<ChainLine>): ReadonlyArray<Placed> => {
  const ids = new Set(stakeholders.map(({ stakeholder }) => stakeholder));
  const under = (superior: string | null, depth: number): ReadonlyArray<Placed> =>
    stakeholders
      .filter(({ reportsTo }) => (reportsTo !== null && ids.has(reportsTo) ? reportsTo : null) === superior)
      .flatMap((one) => [{ one, depth }, ...under(one.stakeholder, depth + 1)]);
  const placed = under(null, 0);
  const lost = stakeholders.filter((one) => !placed.some((known) => known.one === one));
  return [...placed, ...lost.map((one) => ({ one, depth: 0 }))];
};
