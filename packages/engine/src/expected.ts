import type { Expected, Revision } from '@millrace/kernel';

/** Whether a stream stands where a writer expects it: the same answer in every store. @source stores.md S1 */
export const meets = (actual: Revision | 'none', expected: Expected): boolean => {
  if (expected === 'any') return true;
  return expected === 'exists' ? actual !== 'none' : actual === expected;
};
