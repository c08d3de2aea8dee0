/** The laws of ranking, over scores of every kind: few and close together, so that there are ties. */
import { higherFirst, ranked, type Scored, whole } from '@millrace/projections';
import type { Ranking } from '@millrace/sales';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const rankings: ReadonlyArray<Ranking> = ['competition', 'dense', 'ordinal'];

const score = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((n) => whole(BigInt(n))),
  fc
    .record({ numerator: fc.integer({ min: -4, max: 4 }), denominator: fc.integer({ min: 1, max: 4 }) })
    .map((ratio) => ({
      numerator: BigInt(ratio.numerator),
      denominator: BigInt(ratio.denominator),
    })),
);

const scored = fc
  .array(score, { maxLength: 12 })
  .map((scores) => scores.map((one, i): Scored => ({ id: `p${String(i).padStart(2, '0')}`, score: one })));

const better = (items: ReadonlyArray<Scored>, than: Scored): ReadonlyArray<Scored> =>
  items.filter((one) => higherFirst(one.score, than.score) < 0);

/** How many different scores there are, by comparing each with each. */
const distinct = (items: ReadonlyArray<Scored>): number =>
  items.filter((one, i) => !items.slice(0, i).some((before) => higherFirst(before.score, one.score) === 0)).length;

const rankOf = (items: ReadonlyArray<Scored>, id: string, ranking: Ranking): number | undefined =>
  ranked(items, ranking).find((one) => one.id === id)?.rank;

describe('scores', () => {
  test('LDB-8: ratios are compared by cross-multiplication, also where their quotients round to the same number', () => {
    const near = (n: bigint) => ({ numerator: n, denominator: n + 1n });
    const [less, more] = [near(2n ** 53n - 3n), near(2n ** 53n - 2n)];
    expect(Number(less.numerator) / Number(less.denominator)).toBe(Number(more.numerator) / Number(more.denominator));
    expect([higherFirst(more, less), higherFirst(less, more), higherFirst(more, more)]).toEqual([-1, 1, 0]);
  });

  test('LDB-8: equal ratios are equal, however they are written', () => {
    fc.assert(
      fc.property(score, fc.integer({ min: 1, max: 99 }), ({ numerator, denominator }, times) => {
        const by = BigInt(times);
        expect(
          higherFirst({ numerator, denominator }, { numerator: numerator * by, denominator: denominator * by }),
        ).toBe(0);
      }),
    );
  });
});

describe('ranks', () => {
  test('LDB-3: competition is one more than those strictly better, dense one more than their different scores', () => {
    fc.assert(
      fc.property(scored, (items) => {
        for (const item of ranked(items, 'competition')) expect(item.rank).toBe(1 + better(items, item).length);
        for (const item of ranked(items, 'dense')) expect(item.rank).toBe(1 + distinct(better(items, item)));
        expect(Math.max(0, ...ranked(items, 'dense').map(({ rank }) => rank))).toBe(distinct(items));
      }),
    );
  });

  test('LDB-2: equal scores have equal ranks, a higher one a smaller; ordinal ranks are 1 to n, ties by id', () => {
    fc.assert(
      fc.property(scored, fc.constantFrom(...rankings), (items, ranking) => {
        const placed = ranked(items, ranking);
        for (const a of placed) {
          for (const b of placed) {
            const order = higherFirst(a.score, b.score);
            if (order < 0) expect(a.rank).toBeLessThan(b.rank);
            if (order === 0 && ranking !== 'ordinal') expect(a.rank).toBe(b.rank);
            if (order === 0 && ranking === 'ordinal' && a.id < b.id) expect(a.rank).toBeLessThan(b.rank);
          }
        }
        if (ranking === 'ordinal') expect(placed.map(({ rank }) => rank)).toEqual(items.map((_, i) => i + 1));
      }),
    );
  });

  test('LDB-1: the order of input does not matter', () => {
    fc.assert(
      fc.property(
        scored.chain((items) =>
          fc.tuple(fc.constant(items), fc.shuffledSubarray([...items], { minLength: items.length })),
        ),
        fc.constantFrom(...rankings),
        ([items, shuffled], ranking) => {
          expect(ranked(shuffled, ranking)).toEqual(ranked(items, ranking));
        },
      ),
    );
  });

  test('LDB-4: one more below everybody changes no rank', () => {
    fc.assert(
      fc.property(scored, fc.constantFrom(...rankings), (items, ranking) => {
        const below = { id: 'a below', score: whole(-9n) };
        const placed = ranked([...items, below], ranking);
        expect(placed.slice(0, -1)).toEqual(ranked(items, ranking));
        expect(placed.at(-1)?.id).toBe(below.id);
      }),
    );
  });

  test('LDB-5: a higher score never ranks worse', () => {
    fc.assert(
      fc.property(
        scored,
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...rankings),
        (items, pick, by, ranking) => {
          const one = items[pick % Math.max(1, items.length)];
          if (one === undefined) return;
          const { numerator, denominator } = one.score;
          const raised = { id: one.id, score: { numerator: numerator + BigInt(by), denominator } };
          const after = items.map((item) => (item === one ? raised : item));
          expect(rankOf(after, one.id, ranking)).toBeLessThanOrEqual(rankOf(items, one.id, ranking) ?? 0);
        },
      ),
    );
  });
});
