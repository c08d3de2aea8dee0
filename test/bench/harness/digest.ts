import { createHash } from 'node:crypto';
import { canonicalText, type Json } from '@millrace/kernel';

/** A digest of a result: of a map, whatever order its entries came in. */
export const digest = (result: unknown): string => {
  const hash = createHash('sha256');
  for (const line of linesOf(result)) hash.update(line).update('\n');
  return hash.digest('hex');
};

const linesOf = (result: unknown): ReadonlyArray<string> => {
  if (!(result instanceof Map)) return [canonicalText((result ?? null) as Json)];
  return [...(result as ReadonlyMap<string, Json>)].map((entry) => canonicalText(entry)).sort();
};
