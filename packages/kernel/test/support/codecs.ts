import { personal, SafeInteger } from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';

/** A codec, and values that nearly always fit it. */
interface Sample {
  readonly codec: t.Mixed;
  readonly fitting: fc.Arbitrary<unknown>;
}

type Fields = ReadonlyArray<readonly [string, Sample]>;

/** Few keys, so that codecs and values meet; some of them are inherited by every object. */
const key = fc.constantFrom('a', 'b', 'tag', '__proto__', 'constructor', 'toString');

/** What {@link personal} fields hold in these samples, and nothing else does. */
export const CANARY = 'canary';

/** `value` with these fields of its own, `__proto__` among them too. */
const withFields = (entries: Iterable<readonly [string, unknown]>, value: object = {}): object => {
  for (const [name, field] of entries) {
    Object.defineProperty(value, name, { value: field, enumerable: true, configurable: true, writable: true });
  }
  return value;
};

const leaves: ReadonlyArray<Sample> = [
  { codec: t.string, fitting: fc.string({ maxLength: 3 }) },
  { codec: t.number, fitting: fc.double() },
  { codec: t.boolean, fitting: fc.boolean() },
  { codec: t.null, fitting: fc.constant(null) },
  { codec: t.undefined, fitting: fc.constant(undefined) },
  { codec: t.unknown, fitting: fc.constantFrom(1, undefined, {}) },
  { codec: t.UnknownRecord, fitting: fc.constantFrom({}, { a: 1 }) },
  { codec: t.UnknownArray, fitting: fc.constantFrom([], [1, 'a']) },
  { codec: t.literal('a'), fitting: fc.constant('a') },
  { codec: t.literal(1), fitting: fc.constant(1) },
  { codec: t.keyof({ a: null, b: null }), fitting: fc.constantFrom('a', 'b') },
  { codec: SafeInteger, fitting: fc.integer() },
  { codec: t.refinement(t.string, (text) => text.length < 2, 'Short'), fitting: fc.constantFrom('', 'x') },
  { codec: personal(t.literal(CANARY)), fitting: fc.constant(CANARY) },
  { codec: t.refinement(personal(t.string), (text) => text === CANARY, 'Name'), fitting: fc.constant(CANARY) },
];

const propsOf = (fields: Fields): t.Props => withFields(fields.map(([name, { codec }]) => [name, codec])) as t.Props;

const valuesOf = (fields: Fields): fc.Arbitrary<object> =>
  fc
    .tuple(...fields.map(([, { fitting }]) => fitting))
    .map((list) => withFields(fields.map(([name], i) => [name, list[i]])));

const required = (fields: Fields): Sample => ({ codec: t.type(propsOf(fields)), fitting: valuesOf(fields) });

const strict = (fields: Fields): Sample => ({ codec: t.strict(propsOf(fields)), fitting: valuesOf(fields) });

const optional = (fields: Fields): Sample => ({
  codec: t.partial(propsOf(fields)),
  fitting: fc
    .tuple(valuesOf(fields), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
    .map(([value, kept]) => withFields(Object.entries(value).filter((_, i) => kept[i]))),
});

const both = (one: Sample, other: Sample): Sample => ({
  codec: t.intersection([one.codec, other.codec]),
  fitting: fc
    .tuple(one.fitting, other.fitting)
    .map(([a, b]) => (typeof a === 'object' && typeof b === 'object' ? withFields(Object.entries({ ...a, ...b })) : a)),
});

const either = (one: Sample, other: Sample): Sample => ({
  codec: unionOf(one.codec, other.codec),
  fitting: fc.oneof(one.fitting, other.fitting),
});

/** io-ts breaks on members told apart by a name that objects inherit: such a union is its first member alone. */
const unionOf = (one: t.Mixed, other: t.Mixed): t.Mixed => {
  try {
    return t.union([one, other]);
  } catch {
    return one;
  }
};

const tagged = (tag: string, fields: Fields): Sample =>
  required([
    ...fields.filter(([name]) => name !== 'tag'),
    ['tag', { codec: t.literal(tag), fitting: fc.constant(tag) }],
  ]);

const list = ({ codec, fitting }: Sample): Sample => ({
  codec: t.array(codec),
  fitting: fc.array(fitting, { maxLength: 3 }),
});

const sparse = ({ codec, fitting }: Sample): Sample => ({
  codec: t.readonlyArray(codec),
  fitting: fc.sparseArray(fitting, { maxNumElements: 2, maxLength: 3 }),
});

const pair = (one: Sample, other: Sample): Sample => ({
  codec: t.tuple([one.codec, other.codec]),
  fitting: fc.tuple(one.fitting, other.fitting),
});

const dictionary = ({ codec, fitting }: Sample): Sample => ({
  codec: t.record(t.string, codec),
  fitting: fc.array(fc.tuple(key, fitting), { maxLength: 3 }).map((entries) => withFields(entries)),
});

const table = ({ codec, fitting }: Sample): Sample => ({
  codec: t.record(t.keyof({ a: null, b: null }), codec),
  fitting: fc.record({ a: fitting, b: fitting }),
});

const readonly = ({ codec, fitting }: Sample): Sample => ({ codec: t.readonly(codec), fitting });

const chain = ({ codec, fitting }: Sample): Sample => ({
  codec: t.recursion('Chain', (self) => t.intersection([t.type({ b: codec }), t.partial({ a: self })])),
  fitting: fc.tuple(fitting, fitting).map(([b, inner]) => ({ b, a: { b: inner } })),
});

const nest = ({ codec, fitting }: Sample): Sample => ({
  codec: t.recursion('Nest', (self) => unionOf(codec, t.type({ a: self }))),
  fitting: fc.oneof(
    fitting,
    fitting.map((a) => ({ a })),
  ),
});

const samplesOf = (withUnions: boolean): fc.Arbitrary<Sample> =>
  fc.letrec<{ one: Sample; fields: Fields }>((tie) => {
    const two = fc.tuple(tie('one'), tie('one'));
    const twice = fc.tuple(tie('fields'), tie('fields'));
    const unions = [
      two.map(([a, b]) => either(a, b)),
      twice.map(([a, b]) => either(tagged('x', a), tagged('y', b))),
      tie('one').map(nest),
    ];
    return {
      fields: fc.uniqueArray(fc.tuple(key, tie('one')), { maxLength: 3, selector: ([name]) => name }),
      one: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...leaves),
        tie('fields').map(required),
        tie('fields').map(strict),
        tie('fields').map(optional),
        twice.map(([a, b]) => both(required(a), optional(b))),
        two.map(([a, b]) => both(a, b)),
        two.map(([a, b]) => pair(a, b)),
        ...[list, sparse, dictionary, table, readonly, chain].map((make) => tie('one').map(make)),
        ...(withUnions ? unions : []),
      ),
    };
  }).one;

/** Codecs of every make that the kernel knows, nested at random. */
const samples = samplesOf(true);

/** The same without unions, whose value alone does not tell what it was meant for. */
const samplesWithoutUnions = samplesOf(false);

/** Values of every kind, with the same few keys. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => {
  const entries = fc.array(fc.tuple(key, tie('anything')), { maxLength: 4 });
  return {
    anything: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(undefined, null, true, 0, -0, 1, Number.NaN, 'a', 'x', '', 1n, Symbol.iterator, () => 1),
      fc.array(tie('anything'), { maxLength: 3 }),
      fc.sparseArray(tie('anything'), { maxNumElements: 2, maxLength: 4 }),
      entries.map((fields) => withFields(fields)),
      entries.map((fields) => Object.create(withFields(fields)) as unknown),
      entries.map((fields) => withFields(fields, [])),
    ),
  };
});

/** A codec and a value, which fits it in about half of all cases. */
export const codecAndValue: fc.Arbitrary<readonly [t.Mixed, unknown]> = samples.chain(({ codec, fitting }) =>
  fc.tuple(fc.constant(codec), fc.oneof(fitting, anything)),
);

/** A codec and a value that fits it, of {@link samplesWithoutUnions}. */
export const codecAndFitting: fc.Arbitrary<readonly [t.Mixed, unknown]> = samplesWithoutUnions
  .chain(({ codec, fitting }) => fc.tuple(fc.constant(codec), fitting))
  .filter(([codec, value]) => codec.is(value));
