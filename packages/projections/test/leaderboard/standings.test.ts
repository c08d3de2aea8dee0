/** Standings kept up credit by credit, against ranking everybody anew. */
import { createStandings, ranked, type Standings, whole } from '@millrace/projections';
import type { Ranking } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { CNY, fen } from '../support/organisation.js';

const rankings: ReadonlyArray<Ranking> = ['competition', 'dense', 'ordinal'];

/** Everybody ranked anew. */
const anew = (sums: ReadonlyMap<string, number>, ranking: Ranking) =>
  ranked(
    [...sums].map(([id, sum]) => ({ id, score: whole(BigInt(sum)) })),
    ranking,
  ).map(({ rank, id, score }) => ({ rank, id, credited: fen(Number(score.numerator)) }));

const expectSame = (standings: Standings, sums: ReadonlyMap<string, number>, count: number): void => {
  for (const ranking of rankings) {
    const all = anew(sums, ranking);
    expect(standings.top(count, ranking)).toEqual(all.slice(0, count));
    for (const { id, rank } of all) expect(standings.rankOf(id, ranking)).toBe(rank);
  }
};

describe('standings', () => {
  test('LDB-2, LDB-3, ORG-46: after every credit they are what ranking everybody anew says', () => {
    const credit = fc.record({ person: fc.nat({ max: 9 }), minor: fc.integer({ min: -3, max: 3 }) });
    fc.assert(
      fc.property(fc.array(credit, { maxLength: 60 }), fc.nat({ max: 12 }), (credits, count) => {
        const standings = createStandings(CNY);
        const sums = new Map<string, number>();
        for (const { person, minor } of credits) {
          const sum = (sums.get(`p${person}`) ?? 0) + minor;
          sums.set(`p${person}`, sum);
          expect(standings.credit(`p${person}`, fen(minor))).toEqual(E.right(fen(sum)));
        }
        expectSame(standings, sums, count);
      }),
    );
  });

  test('LDB-3: they hold over thousands of people with ties, who join, rise and fall', () => {
    const standings = createStandings(CNY);
    const sums = new Map<string, number>();
    for (let i = 0; i < 6_000; i++) {
      const id = `p${(i * 7_919) % 2_003}`;
      const minor = ((i * 104_729) % 41) - 15;
      standings.credit(id, fen(minor));
      sums.set(id, (sums.get(id) ?? 0) + minor);
    }
    expect(sums.size).toBe(2_003);
    expectSame(standings, sums, 2_003);
    for (const [id, sum] of sums) standings.credit(id, fen(0 - sum));
    expectSame(standings, new Map([...sums.keys()].map((id) => [id, 0])), 10);
  });

  test('who never joined has no rank; who joins with nothing has one', () => {
    const standings = createStandings(CNY);
    expect(standings.rankOf('ada', 'competition')).toBeUndefined();
    expect(standings.top(10, 'competition')).toEqual([]);
    standings.credit('ada', fen(0));
    expect(standings.rankOf('ada', 'competition')).toBe(1);
  });

  test('MON-10: a credit that leaves the safe range, or is of another currency, changes nothing', () => {
    const standings = createStandings(CNY);
    standings.credit('ada', fen(Number.MAX_SAFE_INTEGER));
    standings.credit('bob', fen(1));
    expect(standings.credit('ada', fen(1))).toMatchObject(E.left({ type: 'AmountOutOfRange' }));
    expect(standings.credit('bob', { ...fen(1), currency: 'EUR' as typeof CNY })).toMatchObject(
      E.left({ type: 'CurrencyMismatch' }),
    );
    expect(standings.top(2, 'competition')).toEqual([
      { rank: 1, id: 'ada', credited: fen(Number.MAX_SAFE_INTEGER) },
      { rank: 2, id: 'bob', credited: fen(1) },
    ]);
  });
});
