import { doer } from './step.js';

/** Everybody of the house who takes part: the id, the name, and the roles held. */
export const staff: ReadonlyArray<readonly [id: string, name: string, roles: ReadonlyArray<string>]> = [
  ['chen', 'Chen Rui', ['businessHead']],
  ['mei', 'Mei Hong', ['manager']],
  ['lin', 'Lin Yue', ['seller']],
  ['gao', 'Gao Jian', ['seller']],
  ['rao', 'Rao Min', ['seller']],
  ['xu', 'Xu Bo', ['reviewer']],
  ['tang', 'Tang Li', ['reviewer', 'technicalReviewer']],
  ['su', 'Su Wen', ['salesDirector']],
  ['kong', 'Kong Yi', ['commercialReviewer']],
];

export const operator = doer('operator', 'operator');
/** Heads the business, and staffs it. */
export const chen = doer('chen', 'businessHead');
/** Manages the sales. */
export const mei = doer('mei', 'manager');
/** Has the project. */
export const lin = doer('lin', 'seller');
/** Makes the solution. */
export const gao = doer('gao', 'seller');
/** Delivers it. */
export const rao = doer('rao', 'seller');
export const xu = doer('xu', 'reviewer');
export const su = doer('su', 'salesDirector');
export const kong = doer('kong', 'commercialReviewer');
