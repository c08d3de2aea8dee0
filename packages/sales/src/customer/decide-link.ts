/** Two records of one customer are linked, never merged. @source I-23, I-24, FUN-19 */
import * as E from 'fp-ts/lib/Either.js';
import { refuse, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Entered } from './evolve.js';
import { linkable, linkOnTime } from './policy.js';
import type { Decision } from './refusals.js';

export const link = ({ customer: id, of }: CommandTo<'LinkDuplicate'>, customer: Entered, context: Ruled): Decision => {
  const linked = customer.link?.of;
  if (linked === of) return E.right([]);
  if (linked !== undefined) return refuse({ type: 'AlreadyDuplicateOf', of: linked });
  if (id === of) return refuse({ type: 'DuplicateOfItself' });
  const other = linkable(context.other, of);
  if (E.isLeft(other)) return other;
  return unless([linkOnTime(customer, other.right, context)], () => [
    { type: 'DuplicateLinked', data: { of }, effectiveAt: context.effectiveAt },
  ]);
};

export const unlink = (customer: Entered, context: Ruled): Decision => {
  const of = customer.link?.of;
  if (of === undefined) return E.right([]);
  return unless([linkOnTime(customer, undefined, context)], () => [
    { type: 'DuplicateUnlinked', data: { of }, effectiveAt: context.effectiveAt },
  ]);
};
