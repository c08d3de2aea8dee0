import { personal, struct } from '@millrace/kernel';
import * as t from 'io-ts';

/** What the seller heard or wrote; may tell something about a person. @source DLR-50 */
export const ContactNote = personal(t.string);

/** The five traits of a shopper. @source DLR-9 */
const ShopperTrait = t.keyof({
  definiteNeed: null,
  knowsBrands: null,
  knowsDealers: null,
  narrowedRange: null,
  weighsBrandAndPrice: null,
});

/** Why a move was made: a sentence, and the traits seen. @source DLR-9 */
export const Evidence = struct({ note: t.string }, { traits: t.readonlyArray(ShopperTrait) }, 'Evidence');
export type Evidence = t.TypeOf<typeof Evidence>;
