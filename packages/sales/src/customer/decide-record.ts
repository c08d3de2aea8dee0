/** Collection, screening, entry, data sheet and contacts. @source DLR-18, DLR-30, DLR-34, DLR-50, Q28, Q29 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, refuse, unless } from '../checks.js';
import { sameJson } from '../same.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Collected, Customer } from './evolve.js';
import { firstStage, fitForCustody, isTerm, mayScreen, pending, reachable, recordOnTime } from './policy.js';
import type { Check, Decision } from './refusals.js';
import { type ClearableField, type DataSheet, type SheetFields, sheetAfter } from './sheet.js';

export const collect = (
  { collectedBy, sheet }: CommandTo<'CollectProspect'>,
  customer: Customer,
  context: Ruled,
): Decision => {
  if (customer.phase === 'collected' && customer.collectedBy === collectedBy && sameJson(customer.sheet, sheet)) {
    return E.right([]);
  }
  if (customer.phase !== 'unknown') return refuse({ type: 'CustomerAlreadyCollected' });
  return unless([reachable(sheet), ...termsOfSheet(sheet, context)], () => [
    { type: 'ProspectCollected', data: { collectedBy, sheet }, effectiveAt: context.effectiveAt },
  ]);
};

/** Q29: a rejected prospect may be handed in again. */
export const resubmit = (
  { resubmittedBy }: CommandTo<'ResubmitProspect'>,
  record: Collected,
  context: Ruled,
): Decision => {
  const { status } = record.screening;
  if (status !== 'rejected') return refuse({ type: 'ProspectNotRejected', status });
  return unless([recordOnTime(record, context)], () => [
    { type: 'ProspectResubmitted', data: { resubmittedBy }, effectiveAt: context.effectiveAt },
  ]);
};

export const accept = ({ screenedBy }: CommandTo<'AcceptProspect'>, record: Collected, context: Ruled): Decision => {
  if (record.screening.status === 'accepted') return E.right([]);
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
): Decision => {
  if (record.screening.status === 'rejected' && record.screening.reason === reason) return E.right([]);
  return unless([...screening(screenedBy, record, context), isTerm('rejection', reason, context)], () => [
    {
      type: 'ProspectRejected',
      data: { screenedBy, selfScreened: screenedBy === record.collectedBy, reason },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

const screening = (screenedBy: string, record: Collected, context: Ruled): ReadonlyArray<Check> => [
  pending(record),
  mayScreen(screenedBy, record, context),
  recordOnTime(record, context),
];

/** OWN-1: record and custody begin in one event, and the first journey in the same append. */
export const enter = ({ custodian }: CommandTo<'EnterCustomer'>, record: Collected, context: Ruled): Decision => {
  const { status } = record.screening;
  if (status !== 'accepted') return refuse({ type: 'ProspectNotAccepted', status });
  const { collectedBy, sheet } = record;
  const { effectiveAt } = context;
  return unless([recordOnTime(record, context), fitForCustody(custodian, context)], () => [
    {
      type: 'CustomerEntered',
      data: { collectedBy, source: sheet.source, ...defined({ custodian }) },
      effectiveAt,
    },
    { type: 'JourneyOpened', data: { journey: 1, stage: firstStage(context) }, effectiveAt },
  ]);
};

/** ORG-33: field by field; what is so already is left out. */
export const updateSheet = (
  { changes, cleared = [] }: CommandTo<'UpdateDataSheet'>,
  sheet: DataSheet,
  context: Ruled,
): Decision => {
  const update = {
    changes: Object.fromEntries(
      Object.entries(changes).filter(
        ([field, value]) =>
          !cleared.includes(field as ClearableField) && !sameJson(sheet[field as keyof SheetFields], value),
      ),
    ),
    cleared: cleared.filter((field) => sheet[field] !== undefined),
  };
  if (Object.keys(update.changes).length === 0 && update.cleared.length === 0) return E.right([]);
  return unless([reachable(sheetAfter(sheet, update)), ...termsOfSheet(update.changes, context)], () => [
    { type: 'DataSheetUpdated', data: update, effectiveAt: context.effectiveAt },
  ]);
};

/** DLR-50: a contact is a fact; it may be dated back. */
export const logContact = ({ by, contactType, message }: CommandTo<'LogContact'>, context: Ruled): Decision =>
  unless([isTerm('contactTypes', contactType, context)], () => [
    { type: 'ContactLogged', data: { by, contactType, ...defined({ message }) }, effectiveAt: context.effectiveAt },
  ]);

/** Q42: how the customer heard of us, and how we found the customer. */
const termsOfSheet = ({ source, foundBy }: SheetFields, context: Ruled): ReadonlyArray<Check> => [
  isTerm('sources', source, context),
  isTerm('prospecting', foundBy, context),
];
