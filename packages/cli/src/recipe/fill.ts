/** What templates come to, row by row. */
import type { Json, MoneyError } from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type { Row } from './csv.js';

/** A cell that is no amount of its currency, and why: a fraction of the smallest unit for one. */
export interface NotAnAmount {
  readonly type: 'NotAnAmount';
  /** The field it was meant for, keys joined by `/`. */
  readonly field: string;
  readonly found: string;
  readonly cause: AmountFault;
}

/** A cell that cannot be read as what it was meant to be. */
export type NotA = Wanted & {
  readonly type: 'NotA';
  /** The field it was meant for, keys joined by `/`; the column where it is the time of the row. */
  readonly field: string;
  readonly found: string;
};

/** What cells are read as. */
export type Wanted =
  | { readonly what: 'integer' | 'slug' }
  | {
      readonly what: 'time' | 'date';
      /** As the recipe gives it: `iso` or a pattern. */
      readonly format: string;
    };

/** A text that comes to the same id as another one, which stands earlier. */
export interface SlugTaken {
  readonly type: 'SlugTaken';
  readonly field: string;
  readonly slug: string;
  readonly found: string;
  /** The other text, and where it stands. */
  readonly other: string;
  readonly file: string;
  readonly row: number;
}

/** What a decimal number and a currency can have wrong with them, and an amount that is not to be below zero. */
export type AmountFault =
  | Exclude<MoneyError, { readonly type: 'NotMinorUnits' | 'CurrencyMismatch' }>
  | { readonly type: 'BelowZero'; readonly text: string };

/** Why a row cannot be turned into a command. */
export type RowFault = { readonly type: 'NothingFound'; readonly column: string } | NotAnAmount | NotA | SlugTaken;

/** Fills a template from a row; `undefined` leaves the field out. */
export type Fill = (row: Row) => E.Either<RowFault, Json | undefined>;

/** Fills a text from a row. */
export type FillText = (row: Row) => E.Either<RowFault, string>;
