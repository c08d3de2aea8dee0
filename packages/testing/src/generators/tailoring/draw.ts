import fc from 'fast-check';

/** Choices of one generated value; each is shrunk towards the first. */
export interface Draw {
  /** A whole number from 0 up to, and without, `limit`. */
  readonly below: (limit: number) => number;
  readonly chance: (part: number, whole: number) => boolean;
  /** @throws RangeError where there is nothing to pick from */
  readonly pick: <A>(items: ReadonlyArray<A>) => A;
  readonly shuffled: <A>(items: ReadonlyArray<A>) => ReadonlyArray<A>;
}

const TAPE = 128;

/** What is made of choices. */
export const drawn = <A>(make: (draw: Draw) => A): fc.Arbitrary<A> =>
  fc.array(fc.nat({ max: 0x7fff_ffff }), { minLength: TAPE, maxLength: TAPE }).map((tape) => make(drawOf(tape)));

const drawOf = (tape: ReadonlyArray<number>): Draw => {
  let read = 0;
  const below = (limit: number): number => {
    const round = Math.floor(read / tape.length);
    const number = tape[read % tape.length] ?? 0;
    read += 1;
    return (round === 0 ? number : Math.imul(number + round, 0x93d765dd) >>> 7) % limit;
  };
  return {
    below,
    chance: (part, whole) => below(whole) >= whole - part,
    pick: <A>(items: ReadonlyArray<A>): A => {
      if (items.length === 0) throw new RangeError('there is nothing to pick from');
      return items[below(items.length)] as A;
    },
    shuffled: (items) => {
      const mixed = [...items];
      for (let left = mixed.length; left > 1; left--) {
        mixed.push(...mixed.splice(below(left), 1));
      }
      return mixed;
    },
  };
};
