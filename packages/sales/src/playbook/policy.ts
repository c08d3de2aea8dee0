import * as E from 'fp-ts/lib/Either.js';
import { type CustomerRules, type Named, type Playbook, rankOf, termsOf } from './document.js';

/** What makes a playbook unfit to be published, and where. */
export type PlaybookFault =
  | { readonly type: 'DoubledTerm'; readonly list: string; readonly id: string }
  | { readonly type: 'EmptyList'; readonly list: string }
  | { readonly type: 'UndefinedTerm'; readonly list: string; readonly id: string }
  | { readonly type: 'PurchaseStageNotLast'; readonly stage: string; readonly last: string }
  | { readonly type: 'BenchmarkMismatch'; readonly stages: number; readonly benchmark: number }
  | { readonly type: 'TermRemoved'; readonly list: string; readonly id: string }
  | { readonly type: 'StagesReordered'; readonly stage: string };

interface Draft {
  readonly playbook: Playbook;
  /** The playbook in force, if there is one. */
  readonly before: Playbook | undefined;
}

type Rule = (draft: Draft) => PlaybookFault | undefined;

interface NamedList {
  readonly list: string;
  readonly terms: ReadonlyArray<Named>;
}

const listsOf = ({ customer }: Playbook): ReadonlyArray<NamedList> => [
  { list: 'stages', terms: customer.stages },
  { list: 'buyerSteps', terms: customer.buyerSteps },
  { list: 'classes', terms: customer.classification.classes },
  ...customer.lists,
];

/** A stage, a source, a class: an id stands for one thing. */
const noTermTwice: Rule = ({ playbook }) => {
  const lists = new Set<string>();
  for (const { list, terms } of listsOf(playbook)) {
    if (lists.has(list)) return { type: 'DoubledTerm', list: 'lists', id: list };
    lists.add(list);
    const ids = new Set<string>();
    for (const { id } of terms) {
      if (ids.has(id)) return { type: 'DoubledTerm', list, id };
      ids.add(id);
    }
  }
  return undefined;
};

const someStages: Rule = ({ playbook }) =>
  playbook.customer.stages.length === 0 ? { type: 'EmptyList', list: 'stages' } : undefined;

/** Q5: the purchase is decided at the end of the road. */
const purchaseStageIsLast: Rule = ({ playbook: { customer } }) => {
  const last = customer.stages.at(-1)?.id ?? '';
  return customer.purchaseStage === last
    ? undefined
    : { type: 'PurchaseStageNotLast', stage: customer.purchaseStage, last };
};

const stagesNamed = (rules: CustomerRules): ReadonlyArray<string> => [
  ...rules.evidenceFor,
  ...rules.buyerSteps.map(({ stage }) => stage),
];

const stagesExist: Rule = ({ playbook: { customer } }) => {
  const id = stagesNamed(customer).find((stage) => rankOf(customer, stage) < 0);
  return id === undefined ? undefined : { type: 'UndefinedTerm', list: 'stages', id };
};

/** ORG-35: the standard speaks only of classes and relationships that exist. */
const classesExist: Rule = ({ playbook: { customer } }) => {
  const { classes, otherwise, rules } = customer.classification;
  const id = [otherwise, ...rules.map((rule) => rule.class)].find((name) => !has(classes, name));
  if (id !== undefined) return { type: 'UndefinedTerm', list: 'classes', id };
  const relationships = termsOf(customer, 'relationships');
  const relationship = rules.flatMap((rule) => rule.relationships ?? []).find((name) => !has(relationships, name));
  return relationship === undefined ? undefined : { type: 'UndefinedTerm', list: 'relationships', id: relationship };
};

/** DLR-14: one figure for each stage. */
const benchmarkFitsStages: Rule = ({ playbook: { customer } }) =>
  customer.benchmark.length === customer.stages.length && customer.benchmark.every((figure) => figure > 0)
    ? undefined
    : { type: 'BenchmarkMismatch', stages: customer.stages.length, benchmark: customer.benchmark.length };

/** Design decision 7: nothing used is ever removed. */
const nothingRemoved: Rule = ({ playbook, before }) => {
  if (before === undefined) return undefined;
  const now = listsOf(playbook);
  for (const { list, terms } of listsOf(before)) {
    const kept = now.find((entry) => entry.list === list)?.terms ?? [];
    const gone = terms.find(({ id }) => !has(kept, id));
    if (gone !== undefined) return { type: 'TermRemoved', list, id: gone.id };
  }
  return undefined;
};

/** A funnel of last year must mean the same this year: stages keep their order. */
const stagesKeepOrder: Rule = ({ playbook, before }) => {
  const ranks = (before?.customer.stages ?? []).map(({ id }) => ({ id, rank: rankOf(playbook.customer, id) }));
  const moved = ranks.find(({ rank }, i) => i > 0 && rank < (ranks[i - 1]?.rank ?? -1));
  return moved === undefined ? undefined : { type: 'StagesReordered', stage: moved.id };
};

const rules: ReadonlyArray<Rule> = [
  noTermTwice,
  someStages,
  purchaseStageIsLast,
  stagesExist,
  classesExist,
  benchmarkFitsStages,
  nothingRemoved,
  stagesKeepOrder,
];

/** The playbook, or the first rule it breaks. */
export const checkPlaybook = (playbook: Playbook, before: Playbook | undefined): E.Either<PlaybookFault, Playbook> => {
  for (const rule of rules) {
    const fault = rule({ playbook, before });
    if (fault !== undefined) return E.left(fault);
  }
  return E.right(playbook);
};

const has = (terms: ReadonlyArray<Named>, id: string): boolean => terms.some((term) => term.id === id);
