/** What playbooks are written in: ids, names in two languages, zones. */
import { isZone, struct } from '@millrace/kernel';
import * as t from 'io-ts';

export interface TermBrand {
  readonly Term: unique symbol;
}

/** The id of something a playbook defines: a letter, then up to 63 letters, digits, `.` or `_`. */
export const Term = t.brand(
  t.string,
  (s): s is t.Branded<string, TermBrand> => /^[A-Za-z][A-Za-z0-9._]{0,63}$/.test(s),
  'Term',
);
export type Term = t.TypeOf<typeof Term>;

export interface ZoneBrand {
  readonly Zone: unique symbol;
}

/** An IANA time zone. */
export const Zone = t.brand(t.string, (s): s is t.Branded<string, ZoneBrand> => isZone(s), 'Zone');
export type Zone = t.TypeOf<typeof Zone>;

/** Text that says something, and can be written down. */
export const Words = t.refinement(t.string, (text) => text.trim() !== '' && text.isWellFormed(), 'Words');

/** What people read, in the two languages the product speaks. */
export const Label = struct({ en: Words, zh: Words }, {}, 'Label');
export type Label = t.TypeOf<typeof Label>;

/** A thing a playbook defines: its id is for ever, its name may change. */
export const Named = struct({ id: Term, name: Label }, {}, 'Named');
export type Named = t.TypeOf<typeof Named>;
