/** Rules about people and their performance. */
import type { Rule } from './rule.js';

/** ORG-12: who must be qualified can be, for some post. */
export const postsToQualifyFor: Rule = ({ people: { qualifiedFor, posts } }) =>
  qualifiedFor.length > 0 && posts.length === 0 ? { type: 'EmptyList', list: 'posts' } : undefined;

/** ORG-48: a meeting is due when the period is over, not before. */
export const dueAfterTheEnd: Rule = ({ performance: { settlementDueDays } }) =>
  settlementDueDays < 0 ? { type: 'SettlementDueBeforeEnd', settlementDueDays } : undefined;

/** ORG-47: a board that shows the first rows shows at least one. */
export const boardsShowSomething: Rule = ({ performance: { boards } }) => {
  const { visibility } = boards;
  return 'rows' in visibility && visibility.rows < 1 ? { type: 'NoRowsShown', rows: visibility.rows } : undefined;
};
