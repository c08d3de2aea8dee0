import { type Currency, type Json, periodAt } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { isBlank, type ReadCell } from './cells.js';
import type { Fill, FillText, NotA, Wanted } from './fill.js';
import { fillMoney } from './money-template.js';
import { piecesOf } from './pieces.js';
import { columnsOf } from './references.js';
import { fillSlug, type Slugs } from './slug-template.js';
import type { Template } from './template-codec.js';
import { dateReader, timeReader } from './times.js';

/** What templates need to know besides the row. */
export interface FillContext {
  readonly cell: (reference: string) => ReadCell;
  readonly currency: Currency;
  readonly zone: string;
  /** The file whose rows they are filled from. */
  readonly file: string;
  readonly slugs: Slugs;
}

/** Compiles a template; `field` are the keys of the command that lead to it, joined by `/`. */
export const compileTemplate = (template: Template, context: FillContext, field = ''): Fill => {
  if (typeof template === 'string') return compileText(template, context);
  if (typeof template !== 'object') return () => E.right(template);
  if ('$money' in template) {
    const { $money, currency = context.currency, unsigned = false } = template as MoneyTemplate;
    const [amount, code] = [compileText($money, context), compileText(currency, context)];
    return fillMoney({ amount, currency: code, unsigned, field });
  }
  if ('$integer' in template) {
    const { $integer } = template as { $integer: string };
    return converted(compileText($integer, context), { what: 'integer', field }, integerOf);
  }
  if ('$slug' in template) {
    const { $slug } = template as { $slug: string };
    return fillSlug(compileText($slug, context), { named: context.slugs($slug), file: context.file, field });
  }
  if ('$time' in template) {
    const {
      $time,
      format = 'iso',
      zone = context.zone,
    } = template as { $time: string; format?: string; zone?: string };
    return converted(compileText($time, context), { what: 'time', field, format }, timeReader(format, zone));
  }
  if ('$date' in template) {
    const { $date, format = 'iso' } = template as { $date: string; format?: string };
    return converted(compileText($date, context), { what: 'date', field, format }, dateReader(format));
  }
  if ('$period' in template) {
    const { $period, cadence, format = 'iso', zone = context.zone } = template as PeriodTemplate;
    const readTime = timeReader(format, zone);
    return converted(compileText($period, context), { what: 'time', field, format }, (text) => {
      const time = readTime(text);
      return time && periodAt(time, cadence, context.zone).label;
    });
  }
  if ('$optional' in template) return compileOptional(template.$optional as Template, context, field);
  return Array.isArray(template)
    ? compileList(template, context, field)
    : compileObject(template as { readonly [field: string]: Template }, context, field);
};

type MoneyTemplate = Extract<Template, { readonly $money: string }>;
type PeriodTemplate = Extract<Template, { readonly $period: string }>;

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

const converted =
  (fill: FillText, wanted: Wanted & Pick<NotA, 'field'>, convert: (text: string) => Json | undefined): Fill =>
  (row) => {
    const filled = fill(row);
    if (E.isLeft(filled)) return filled;
    const value = convert(filled.right);
    return value === undefined ? E.left({ type: 'NotA', ...wanted, found: filled.right }) : E.right(value);
  };

const integerOf = (text: string): number | undefined => {
  const number = Number(text);
  return /^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(number) ? number + 0 : undefined;
};

/** Nothing where one of the columns is blank or not found. */
const compileOptional = (template: Template, context: FillContext, field: string): Fill => {
  const fill = compileTemplate(template, context, field);
  const columns = columnsOf(template, '').map(({ column }) => context.cell(column));
  return (row) => (columns.some((read) => isBlank(read(row))) ? E.right(undefined) : fill(row));
};

const compileList = (items: ReadonlyArray<Template>, context: FillContext, field: string): Fill => {
  const fills = items.map((item, i) => compileTemplate(item, context, under(field, `${i}`)));
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

const compileObject = (fields: { readonly [name: string]: Template }, context: FillContext, field: string): Fill => {
  const fills = Object.entries(fields).map(([name, template]) => ({
    name,
    fill: compileTemplate(template, context, under(field, name)),
  }));
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

const under = (field: string, key: string): string => (field === '' ? key : `${field}/${key}`);
