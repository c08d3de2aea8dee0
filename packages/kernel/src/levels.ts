import * as t from 'io-ts';
import { shapeOf } from './shape.js';

/** What codecs say of a value at its own level: wrappers and intersections opened, unions settled. */
export interface Level {
  /** Every codec that the value meets here. */
  readonly codecs: ReadonlyArray<t.Mixed>;
  /** The codecs of what stands under `key`; none where nobody here knows the key. */
  readonly under: (key: string) => ReadonlyArray<t.Mixed>;
}

/** The level of a value that meets all of `codecs`; a union speaks by all its members that fit. */
export const levelOf = (value: unknown, codecs: ReadonlyArray<t.Mixed>): Level => {
  const fixed = codecs.length === 1 ? fixedLevelOf(codecs[0] as t.Mixed) : undefined;
  return fixed ?? toLevel(codecs.flatMap((codec) => metBy(value, codec)));
};

/** Levels that are the same for every value, as all without a union are: worked out once. */
const fixedLevels = new WeakMap<t.Mixed, Level | undefined>();

const fixedLevelOf = (codec: t.Mixed): Level | undefined => {
  if (!fixedLevels.has(codec)) {
    const met = metBy(undefined, codec);
    fixedLevels.set(codec, met.some(isUnion) ? undefined : toLevel(met));
  }
  return fixedLevels.get(codec);
};

const isUnion = (codec: t.Mixed): boolean => shapeOf(codec)._tag === 'UnionType';

const metBy = (value: unknown, codec: t.Mixed): ReadonlyArray<t.Mixed> => [
  codec,
  ...partsFor(value, codec).flatMap((part) => metBy(value, part)),
];

const partsFor = (value: unknown, codec: t.Mixed): ReadonlyArray<t.Mixed> => {
  const shape = shapeOf(codec);
  switch (shape._tag) {
    case 'RefinementType':
    case 'ExactType':
    case 'ReadonlyType':
    case 'RecursiveType':
      return [shape.type];
    case 'IntersectionType':
      return shape.types;
    case 'UnionType':
      return shape.types.filter((type) => type.is(value));
    default:
      return [];
  }
};

type Lookup = Level['under'];

const toLevel = (codecs: ReadonlyArray<t.Mixed>): Level => {
  const lookups = codecs.map(lookupOf).filter((lookup) => lookup !== undefined);
  return { codecs, under: (key) => lookups.flatMap((lookup) => lookup(key)) };
};

/** What a codec by itself knows of keys; `undefined` of one that only leads to others. */
const lookupOf = (codec: t.Mixed): Lookup | undefined => {
  const shape = shapeOf(codec);
  switch (shape._tag) {
    case 'RefinementType':
    case 'ExactType':
    case 'ReadonlyType':
    case 'RecursiveType':
    case 'IntersectionType':
    case 'UnionType':
      return undefined;
    case 'InterfaceType':
    case 'PartialType': {
      const fields = new Map(Object.entries(shape.props).map(([name, field]) => [name, [field]]));
      return (key) => fields.get(key) ?? [];
    }
    case 'DictionaryType':
      return (key) => (shape.domain.is(key) ? [shape.codomain] : []);
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return () => [shape.type];
    case 'TupleType':
      return (key) => shape.types.slice(Number(key), Number(key) + 1);
    default:
      return () => [t.unknown];
  }
};
