/** The bench's events checked as a hand would write it: the same predicates as the codecs', every field named. */
import { BusinessId, isInstant, LocalDate, Money, SafeInteger } from '@millrace/kernel';
import { Term } from '@millrace/sales';
import type { TYPES } from './history.js';

type Fields = { readonly [name: string]: unknown };

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isTime = (value: unknown): boolean => typeof value === 'string' && isInstant(value);
const isYesNo = (value: unknown): boolean =>
  value === undefined || value === 'yes' || value === 'no' || value === 'unknown';

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean => {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!isItem(item)) return false;
  return true;
};

/** Whether a value is one of the bench's events. */
export const isEvent = (value: unknown): boolean => {
  if (!isObject(value) || !isTime(value['effectiveAt']) || !isObject(value['data'])) return false;
  const data = value['data'];
  switch (value['type'] as (typeof TYPES)[number]) {
    case 'ProspectCollected':
      return (
        BusinessId.is(data['collectedBy']) &&
        isObject(data['sheet']) &&
        Term.is(data['sheet']['source']) &&
        isSheet(data['sheet'])
      );
    case 'ProspectAccepted':
      return BusinessId.is(data['screenedBy']) && typeof data['selfScreened'] === 'boolean';
    case 'CustomerEntered':
      return (
        BusinessId.is(data['collectedBy']) &&
        Term.is(data['source']) &&
        (data['custodian'] === undefined || BusinessId.is(data['custodian']))
      );
    case 'JourneyOpened':
      return SafeInteger.is(data['journey']) && Term.is(data['stage']);
    case 'ContactLogged':
      return BusinessId.is(data['by']) && Term.is(data['contactType']) && isTextOrNone(data['message']);
    case 'DataSheetUpdated':
      return isObject(data['changes']) && isSheet(data['changes']) && isListOf(data['cleared'], isClearable);
    case 'CustodyTransferred':
      return BusinessId.is(data['from']) && BusinessId.is(data['to']) && Term.is(data['reason']);
    case 'StageAdvanced':
    case 'PurchaseDecided':
      return (
        SafeInteger.is(data['journey']) &&
        Term.is(data['from']) &&
        Term.is(data['to']) &&
        (data['evidence'] === undefined || isEvidence(data['evidence']))
      );
    case 'BuyerStepObserved':
      return SafeInteger.is(data['journey']) && Term.is(data['step']) && typeof data['outOfSequence'] === 'boolean';
    case 'PurchaseCompleted':
      return SafeInteger.is(data['journey']) && (data['amount'] === undefined || Money.is(data['amount']));
    default:
      return false;
  }
};

const isEvidence = (value: unknown): boolean =>
  isObject(value) &&
  isTextOrNone(value['note']) &&
  (value['traits'] === undefined || isListOf(value['traits'], isTrait));

const isTrait = (value: unknown): boolean =>
  value === 'definiteNeed' ||
  value === 'knowsBrands' ||
  value === 'knowsDealers' ||
  value === 'narrowedRange' ||
  value === 'weighsBrandAndPrice';

const isContact = (value: unknown): boolean =>
  isObject(value) && isText(value['name']) && isTextOrNone(value['role']) && isTextOrNone(value['phone']);

const isPoint = (value: unknown): boolean =>
  isObject(value) && SafeInteger.is(value['latitudeE7']) && SafeInteger.is(value['longitudeE7']);

const isSheet = (sheet: Fields): boolean =>
  isTextOrNone(sheet['address']) &&
  isTextOrNone(sheet['officePhone']) &&
  isTextOrNone(sheet['homePhone']) &&
  isTextOrNone(sheet['mobile']) &&
  isTextOrNone(sheet['email']) &&
  isTextOrNone(sheet['otherContact']) &&
  (sheet['kind'] === undefined || sheet['kind'] === 'person' || sheet['kind'] === 'organisation') &&
  isTextOrNone(sheet['name']) &&
  isTextOrNone(sheet['businessName']) &&
  isTextOrNone(sheet['position']) &&
  (sheet['dateStarted'] === undefined || LocalDate.is(sheet['dateStarted'])) &&
  (sheet['estimatedPurchaseDate'] === undefined || LocalDate.is(sheet['estimatedPurchaseDate'])) &&
  isTextOrNone(sheet['primaryBusiness']) &&
  (sheet['currentTrucks'] === undefined || isListOf(sheet['currentTrucks'], isText)) &&
  (sheet['salesManager'] === undefined || BusinessId.is(sheet['salesManager'])) &&
  isTextOrNone(sheet['preferredContact']) &&
  isTextOrNone(sheet['city']) &&
  isTextOrNone(sheet['district']) &&
  isTextOrNone(sheet['postcode']) &&
  isTextOrNone(sheet['size']) &&
  isTextOrNone(sheet['principal']) &&
  (sheet['contacts'] === undefined || isListOf(sheet['contacts'], isContact)) &&
  (sheet['location'] === undefined || isPoint(sheet['location'])) &&
  isTextOrNone(sheet['notes']) &&
  (sheet['source'] === undefined || Term.is(sheet['source'])) &&
  (sheet['foundBy'] === undefined || Term.is(sheet['foundBy'])) &&
  isYesNo(sheet['knowsBrand']) &&
  isYesNo(sheet['knowsDealer']) &&
  isYesNo(sheet['knowsRivals']) &&
  isYesNo(sheet['needsProduct']) &&
  isYesNo(sheet['buyIntent']);

const CLEARABLE: ReadonlySet<unknown> = new Set(
  `address officePhone homePhone mobile email otherContact kind name businessName position dateStarted
   estimatedPurchaseDate primaryBusiness currentTrucks salesManager preferredContact city district postcode size
   principal contacts location notes foundBy knowsBrand knowsDealer knowsRivals needsProduct buyIntent`.split(/\s+/),
);
const isClearable = (value: unknown): boolean => CLEARABLE.has(value);
