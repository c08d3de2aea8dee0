import type { Named } from '../terms.js';
import { type ListName, type Playbook, termsOf } from './document.js';
import type { PlaybookFault } from './faults.js';
import { type NamedList, projectLists } from './project-lists.js';

/** A rule of a playbook, alone or beside the one in force before: the first fault it finds. */
export type Rule = (playbook: Playbook, before: Playbook | undefined) => PlaybookFault | undefined;

/** Every vocabulary of a playbook. */
export const listsOf = ({
  customer,
  people,
  performance,
  permissions,
  projects,
}: Playbook): ReadonlyArray<NamedList> => [
  { list: 'stages', terms: customer.stages },
  { list: 'buyerSteps', terms: customer.buyerSteps },
  { list: 'classes', terms: customer.classification.classes },
  ...customer.lists,
  { list: 'posts', terms: people.posts },
  { list: 'resignation', terms: people.resignation },
  { list: 'refund', terms: performance.refund },
  { list: 'waiver', terms: performance.waiver },
  {
    list: 'roles',
    terms: permissions.allow === 'all' ? [] : permissions.roles.map(({ role: id, name }) => ({ id, name })),
  },
  ...projectLists(projects),
];

/** The first fault that a rule finds in any of these. */
export const firstFault = <A>(
  all: ReadonlyArray<A>,
  rule: (one: A, index: number) => PlaybookFault | undefined,
): PlaybookFault | undefined => {
  for (const [index, one] of all.entries()) {
    const fault = rule(one, index);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/** The first of `ids` that a list does not have. */
export const missing = (
  { customer }: Playbook,
  list: ListName,
  ids: ReadonlyArray<string>,
): PlaybookFault | undefined => undefinedIn(list, termsOf(customer, list), ids);

/** The first of `ids` that is none of `terms`. */
export const undefinedIn = (
  list: string,
  terms: ReadonlyArray<Named>,
  ids: ReadonlyArray<string>,
): PlaybookFault | undefined => {
  const id = ids.find((name) => !has(terms, name));
  return id === undefined ? undefined : { type: 'UndefinedTerm', list, id };
};

/** Whether `id` is one of `terms`. */
export const has = (terms: ReadonlyArray<Named>, id: string): boolean => terms.some((term) => term.id === id);
