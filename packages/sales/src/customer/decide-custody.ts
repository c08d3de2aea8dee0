/**
 * Custody: who works the customer now. It touches nothing else: stage, class and history stay as they
 * are, whether a journey is open or not.
 *
 * @source DLR-33, DLR-47, OWN-1, OWN-2, OWN-6, OWN-13, I-13..I-17
 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, refuse, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Holder } from './custody.js';
import type { Entered } from './evolve.js';
import { custodyOnTime, fitForCustody, hasLength, inCustody, inPool, isTerm } from './policy.js';
import type { Decision } from './refusals.js';

export const assign = ({ to, reason }: CommandTo<'AssignCustody'>, customer: Entered, context: Ruled): Decision => {
  const { holder } = customer.custody;
  if (isCustodian(holder, to)) return E.right([]);
  return unless(
    [inPool(holder), isTerm('transfer', reason, context), custodyOnTime(customer, context), fitForCustody(to, context)],
    () => [{ type: 'CustodyAssigned', data: { to, ...defined({ reason }) }, effectiveAt: context.effectiveAt }],
  );
};

export const transfer = ({ to, reason }: CommandTo<'TransferCustody'>, customer: Entered, context: Ruled): Decision => {
  const { holder } = customer.custody;
  if (isCustodian(holder, to)) return E.right([]);
  const from = inCustody(holder);
  if (E.isLeft(from)) return from;
  return unless(
    [isTerm('transfer', reason, context), custodyOnTime(customer, context), fitForCustody(to, context)],
    () => [{ type: 'CustodyTransferred', data: { from: from.right, to, reason }, effectiveAt: context.effectiveAt }],
  );
};

export const release = ({ reason }: CommandTo<'ReleaseToPool'>, customer: Entered, context: Ruled): Decision => {
  const { holder } = customer.custody;
  if (holder.kind === 'pool') return E.right([]);
  const from = inCustody(holder);
  if (E.isLeft(from)) return from;
  return unless([isTerm('release', reason, context), custodyOnTime(customer, context)], () => [
    { type: 'CustodyReleasedToPool', data: { from: from.right, reason }, effectiveAt: context.effectiveAt },
  ]);
};

export const claim = ({ by }: CommandTo<'ClaimFromPool'>, customer: Entered, context: Ruled): Decision => {
  const { holder } = customer.custody;
  if (isCustodian(holder, by)) return E.right([]);
  return unless([inPool(holder), custodyOnTime(customer, context), fitForCustody(by, context)], () => [
    { type: 'ClaimedFromPool', data: { by }, effectiveAt: context.effectiveAt },
  ]);
};

/** DLR-47: a manager follows up for a while, out of the pool too. */
export const startTemporary = (
  { manager, until }: CommandTo<'StartTemporaryCustody'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const { holder } = customer.custody;
  if (holder.kind === 'temporary') {
    return holder.manager === manager && holder.until === until
      ? E.right([])
      : refuse({ type: 'UnderTemporaryCustody', manager: holder.manager });
  }
  const from = holder.kind === 'custodian' ? holder.person : undefined;
  return unless([hasLength(until, context), custodyOnTime(customer, context), fitForCustody(manager, context)], () => [
    {
      type: 'TemporaryCustodyStarted',
      data: { manager, ...defined({ from, until }) },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

/** OWN-13: temporary custody ends exactly once. */
export const endTemporary = (
  { to: named }: CommandTo<'EndTemporaryCustody'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const { holder } = customer.custody;
  if (holder.kind !== 'temporary') return refuse({ type: 'NotUnderTemporaryCustody' });
  const to = named ?? holder.before;
  return unless([custodyOnTime(customer, context), fitForCustody(to, context)], () => [
    {
      type: 'TemporaryCustodyEnded',
      data: { manager: holder.manager, ...defined({ to }) },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

const isCustodian = (holder: Holder, person: string): boolean =>
  holder.kind === 'custodian' && holder.person === person;
