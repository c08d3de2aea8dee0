import type { Visibility } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { fen } from '../support/organisation.js';
import { credits } from '../support/said.js';
import { boardFrom, noon } from './founding.js';

const story = [credits(noon(3), 's1', 300, { ada: 1 }), credits(noon(4), 's2', 400, { bob: 1, cyd: 1 })];

const seen = async (visibility: object, viewer?: string) =>
  (await boardFrom(story, { period: '2026-01', visibility: visibility as Visibility }, { viewer })).rows.map(
    ({ rank, id, name, value }) => [rank, id, name, value],
  );

const [ada, bob, cyd, dan] = [
  [1, 'ada', 'N. ada', fen(300)],
  [2, 'bob', 'N. bob', fen(200)],
  [2, 'cyd', 'N. cyd', fen(200)],
  [4, 'dan', 'N. dan', fen(0)],
];

describe('who sees what', () => {
  test('ORG-47, LDB-9: everybody the whole board, or its first rows', async () => {
    expect(await seen({ show: 'all' })).toEqual([ada, bob, cyd, dan]);
    expect(await seen({ show: 'top', rows: 2 })).toEqual([ada, bob]);
    expect(await seen({ show: 'top', rows: 0 })).toEqual([]);
  });

  test('ORG-47, LDB-9: each his own row, with the rank it has among all', async () => {
    expect(await seen({ show: 'own' }, 'dan')).toEqual([dan]);
    expect(await seen({ show: 'own' }, 'eve')).toEqual([]);
    expect(await seen({ show: 'own' })).toEqual([]);
  });

  test('ORG-47, LDB-9: the tail without ids and names, but for who looks', async () => {
    const tail = [4, null, null, fen(0)];
    expect(await seen({ show: 'anonymousTail', rows: 1 })).toEqual([
      ada,
      [2, null, null, fen(200)],
      [2, null, null, fen(200)],
      tail,
    ]);
    expect(await seen({ show: 'anonymousTail', rows: 1 }, 'cyd')).toEqual([ada, [2, null, null, fen(200)], cyd, tail]);
  });
});
