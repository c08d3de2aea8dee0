import type * as t from 'io-ts';

/** The path of a key that a codec does not know, keys joined by `/`; `undefined` where there is none. */
export type StrayKey = (value: unknown) => string | undefined;

/**
 * Compiles `codec` to a function that finds a key it does not know, at any depth, in a value that
 * fits it: for what comes from outside, where an unknown key is a slip of the pen.
 */
export const strayKeyOf = (codec: t.Mixed): StrayKey => finder(codec) ?? (() => undefined);

type Shape =
  | { readonly _tag: 'InterfaceType' | 'PartialType' | 'StrictType'; readonly props: t.Props }
  | { readonly _tag: 'IntersectionType' | 'UnionType'; readonly types: ReadonlyArray<t.Mixed> }
  | { readonly _tag: 'DictionaryType'; readonly codomain: t.Mixed }
  | {
      readonly _tag: 'ArrayType' | 'ReadonlyArrayType' | 'RefinementType' | 'ExactType' | 'ReadonlyType';
      readonly type: t.Mixed;
    }
  | { readonly _tag?: never };

const finder = (codec: t.Mixed): StrayKey | undefined => {
  const shape = codec as unknown as Shape;
  switch (shape._tag) {
    case 'InterfaceType':
    case 'PartialType':
    case 'StrictType':
      return objectFinder([shape.props]);
    case 'IntersectionType': {
      const props = shape.types.map(propsOf);
      return props.every((one) => one !== undefined) ? objectFinder(props) : undefined;
    }
    case 'UnionType':
      return unionFinder(shape.types);
    case 'DictionaryType':
      return eachValue(finder(shape.codomain));
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return eachValue(finder(shape.type));
    case 'RefinementType':
    case 'ExactType':
    case 'ReadonlyType':
      return finder(shape.type);
    default:
      return undefined;
  }
};

/** The fields of an object codec; `undefined` for any other. */
const propsOf = (codec: t.Mixed): t.Props | undefined => {
  const shape = codec as unknown as Shape;
  if (shape._tag === 'InterfaceType' || shape._tag === 'PartialType' || shape._tag === 'StrictType') return shape.props;
  return shape._tag === 'ExactType' ? propsOf(shape.type) : undefined;
};

const objectFinder = (parts: ReadonlyArray<t.Props>): StrayKey => {
  const known = new Map(parts.flatMap((props) => Object.entries(props).map(([name, field]) => [name, finder(field)])));
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [name, field] of Object.entries(value)) {
      if (!known.has(name)) return name;
      const inner = known.get(name)?.(field);
      if (inner !== undefined) return `${name}/${inner}`;
    }
    return undefined;
  };
};

const eachValue = (item: StrayKey | undefined): StrayKey | undefined =>
  item &&
  ((value) => {
    for (const [name, one] of Object.entries(value ?? {})) {
      const inner = item(one);
      if (inner !== undefined) return `${name}/${inner}`;
    }
    return undefined;
  });

/** The first member of a union that fits says which keys are known. */
const unionFinder = (types: ReadonlyArray<t.Mixed>): StrayKey | undefined => {
  const members = types.map((type) => ({ type, find: finder(type) }));
  if (members.every(({ find }) => find === undefined)) return undefined;
  return (value) => members.find(({ type }) => type.is(value))?.find?.(value);
};
