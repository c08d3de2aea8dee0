import type * as t from 'io-ts';

/**
 * Fields that tell something about a person, so that they can be sealed, erased and left out of
 * every digest.
 *
 * @source design.md decision 14
 */
const personalCodecs = new WeakSet<object>();

/** Marks `codec` as personal: where it is a field of an object, that field is a personal one. */
export const personal = <C extends t.Mixed>(codec: C): C => {
  const marked = Object.create(codec, {}) as C;
  personalCodecs.add(marked);
  return marked;
};

/** Whether a codec was marked by {@link personal}. */
export const isPersonal = (codec: t.Mixed): boolean => personalCodecs.has(codec);

type Strip = (value: unknown) => unknown;

/**
 * Compiles `codec` to a function that returns a value without its personal fields; the same value
 * where the codec has none.
 */
export const withoutPersonal = (codec: t.Mixed): Strip => stripper(codec) ?? ((value) => value);

const stripper = (codec: t.Mixed): Strip | undefined => {
  const shape = codec as unknown as Shape;
  switch (shape._tag) {
    case 'InterfaceType':
    case 'PartialType':
    case 'StrictType':
      return objectStripper(shape.props);
    case 'IntersectionType':
      return chain(shape.types.map(stripper));
    case 'UnionType':
      return unionStripper(shape.types);
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return arrayStripper(stripper(shape.type));
    case 'RefinementType':
    case 'ExactType':
    case 'ReadonlyType':
      return stripper(shape.type);
    default:
      return undefined;
  }
};

type Shape =
  | { readonly _tag: 'InterfaceType' | 'PartialType' | 'StrictType'; readonly props: t.Props }
  | { readonly _tag: 'IntersectionType' | 'UnionType'; readonly types: ReadonlyArray<t.Mixed> }
  | {
      readonly _tag: 'ArrayType' | 'ReadonlyArrayType' | 'RefinementType' | 'ExactType' | 'ReadonlyType';
      readonly type: t.Mixed;
    }
  | { readonly _tag?: never };

const objectStripper = (props: t.Props): Strip | undefined => {
  const hidden = new Set<string>();
  const inner = new Map<string, Strip>();
  for (const [name, codec] of Object.entries(props)) {
    const strip = stripper(codec);
    if (isPersonal(codec)) hidden.add(name);
    else if (strip !== undefined) inner.set(name, strip);
  }
  if (hidden.size === 0 && inner.size === 0) return undefined;
  return (value) => (isObject(value) ? stripObject(value, hidden, inner) : value);
};

const stripObject = (value: object, hidden: ReadonlySet<string>, inner: ReadonlyMap<string, Strip>): object =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !hidden.has(name))
      .map(([name, field]) => [name, inner.get(name)?.(field) ?? field]),
  );

const arrayStripper = (item: Strip | undefined): Strip | undefined =>
  item && ((value) => (Array.isArray(value) ? value.map(item) : value));

/** The first member of a union that fits says which fields are personal. */
const unionStripper = (types: ReadonlyArray<t.Mixed>): Strip | undefined => {
  const members = types.map((type) => ({ type, strip: stripper(type) }));
  if (members.every(({ strip }) => strip === undefined)) return undefined;
  return (value) => members.find(({ type }) => type.is(value))?.strip?.(value) ?? value;
};

const chain = (strips: ReadonlyArray<Strip | undefined>): Strip | undefined => {
  const known = strips.filter((strip) => strip !== undefined);
  return known.length === 0 ? undefined : (value) => known.reduce((left, strip) => strip(left), value);
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
