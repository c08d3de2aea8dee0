import type * as t from 'io-ts';

/** A value whose branded parts are plain ones: what a caller writes, and a codec then checks. */
export type Unbranded<T> =
  T extends t.Brand<unknown>
    ? T extends string
      ? string
      : T extends number
        ? number
        : T
    : T extends ReadonlyArray<infer Item>
      ? ReadonlyArray<Unbranded<Item>>
      : T extends object
        ? { readonly [Key in keyof T]: Unbranded<T[Key]> }
        : T;
