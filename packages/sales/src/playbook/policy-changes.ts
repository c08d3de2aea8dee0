/** Rules about a playbook beside the one in force before it. @source design.md decision 7 */
import { canonicalText, type Json } from '@millrace/kernel';
import { type Playbook, rankOf } from './document.js';
import { has, listsOf, type Rule } from './rule.js';

/** Design decision 7: nothing used is ever removed. */
export const nothingRemoved: Rule = (playbook, before) => {
  const now = listsOf(playbook);
  for (const { list, terms } of before === undefined ? [] : listsOf(before)) {
    const kept = now.find((entry) => entry.list === list)?.terms ?? [];
    const gone = terms.find(({ id }) => !has(kept, id));
    if (gone !== undefined) return { type: 'TermRemoved', list, id: gone.id };
  }
  return undefined;
};

/** I-11: a funnel of last year must mean the same this year, so stages keep their order; one may come in between. */
export const stagesKeepOrder: Rule = ({ customer }, before) => {
  const ranks = (before?.customer.stages ?? []).map(({ id }) => ({ id, rank: rankOf(customer, id) }));
  const moved = ranks.find(({ rank }, index) => rank < (ranks[index - 1]?.rank ?? 0));
  return moved && { type: 'StagesReordered', stage: moved.id };
};

/** Q5: who was a buyer last year is one this year. */
export const purchaseStageStays: Rule = ({ customer: { purchaseStage: to } }, before) => {
  const from = before?.customer.purchaseStage ?? to;
  return from === to ? undefined : { type: 'PurchaseStageChanged', from, to };
};

/** Q4: a classification names the version of its standard, so another standard has another version. */
export const standardHasVersion: Rule = (playbook, before) => {
  if (before === undefined) return undefined;
  const { version } = playbook.customer.classification;
  return before.customer.classification.version === version && standardOf(before) !== standardOf(playbook)
    ? { type: 'ClassificationVersionReused', version }
    : undefined;
};

/** All of a standard that decides; names may change. */
const standardOf = ({ customer }: Playbook): string => {
  const { classes: _, ...standard } = customer.classification;
  return canonicalText(standard as unknown as Json);
};
