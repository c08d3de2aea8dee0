/**
 * The customer data sheet: what a dealer writes down about a prospect, shopper or buyer.
 *
 * @source requirements DLR-8, DLR-30, DLR-48, DLR-49, ORG-33
 */
import { BusinessId, LocalDate, personal, SafeInteger, type Struct, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term } from '../playbook/index.js';

const YesNo = t.keyof({ yes: null, no: null, unknown: null });

/** A point on the map in ten-millionths of a degree. */
const Point = struct({ latitudeE7: SafeInteger, longitudeE7: SafeInteger }, {}, 'Point');

const Contact = struct({ name: personal(t.string) }, { role: t.string, phone: personal(t.string) }, 'Contact');

/** Ways to reach the customer: one of them is demanded at collection. @source DLR-18 */
const contactData = {
  address: personal(t.string),
  officePhone: personal(t.string),
  homePhone: personal(t.string),
  mobile: personal(t.string),
  email: personal(t.string),
  otherContact: personal(t.string),
};

const fields = {
  ...contactData,
  kind: t.keyof({ person: null, organisation: null }),
  name: personal(t.string),
  businessName: t.string,
  position: t.string,
  dateStarted: LocalDate,
  estimatedPurchaseDate: LocalDate,
  primaryBusiness: t.string,
  currentTrucks: t.readonlyArray(t.string),
  salesManager: BusinessId,
  preferredContact: t.string,
  city: t.string,
  district: t.string,
  postcode: t.string,
  size: t.string,
  principal: personal(t.string),
  contacts: t.readonlyArray(Contact),
  location: personal(Point),
  notes: personal(t.string),
  /** How the customer heard of us. @source DLR-49, Q42 */
  source: Term,
  /** How we found the customer. @source DLR-27, Q42 */
  foundBy: t.string,
  /** The four traits of a prospect. @source DLR-8 */
  knowsBrand: YesNo,
  knowsDealer: YesNo,
  knowsRivals: YesNo,
  needsProduct: YesNo,
  buyIntent: YesNo,
};

/** Some fields of a data sheet: at most all of them. */
export const SheetFields = struct({}, fields, 'SheetFields');
export type SheetFields = Struct<Record<never, never>, typeof fields>;

/** A data sheet; the source of the lead is demanded. @source DLR-49 */
export const DataSheet = struct({ source: Term }, fields, 'DataSheet');
export type DataSheet = SheetFields & { readonly source: Term };

export type SheetField = keyof typeof fields;
export const SheetField = t.keyof(fields, 'SheetField');

/** Whether the sheet says how to reach the customer. @source DLR-18 */
export const hasContactDatum = (sheet: SheetFields): boolean =>
  Object.keys(contactData).some((name) => isFilled(sheet[name as keyof typeof contactData])) ||
  (sheet.contacts ?? []).some(({ phone }) => isFilled(phone));

const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
