/**
 * The customer data sheet: what a dealer writes down about a prospect, shopper or buyer.
 *
 * Every free text is personal, and so is whatever tells where someone is; what is not personal is a
 * date, a term, an id of staff or one of a few words. Storage format: append-only.
 *
 * @source requirements DLR-8, DLR-29, DLR-30, DLR-48, DLR-49, ORG-33, Q34, Q35, Q42, Q44, Q46
 */
import { BusinessId, LocalDate, personal, SafeInteger, type Struct, struct } from '@millrace/kernel';
import type { Draft } from 'immer';
import * as t from 'io-ts';
import { Term } from '../playbook/index.js';

const Text = personal(t.string);

const YesNo = t.keyof({ yes: null, no: null, unknown: null });

/** A point on the map. @units ten-millionths of a degree */
const Point = struct({ latitudeE7: SafeInteger, longitudeE7: SafeInteger }, {}, 'Point');

/** A person to speak to at the customer's. @source ORG-33, Q46 */
const Contact = struct({ name: t.string }, { role: t.string, phone: t.string }, 'Contact');

/** Ways to reach the customer: one of them is demanded at collection. @source DLR-18 */
const contactData = {
  address: Text,
  officePhone: Text,
  homePhone: Text,
  mobile: Text,
  email: Text,
  otherContact: Text,
};

const optional = {
  ...contactData,
  /** A party may be either. @source Q46 */
  kind: t.keyof({ person: null, organisation: null }),
  name: Text,
  businessName: Text,
  position: Text,
  /** When the record was begun. @source Q44 */
  dateStarted: LocalDate,
  /** The actual date is that of the purchase completed. @source Q34 */
  estimatedPurchaseDate: LocalDate,
  primaryBusiness: Text,
  currentTrucks: personal(t.readonlyArray(t.string)),
  salesManager: BusinessId,
  preferredContact: Text,
  city: Text,
  district: Text,
  postcode: Text,
  size: Text,
  principal: Text,
  contacts: personal(t.readonlyArray(Contact)),
  location: personal(Point),
  notes: Text,
  /** How we found the customer. @source DLR-27, Q42 */
  foundBy: Term,
  /** The four traits of a prospect. @source DLR-8 */
  knowsBrand: YesNo,
  knowsDealer: YesNo,
  knowsRivals: YesNo,
  needsProduct: YesNo,
  /** The seller's judgement. @source DLR-29 */
  buyIntent: YesNo,
};

/** How the customer heard of us: the source of the lead. @source DLR-49, Q42 */
const source = { source: Term };

/** A data sheet; the source of the lead is demanded. @source DLR-49 */
export const DataSheet = struct(source, optional, 'DataSheet');
export type DataSheet = Struct<typeof source, typeof optional>;

/** Some fields of a data sheet: at most all of them. */
export const SheetFields = struct({}, { ...source, ...optional }, 'SheetFields');
export type SheetFields = Struct<Record<never, never>, typeof source & typeof optional>;

/** A field that can be emptied: any but the source. */
export const ClearableField = t.keyof(optional, 'ClearableField');
export type ClearableField = t.TypeOf<typeof ClearableField>;

/** Changed and emptied fields of a sheet; a field that is both is emptied. */
export interface SheetUpdate {
  readonly changes: SheetFields;
  readonly cleared: ReadonlyArray<ClearableField>;
}

/** Edits `sheet`. */
export const updateSheet = (sheet: Draft<DataSheet>, { changes, cleared }: SheetUpdate): void => {
  Object.assign(sheet, changes);
  for (const field of cleared) delete sheet[field];
};

/** The sheet after an update; the one given stays as it is. */
export const sheetAfter = (sheet: DataSheet, update: SheetUpdate): DataSheet => {
  const after = { ...sheet } as Draft<DataSheet>;
  updateSheet(after, update);
  return after as DataSheet;
};

/** Whether the sheet says how to reach the customer. @source DLR-18 */
export const hasContactDatum = (sheet: SheetFields): boolean =>
  Object.keys(contactData).some((name) => isFilled(sheet[name as keyof typeof contactData])) ||
  (sheet.contacts ?? []).some(({ phone }) => isFilled(phone));

const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
