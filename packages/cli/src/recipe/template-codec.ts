import { Currency, type JsonCodec, strayKeyOf, struct } from '@millrace/kernel';
import { Zone } from '@millrace/sales';
import * as t from 'io-ts';
import { oneOf } from './codecs.js';
import { piecesOf } from './pieces.js';
import { described } from './schema.js';
import { isTimeFormat } from './time-format.js';

export const TimeFormat = described(
  t.refinement(t.string, isTimeFormat, 'TimeFormat'),
  '`iso` (default), or a pattern of yyyy, MM, dd, HH, mm, ss, SSS and other characters as they stand.',
);

/** An object of anything by name; names with `$` in front are kept for templates. */
export const byName = <A>(codec: JsonCodec<A>): JsonCodec<{ readonly [name: string]: A }> =>
  t.refinement(
    t.record(t.string, codec),
    (fields) => Object.keys(fields).every((name) => !name.startsWith('$')),
    'Fields',
  ) as unknown as JsonCodec<{ readonly [name: string]: A }>;

/** A currency, or text with a column in it that names one. */
const CurrencyText = t.refinement(
  t.string,
  (text) => Currency.is(text) || piecesOf(text).some((piece) => 'column' in piece),
  'CurrencyText',
);

const UNSIGNED = described(t.boolean, 'Whether an amount below zero is rejected.');

/** Sales periods are months or quarters. */
const PeriodCadence = oneOf(['month', 'quarter']);
type PeriodCadence = t.TypeOf<typeof PeriodCadence>;

/** What a field is made of; text holds `{column}` and `{lookup.column}`. */
export type Template =
  | string
  | number
  | boolean
  | { readonly $money: string; readonly currency?: string; readonly unsigned?: boolean }
  | { readonly $integer: string }
  | { readonly $slug: string }
  | { readonly $time: string; readonly format?: string; readonly zone?: Zone }
  | { readonly $date: string; readonly format?: string }
  | {
      readonly $period: string;
      readonly cadence: PeriodCadence;
      readonly format?: string;
      readonly zone?: Zone;
    }
  | { readonly $optional: Template }
  | ReadonlyArray<Template>
  | { readonly [field: string]: Template };

/** `codec`, whose misfits are told by the member that a value was meant for, or as of one piece. */
const told = (codec: t.Mixed, meantFor: (value: unknown) => t.Mixed | undefined = () => undefined): t.Mixed => {
  const validate: t.Validate<unknown, unknown> = (value, context) => {
    const member = meantFor(value);
    if (member !== undefined) return member.validate(value, context);
    return codec.is(value) ? t.success(value) : t.failure(value, context);
  };
  return Object.create(codec, { validate: { value: validate } }) as t.Mixed;
};

/** A template with a key of its own, and no key that it does not know. */
const keyed = (codec: t.Mixed, about: string): t.Mixed => {
  const strayIn = strayKeyOf(codec);
  return described(told(t.refinement(codec, (value) => strayIn(value) === undefined)), about);
};

export const Template: JsonCodec<Template> = t.recursion('Template', (self) => {
  const special = new Map<string, t.Mixed>([
    ['$money', keyed(struct({ $money: t.string }, { currency: CurrencyText, unsigned: UNSIGNED }), MONEY)],
    ['$integer', keyed(struct({ $integer: t.string }), INTEGER)],
    ['$slug', keyed(struct({ $slug: t.string }), SLUG)],
    ['$time', keyed(struct({ $time: t.string }, { format: TimeFormat, zone: Zone }), TIME)],
    ['$date', keyed(struct({ $date: t.string }, { format: TimeFormat }), DATE)],
    [
      '$period',
      keyed(struct({ $period: t.string, cadence: PeriodCadence }, { format: TimeFormat, zone: Zone }), PERIOD),
    ],
    ['$optional', keyed(struct({ $optional: self }), OPTIONAL)],
  ]);
  const [list, fields] = [t.readonlyArray(self), byName(self)];
  const any = t.union([t.string, t.number, t.boolean, ...special.values(), list, fields]);
  const meantFor = (value: unknown): t.Mixed | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return list;
    const key = Object.keys(value).find((name) => special.has(name));
    return key === undefined ? fields : special.get(key);
  };
  return told(any, meantFor) as unknown as JsonCodec<Template>;
});

const MONEY =
  'An amount, as a decimal number in the major unit of its currency, the playbook’s when left out: {"$money": "{amount}", "currency": "USD"}.';
const INTEGER = 'A whole number: {"$integer": "{count}"}.';
const SLUG =
  'An id made of a name: {"$slug": "{seller}"}. Letters, digits, ., - and _ stay, blanks become one ., the rest goes; two names with one id are rejected.';
const TIME = 'A moment, read like a time column: {"$time": "{due}", "format": "dd/MM/yyyy"}.';
const DATE = 'A calendar day: {"$date": "{started}", "format": "dd/MM/yyyy"}.';
const PERIOD = 'The label of the month or quarter in which a moment falls: {"$period": "{sold}", "cadence": "month"}.';
const OPTIONAL = 'Left out where a column it names is blank or a lookup finds nothing.';
