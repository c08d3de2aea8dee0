import type { BusinessId } from '@millrace/kernel';

/** What sets a branded type apart from the string or number that it is. */
type Brand = { readonly [Mark in Exclude<keyof BusinessId, keyof string>]: unknown };

/**
 * A value as one writes it down: ids and amounts as plain strings and numbers.
 *
 * Whoever is given one reads it by its codec first, and refuses what does not fit.
 */
export type Plain<T> = T extends Brand
  ? T extends string
    ? string
    : number
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T;
