/** Custody: who works the customer now. The dealer owns the record throughout (DLR-33, OWN-3). @source OWN-1..3, 6, 11, 13 */
import type { BusinessId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { CommandTo } from './commands.js';
import type { CustomerEvent } from './events.js';
import type { Entered, Holder } from './evolve.js';
import { type Check, type Decision, isTerm, notBefore, ok, type Ruled, refuse, unless } from './policy.js';

export const assign = ({ to, reason }: CommandTo<'AssignCustody'>, customer: Entered, context: Ruled): Decision => {
  if (isCustodian(customer.holder, to)) return E.right([]);
  return unless(
    [
      inPool(customer.holder),
      reason === undefined ? ok : isTerm('transfer', reason, context),
      onTime(customer, context),
    ],
    () => [
      {
        type: 'CustodyAssigned',
        data: { to, ...(reason === undefined ? {} : { reason }) },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

/** I-13..I-17: a transfer touches custody only; stage, class and history stay as they are. */
export const transfer = ({ to, reason }: CommandTo<'TransferCustody'>, customer: Entered, context: Ruled): Decision => {
  if (isCustodian(customer.holder, to)) return E.right([]);
  const from = custodianOf(customer.holder);
  if (E.isLeft(from)) return from;
  return unless([isTerm('transfer', reason, context), onTime(customer, context)], () => [
    { type: 'CustodyTransferred', data: { from: from.right, to, reason }, effectiveAt: context.effectiveAt },
  ]);
};

export const release = ({ reason }: CommandTo<'ReleaseToPool'>, customer: Entered, context: Ruled): Decision => {
  if (customer.holder.kind === 'pool') return E.right([]);
  const from = custodianOf(customer.holder);
  if (E.isLeft(from)) return from;
  return unless([isTerm('release', reason, context), onTime(customer, context)], () => [
    { type: 'CustodyReleasedToPool', data: { from: from.right, reason }, effectiveAt: context.effectiveAt },
  ]);
};

export const claim = ({ by }: CommandTo<'ClaimFromPool'>, customer: Entered, context: Ruled): Decision => {
  if (isCustodian(customer.holder, by)) return E.right([]);
  return unless([inPool(customer.holder), onTime(customer, context)], () => [
    { type: 'ClaimedFromPool', data: { by }, effectiveAt: context.effectiveAt },
  ]);
};

/** DLR-47: a manager follows up for a while. */
export const startTemporary = (
  { manager, until }: CommandTo<'StartTemporaryCustody'>,
  { holder, ...customer }: Entered,
  context: Ruled,
): Decision => {
  if (holder.kind === 'temporary') {
    return holder.manager === manager
      ? E.right([])
      : refuse({ type: 'UnderTemporaryCustody', manager: holder.manager });
  }
  return unless([onTime(customer, context)], () => [
    {
      type: 'TemporaryCustodyStarted',
      data: {
        manager,
        ...(holder.kind === 'custodian' ? { from: holder.person } : {}),
        ...(until === undefined ? {} : { until }),
      },
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
  const { holder } = customer;
  if (holder.kind !== 'temporary') return refuse({ type: 'NotUnderTemporaryCustody' });
  const to = named ?? holder.before;
  return unless(
    [onTime(customer, context)],
    (): ReadonlyArray<CustomerEvent> => [
      {
        type: 'TemporaryCustodyEnded',
        data: { manager: holder.manager, ...(to === undefined ? {} : { to }) },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

const isCustodian = (holder: Holder, person: string): boolean =>
  holder.kind === 'custodian' && holder.person === person;

const onTime = ({ heldSince }: Pick<Entered, 'heldSince'>, context: Ruled): Check =>
  notBefore('custody', heldSince, context);

const inPool = (holder: Holder): Check => {
  switch (holder.kind) {
    case 'pool':
      return ok;
    case 'custodian':
      return refuse({ type: 'NotInPool', holder: holder.person });
    case 'temporary':
      return refuse({ type: 'UnderTemporaryCustody', manager: holder.manager });
  }
};

const custodianOf = (holder: Holder): Check<BusinessId> => {
  switch (holder.kind) {
    case 'custodian':
      return E.right(holder.person);
    case 'pool':
      return refuse({ type: 'InPool' });
    case 'temporary':
      return refuse({ type: 'UnderTemporaryCustody', manager: holder.manager });
  }
};
