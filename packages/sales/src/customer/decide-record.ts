/** Collection, screening, entry, data sheet and contacts. @source DLR-18, DLR-30, DLR-34, DLR-50, Q28, Q29 */
import { canonicalText, type Json } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { CommandTo } from './commands.js';
import type { CustomerEvent } from './events.js';
import type { Collected, Customer } from './evolve.js';
import { type Check, type Decision, isTerm, notBefore, ok, type Ruled, reachable, refuse, unless } from './policy.js';
import type { DataSheet, SheetField, SheetFields } from './sheet.js';

export const collect = (
  { customer: id, collectedBy, sheet }: CommandTo<'CollectProspect'>,
  customer: Customer,
  context: Ruled,
): Decision => {
  if (customer.phase === 'collected' && customer.collectedBy === collectedBy && same(customer.sheet, sheet)) {
    return E.right([]);
  }
  if (customer.phase !== 'unknown') return refuse({ type: 'CustomerAlreadyCollected' });
  return unless([reachable(sheet), isTerm('sources', sheet.source, context)], () => [
    { type: 'ProspectCollected', data: { customer: id, collectedBy, sheet }, effectiveAt: context.effectiveAt },
  ]);
};

export const resubmit = (
  { resubmittedBy }: CommandTo<'ResubmitProspect'>,
  record: Collected,
  context: Ruled,
): Decision => {
  if (record.status !== 'rejected') return refuse({ type: 'ProspectNotRejected', status: record.status });
  return unless([notBefore('record', record.since, context)], () => [
    { type: 'ProspectResubmitted', data: { resubmittedBy }, effectiveAt: context.effectiveAt },
  ]);
};

export const accept = ({ screenedBy }: CommandTo<'AcceptProspect'>, record: Collected, context: Ruled): Decision => {
  if (record.status === 'accepted') return E.right([]);
  return unless(screening(screenedBy, record, context), () => [
    {
      type: 'ProspectAccepted',
      data: { screenedBy, selfScreened: screenedBy === record.collectedBy },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

export const reject = (
  { screenedBy, reason }: CommandTo<'RejectProspect'>,
  record: Collected,
  context: Ruled,
): Decision =>
  unless([...screening(screenedBy, record, context), isTerm('rejection', reason, context)], () => [
    {
      type: 'ProspectRejected',
      data: { screenedBy, selfScreened: screenedBy === record.collectedBy, reason },
      effectiveAt: context.effectiveAt,
    },
  ]);

/** DLR-34: only what is pending is screened; Q28: by another than the collector, where the playbook insists. */
const screening = (screenedBy: string, record: Collected, context: Ruled): ReadonlyArray<Check> => [
  record.status === 'pending' ? ok : refuse({ type: 'ProspectNotPending', status: record.status }),
  screenedBy === record.collectedBy && context.rules.playbook.customer.selfScreening === 'refused'
    ? refuse({ type: 'SelfScreeningForbidden', collectedBy: record.collectedBy })
    : ok,
  notBefore('record', record.since, context),
];

/** Record, first journey and custody in one append: at no position is a customer without a holder (OWN-1). */
export const enter = ({ custodian }: CommandTo<'EnterCustomer'>, record: Collected, context: Ruled): Decision => {
  if (record.status !== 'accepted') return refuse({ type: 'ProspectNotAccepted', status: record.status });
  const { effectiveAt, rules } = context;
  const stage = rules.playbook.customer.stages[0];
  if (stage === undefined) return refuse({ type: 'UndefinedTerm', list: 'stages', id: '' });

  const held: CustomerEvent =
    custodian === undefined
      ? { type: 'PlacedInPool', data: {}, effectiveAt }
      : { type: 'CustodyAssigned', data: { to: custodian }, effectiveAt };
  return unless([notBefore('record', record.since, context)], () => [
    {
      type: 'CustomerEntered',
      data: { collectedBy: record.collectedBy, source: record.sheet.source },
      effectiveAt,
    },
    held,
    { type: 'JourneyOpened', data: { journey: 1, stage: stage.id }, effectiveAt },
  ]);
};

export const updateSheet = (
  { changes, cleared = [] }: CommandTo<'UpdateDataSheet'>,
  sheet: DataSheet,
  context: Ruled,
): Decision => {
  const after: { [field in SheetField]?: unknown } = { ...sheet, ...changes };
  for (const field of cleared) if (field !== 'source') delete after[field];
  const changed = Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) => !same(sheet[field as SheetField], value) && !cleared.includes(field as SheetField),
    ),
  );
  const gone = cleared.filter((field) => field !== 'source' && sheet[field] !== undefined);
  if (Object.keys(changed).length === 0 && gone.length === 0) return E.right([]);

  const source = changes.source === undefined ? ok : isTerm('sources', changes.source, context);
  return unless([reachable(after as SheetFields), source], () => [
    { type: 'DataSheetUpdated', data: { changes: changed, cleared: gone }, effectiveAt: context.effectiveAt },
  ]);
};

/** DLR-50: a contact is a fact; it may be dated back. */
export const logContact = ({ by, contactType, message }: CommandTo<'LogContact'>, context: Ruled): Decision =>
  unless([isTerm('contactTypes', contactType, context)], () => [
    {
      type: 'ContactLogged',
      data: { by, contactType, ...(message === undefined ? {} : { message }) },
      effectiveAt: context.effectiveAt,
    },
  ]);

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalText(a as Json) === canonicalText(b as Json));
