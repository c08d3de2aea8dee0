import type * as t from 'io-ts';
import { bareShapeOf } from './shape.js';

type Misfits = ReadonlyArray<t.ValidationError>;

/**
 * The misfits that tell something: those of a union's other members say only that the value is not
 * one of theirs.
 *
 * A value is meant for the member whose kind it is, as its words say where members go by them; then
 * for the one of which it leaves out the fewest fields, which it fits best, which it fits to the
 * greatest depth, or which comes first.
 */
export const meantMisfits = (misfits: Misfits): Misfits => meantBelow(misfits, 0);

/** Of misfits that share the entries of their contexts down to `level`. */
const meantBelow = (misfits: Misfits, level: number): Misfits => {
  const codec = misfits[0]?.context[level]?.type as t.Mixed | undefined;
  if (codec === undefined || misfits.length === 1) return misfits;
  const groups = byEntry(misfits, level + 1).map((each) => meantBelow(each, level + 1));
  if (bareShapeOf(codec)._tag !== 'UnionType') return groups.flat();
  return groups.map((each) => ({ each, rank: rankOf(each, level + 2) })).reduce(better).each;
};

/** io-ts shares the entries of a context among all misfits below them. */
const byEntry = (misfits: Misfits, level: number): ReadonlyArray<Misfits> => {
  const groups = new Map<t.ContextEntry | undefined, Array<t.ValidationError>>();
  for (const misfit of misfits) {
    const entry = misfit.context[level];
    const group = groups.get(entry);
    if (group === undefined) groups.set(entry, [misfit]);
    else group.push(misfit);
  }
  return [...groups.values()];
};

/** The less, the better; what comes first weighs most. */
type Rank = ReadonlyArray<number>;

/** `own` is the length of a context that ends at the member. */
const rankOf = (misfits: Misfits, own: number): Rank => {
  const depths = misfits.map(({ context }) => context.length);
  const ofAnotherKind = misfits.filter(({ context }) => context.length === own || endsAtWord(context)).length;
  const leftOut = misfits.filter(({ value }) => value === undefined).length;
  const deepest = depths.reduce((one, other) => Math.max(one, other));
  return [ofAnotherKind, leftOut, misfits.length, -deepest];
};

/** Words of a fixed list are what tells members apart that have the same fields. */
const endsAtWord = (context: t.Context): boolean => {
  const { _tag } = bareShapeOf(context.at(-1)?.type as t.Mixed);
  return _tag === 'LiteralType' || _tag === 'KeyofType';
};

interface Ranked {
  readonly each: Misfits;
  readonly rank: Rank;
}

const better = (one: Ranked, other: Ranked): Ranked => {
  const at = one.rank.findIndex((figure, i) => figure !== other.rank[i]);
  return (other.rank[at] ?? 0) < (one.rank[at] ?? 0) ? other : one;
};
