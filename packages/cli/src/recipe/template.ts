import { type Currency, type Json, parseDecimal } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadCell } from './cells.js';
import type { Row } from './csv.js';
import { columnsOf, piecesOf } from './references.js';
import type { Template } from './template-codec.js';
import { dateReader, timeReader } from './times.js';

/** Why a row cannot be turned into a command. */
export type RowFault =
  | { readonly type: 'NothingFound'; readonly column: string }
  | { readonly type: 'NotA'; readonly what: 'amount' | 'integer' | 'time' | 'date'; readonly found: string };

/** Fills a template from a row; `undefined` leaves the field out. */
export type Fill = (row: Row) => E.Either<RowFault, Json | undefined>;

/** What templates need to know besides the row. */
export interface FillContext {
  readonly cell: (reference: string) => ReadCell;
  readonly currency: Currency;
  readonly zone: string;
}

/** Compiles a template. */
export const compileTemplate = (template: Template, context: FillContext): Fill => {
  if (typeof template === 'string') return compileText(template, context);
  if (typeof template !== 'object') return () => E.right(template);
  if ('$money' in template) return compileMoney(template, context);
  if ('$integer' in template) return converted(template.$integer as string, context, 'integer', integerOf);
  if ('$time' in template) {
    const { $time, format, zone } = template as { $time: string; format?: string; zone?: string };
    return converted($time, context, 'time', timeReader(format ?? 'iso', zone ?? context.zone));
  }
  if ('$date' in template) {
    const { $date, format } = template as { $date: string; format?: string };
    return converted($date, context, 'date', dateReader(format ?? 'iso'));
  }
  if ('$optional' in template) return compileOptional(template.$optional as Template, context);
  return Array.isArray(template)
    ? compileList(template, context)
    : compileObject(template as { readonly [field: string]: Template }, context);
};

type FillText = (row: Row) => E.Either<RowFault, string>;

const compileText = (text: string, { cell }: FillContext): FillText => {
  const parts = piecesOf(text).map((piece): { readonly column: string; readonly read: ReadCell } =>
    'text' in piece ? { column: '', read: () => piece.text } : { column: piece.column, read: cell(piece.column) },
  );
  return (row) => {
    let filled = '';
    for (const { column, read } of parts) {
      const found = read(row);
      if (found === undefined) return E.left({ type: 'NothingFound', column });
      filled += found;
    }
    return E.right(filled);
  };
};

const converted = (
  text: string,
  context: FillContext,
  what: 'integer' | 'time' | 'date',
  convert: (text: string) => Json | undefined,
): Fill => {
  const fill = compileText(text, context);
  return (row) => {
    const filled = fill(row);
    if (E.isLeft(filled)) return filled;
    const value = convert(filled.right);
    return value === undefined ? E.left({ type: 'NotA', what, found: filled.right }) : E.right(value);
  };
};

const integerOf = (text: string): number | undefined => {
  const number = Number(text);
  return /^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(number) ? number + 0 : undefined;
};

const compileMoney = (template: Template & { readonly $money?: unknown }, context: FillContext): Fill => {
  const fill = compileText(template.$money as string, context);
  return (row) => {
    const filled = fill(row);
    if (E.isLeft(filled)) return filled;
    const money = parseDecimal(filled.right.trim(), context.currency);
    return E.isLeft(money)
      ? E.left({ type: 'NotA', what: 'amount', found: filled.right })
      : E.right({ minor: money.right.minor, currency: money.right.currency });
  };
};

/** Nothing where one of the columns is blank or not found. */
const compileOptional = (template: Template, context: FillContext): Fill => {
  const fill = compileTemplate(template, context);
  const columns = columnsOf(template, '').map(({ column }) => context.cell(column));
  return (row) => (columns.some((read) => (read(row) ?? '').trim() === '') ? E.right(undefined) : fill(row));
};

const compileList = (items: ReadonlyArray<Template>, context: FillContext): Fill => {
  const fills = items.map((item) => compileTemplate(item, context));
  return (row) => {
    const values: Array<Json> = [];
    for (const fill of fills) {
      const value = fill(row);
      if (E.isLeft(value)) return value;
      if (value.right !== undefined) values.push(value.right);
    }
    return E.right(values);
  };
};

const compileObject = (fields: { readonly [name: string]: Template }, context: FillContext): Fill => {
  const fills = Object.entries(fields).map(([name, field]) => ({ name, fill: compileTemplate(field, context) }));
  return (row) => {
    const values: Array<readonly [string, Json]> = [];
    for (const { name, fill } of fills) {
      const value = fill(row);
      if (E.isLeft(value)) return value;
      if (value.right !== undefined) values.push([name, value.right]);
    }
    return E.right(Object.fromEntries(values));
  };
};
