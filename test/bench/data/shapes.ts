/** The bench's codecs said again in zod and in JSON Schema, from io-ts's own description: the same predicates everywhere. */
import { Ajv, type ValidateFunction } from 'ajv';
import type * as t from 'io-ts';
import * as z from 'zod';

type Shape =
  | { readonly _tag: 'StringType' | 'NumberType' | 'BooleanType' }
  | { readonly _tag: 'LiteralType'; readonly value: string }
  | { readonly _tag: 'KeyofType'; readonly keys: object }
  | { readonly _tag: 'RefinementType'; readonly type: t.Mixed; readonly predicate: (value: unknown) => boolean }
  | { readonly _tag: 'ReadonlyArrayType'; readonly type: t.Mixed }
  | { readonly _tag: 'InterfaceType' | 'PartialType'; readonly props: t.Props }
  | { readonly _tag: 'IntersectionType'; readonly types: ReadonlyArray<t.Mixed> };

const shapeOf = (codec: t.Mixed): Shape => codec as unknown as Shape;

/** The fields of an object codec: those it demands and those it allows. */
const fieldsOf = (shape: Shape): ReadonlyArray<readonly [string, t.Mixed, boolean]> => {
  if (shape._tag === 'IntersectionType') return shape.types.flatMap((type) => fieldsOf(shapeOf(type)));
  if (shape._tag !== 'InterfaceType' && shape._tag !== 'PartialType') throw new TypeError(`no object: ${shape._tag}`);
  return Object.entries(shape.props).map(([name, field]) => [name, field, shape._tag === 'InterfaceType']);
};

export const zodOf = (codec: t.Mixed): z.ZodType => {
  const shape = shapeOf(codec);
  switch (shape._tag) {
    case 'StringType':
      return z.string();
    case 'NumberType':
      return z.number();
    case 'BooleanType':
      return z.boolean();
    case 'LiteralType':
      return z.literal(shape.value);
    case 'KeyofType':
      return z.enum(Object.keys(shape.keys));
    case 'RefinementType':
      return zodOf(shape.type).refine(shape.predicate);
    case 'ReadonlyArrayType':
      return z.array(zodOf(shape.type));
    default:
      return z.looseObject(
        Object.fromEntries(
          fieldsOf(shape).map(([name, field, required]) => [name, required ? zodOf(field) : zodOf(field).optional()]),
        ),
      );
  }
};

/** A function that ajv generates for a codec. */
export const ajvOf = (codec: t.Mixed): ValidateFunction => {
  const ajv = new Ajv({ strict: true });
  return ajv.compile(schemaOf(codec, ajv));
};

const schemaOf = (codec: t.Mixed, ajv: Ajv): object => {
  const shape = shapeOf(codec);
  switch (shape._tag) {
    case 'StringType':
      return { type: 'string' };
    case 'NumberType':
      return { type: 'number' };
    case 'BooleanType':
      return { type: 'boolean' };
    case 'LiteralType':
      return { const: shape.value };
    case 'KeyofType':
      return { enum: Object.keys(shape.keys) };
    case 'RefinementType': {
      const base = schemaOf(shape.type, ajv) as { readonly type: 'string' | 'number' };
      if (base.type === 'string') ajv.addFormat(codec.name, { type: 'string', validate: shape.predicate });
      else ajv.addFormat(codec.name, { type: 'number', validate: shape.predicate });
      return { ...base, format: codec.name };
    }
    case 'ReadonlyArrayType':
      return { type: 'array', items: schemaOf(shape.type, ajv) };
    default: {
      const fields = fieldsOf(shape);
      return {
        type: 'object',
        properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOf(field, ajv)])),
        required: fields.filter(([, , required]) => required).map(([name]) => name),
      };
    }
  }
};
