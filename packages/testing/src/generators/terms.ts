import type { Named, Term } from '@millrace/sales';

export const term = (id: string): Term => id as Term;

/** Something of a playbook that is called as its id says. */
export const named = (id: string): Named => ({ id: term(id), name: { en: id, zh: id } });

/** Roles of persons that review under the `keyAccount` preset. */
export const reviewerRoles: ReadonlyArray<Term> = [
  'reviewer',
  'salesDirector',
  'technicalReviewer',
  'commercialReviewer',
].map(term);
