/** Small codecs that commands and events share. Storage format: append-only. */
import { type Money, personal, struct } from '@millrace/kernel';
import * as t from 'io-ts';

/** What the seller heard or wrote. @source DLR-50 */
export const ContactNote = personal(t.string);

/** The five traits of a shopper. @source DLR-9 */
const ShopperTrait = t.keyof({
  definiteNeed: null,
  knowsBrands: null,
  knowsDealers: null,
  narrowedRange: null,
  weighsBrandAndPrice: null,
});

/** Why a move was made: a sentence, the traits seen, or both. @source DLR-9 */
export const Evidence = struct({}, { note: personal(t.string), traits: t.readonlyArray(ShopperTrait) }, 'Evidence');
export type Evidence = t.TypeOf<typeof Evidence>;

/** Whether evidence says anything. @source DLR-9 */
export const isEvidence = ({ note = '', traits = [] }: Evidence): boolean => note.trim() !== '' || traits.length > 0;

/** How a journey ends other than by a purchase made; each has its own list of reasons. @source DLR-10, Q8 */
export const Closing = t.keyof({ lost: null, disqualified: null, dormant: null }, 'Closing');
export type Closing = t.TypeOf<typeof Closing>;

/** Whether two amounts, said or not, are the same. */
export const sameAmount = (a: Money | undefined, b: Money | undefined): boolean =>
  a?.minor === b?.minor && a?.currency === b?.currency;
