import type * as t from 'io-ts';
import { TIME_FORMAT } from './time-format.js';

/** A JSON Schema, as far as recipes need it. @source JSON Schema draft 2020-12 */
export type JsonSchema = { readonly [key: string]: unknown };

const descriptions = new WeakMap<object, string>();

/** `codec`, with what people should know of it. */
export const described = <C extends t.Mixed>(codec: C, text: string): C => {
  const copy = Object.create(codec, {}) as C;
  descriptions.set(copy, text);
  return copy;
};

/** What a codec checks by a function, in the words of a schema. */
const REFINEMENTS: { readonly [name: string]: JsonSchema } = {
  RecipeId: { pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
  NonEmptyString: { minLength: 1 },
  Words: { pattern: '\\S' },
  Fields: { propertyNames: { pattern: '^(?!\\$)' } },
  Term: { pattern: '^[A-Za-z][A-Za-z0-9._]{0,63}$' },
  Currency: { pattern: '^[A-Z]{3}$' },
  CurrencyText: { pattern: '^[A-Z]{3}$|\\{[^{}]*\\}' },
  SafeInteger: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  MinorUnits: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  TimeFormat: { pattern: TIME_FORMAT },
  Condition: { minProperties: 2 },
  TimeColumn: {
    oneOf: [{ required: ['column'] }, { required: ['at'] }],
    dependentRequired: { otherwise: ['column'] },
  },
};

type Shape =
  | { readonly _tag: 'StringType' | 'NumberType' | 'BooleanType' }
  | { readonly _tag: 'LiteralType'; readonly value: unknown }
  | { readonly _tag: 'KeyofType'; readonly keys: object }
  | { readonly _tag: 'ArrayType' | 'ReadonlyArrayType' | 'RefinementType'; readonly type: t.Mixed }
  | { readonly _tag: 'InterfaceType'; readonly props: t.Props }
  | { readonly _tag: 'IntersectionType' | 'UnionType'; readonly types: ReadonlyArray<t.Mixed> }
  | { readonly _tag: 'DictionaryType'; readonly codomain: t.Mixed }
  | { readonly _tag: 'RecursiveType'; readonly runDefinition: () => t.Mixed };

/** The JSON Schema of a codec; recursive codecs become definitions. */
export const jsonSchemaOf = (codec: t.Mixed, about: JsonSchema): JsonSchema => {
  const definitions: { [name: string]: JsonSchema } = {};
  const schema = schemaOf(codec, definitions);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...about, ...schema, $defs: definitions };
};

type Definitions = { [name: string]: JsonSchema };

const schemaOf = (codec: t.Mixed, definitions: Definitions): JsonSchema => {
  const description = descriptions.get(codec);
  const schema = bare(codec as t.Mixed & Shape, definitions);
  return description === undefined ? schema : { description, ...schema };
};

const bare = (codec: t.Mixed & Shape, definitions: Definitions): JsonSchema => {
  switch (codec._tag) {
    case 'StringType':
      return { type: 'string' };
    case 'NumberType':
      return { type: 'number' };
    case 'BooleanType':
      return { type: 'boolean' };
    case 'LiteralType':
      return { const: codec.value };
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return { type: 'array', items: schemaOf(codec.type, definitions) };
    case 'RefinementType':
      return { ...schemaOf(codec.type, definitions), ...REFINEMENTS[codec.name] };
    case 'KeyofType':
      return { enum: Object.keys(codec.keys) };
    case 'InterfaceType':
      return objectSchema(codec.props, {}, definitions);
    case 'IntersectionType':
      return intersectionSchema(codec.types, definitions);
    case 'UnionType':
      return { anyOf: codec.types.map((type) => schemaOf(type, definitions)) };
    case 'DictionaryType':
      return { type: 'object', additionalProperties: schemaOf(codec.codomain, definitions) };
    case 'RecursiveType': {
      if (definitions[codec.name] === undefined) {
        definitions[codec.name] = {};
        definitions[codec.name] = schemaOf(codec.runDefinition(), definitions);
      }
      return { $ref: `#/$defs/${codec.name}` };
    }
  }
};

/** `struct` of the kernel: required fields intersected with optional ones. */
const intersectionSchema = (types: ReadonlyArray<t.Mixed>, definitions: Definitions): JsonSchema => {
  const propsOf = (tag: string): t.Props =>
    Object.assign({}, ...types.filter((type) => tagOf(type) === tag).map((type) => 'props' in type && type.props));
  return objectSchema(propsOf('InterfaceType'), propsOf('PartialType'), definitions);
};

const tagOf = (codec: t.Mixed): string => ('_tag' in codec ? String(codec._tag) : '');

const objectSchema = (required: t.Props, optional: t.Props, definitions: Definitions): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries({ ...required, ...optional }).map(([name, codec]) => [name, schemaOf(codec, definitions)]),
  ),
  required: Object.keys(required),
  additionalProperties: false,
});
