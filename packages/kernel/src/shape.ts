import type * as t from 'io-ts';

/** How a codec was built, told by the `_tag` that io-ts keeps on its own; one of another make has none. */
export type Shape =
  | { readonly _tag: 'StringType' | 'NumberType' | 'BooleanType' | 'NullType' }
  | { readonly _tag: 'LiteralType'; readonly value: unknown }
  | { readonly _tag: 'KeyofType'; readonly keys: object }
  | { readonly _tag: 'RefinementType'; readonly type: t.Mixed; readonly predicate: (value: unknown) => boolean }
  | { readonly _tag: 'ExactType' | 'ReadonlyType' | 'RecursiveType'; readonly type: t.Mixed }
  | { readonly _tag: 'ArrayType' | 'ReadonlyArrayType'; readonly type: t.Mixed }
  | { readonly _tag: 'TupleType' | 'IntersectionType' | 'UnionType'; readonly types: ReadonlyArray<t.Mixed> }
  | { readonly _tag: 'DictionaryType'; readonly domain: t.Mixed; readonly codomain: t.Mixed }
  | { readonly _tag: 'InterfaceType' | 'PartialType'; readonly props: t.Props }
  | { readonly _tag?: never };

export const shapeOf = (codec: t.Mixed): Shape => codec as unknown as Shape;

/** The shape under brands, exactness, recursion and the like. */
export const bareShapeOf = (codec: t.Mixed): Shape => {
  const shape = shapeOf(codec);
  switch (shape._tag) {
    case 'RefinementType':
    case 'ExactType':
    case 'ReadonlyType':
    case 'RecursiveType':
      return bareShapeOf(shape.type);
    default:
      return shape;
  }
};

/** Whether `test` holds of a codec or of any that it is built from. */
export const reaches = (codec: t.Mixed, test: (codec: t.Mixed) => boolean, seen: Set<t.Mixed> = new Set()): boolean => {
  if (seen.has(codec)) return false;
  seen.add(codec);
  return test(codec) || partsOf(shapeOf(codec)).some((part) => reaches(part, test, seen));
};

const partsOf = (shape: Shape): ReadonlyArray<t.Mixed> => {
  switch (shape._tag) {
    case 'RefinementType':
    case 'ExactType':
    case 'ReadonlyType':
    case 'RecursiveType':
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return [shape.type];
    case 'TupleType':
    case 'IntersectionType':
    case 'UnionType':
      return shape.types;
    case 'DictionaryType':
      return [shape.codomain];
    case 'InterfaceType':
    case 'PartialType':
      return Object.values(shape.props);
    default:
      return [];
  }
};
