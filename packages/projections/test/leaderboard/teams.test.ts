import type { BusinessId } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { fen } from '../support/organisation.js';
import { credits, joinsTeam, leavesTeam, opensUnit } from '../support/said.js';
import { boardFrom, noon } from './founding.js';

const [north, n1] = ['north', 'n1'] as ReadonlyArray<string> as readonly [BusinessId, BusinessId];

describe('teams', () => {
  test('LDB-6, Q20: a unit scores what its members earned as members, with its descendants; each unit with members is ranked', async () => {
    const story = [
      joinsTeam(noon(1), 'dan', 'north'),
      credits(noon(2), 's1', 100, { ada: 1 }),
      credits(noon(2), 's2', 10, { cyd: 1 }),
      credits(noon(2), 's3', 1, { dan: 1 }),
      leavesTeam(noon(5), 'ada', 'n1'),
      credits(noon(5), 's4', 1_000, { ada: 1 }),
      joinsTeam(noon(6), 'ada', 'south'),
      credits(noon(7), 's5', 10_000, { ada: 1 }),
    ];
    const board = await boardFrom(story, { period: '2026-01', of: 'team' });
    expect(board.rows.map(({ rank, id, value }) => [rank, id, value])).toEqual([
      [1, 'south', fen(10_000)],
      [2, 'north', fen(111)],
      [3, 'n1', fen(100)],
      [4, 'n2', fen(10)],
    ]);
    expect([board.total, board.unassigned]).toEqual([fen(11_111), fen(1_000)]);
  });

  test('DLR-51: under a unit its children are ranked; what its own members earned is assigned to none of them', async () => {
    const story = [
      joinsTeam(noon(1), 'dan', 'north'),
      credits(noon(2), 's1', 100, { ada: 1, dan: 1 }),
      opensUnit(noon(3), 'n3', 'north'),
      joinsTeam(noon(3), 'ada', 'south').at === ''
        ? credits(noon(3), 'x', 1, { ada: 1 })
        : leavesTeam(noon(3), 'ada', 'n1'),
      credits(noon(4), 's2', 7, { ada: 1 }),
    ];
    const board = await boardFrom(story, { period: '2026-01', of: 'team', under: north });
    expect(board.rows.map(({ rank, id, value }) => [rank, id, value])).toEqual([
      [1, 'n1', fen(50)],
      [2, 'n2', fen(0)],
      [2, 'n3', fen(0)],
    ]);
    expect([board.total, board.unassigned]).toEqual([fen(100), fen(50)]);
  });

  test('LDB-6: persons under a unit score what they earned in it', async () => {
    const story = [
      credits(noon(2), 's1', 100, { ada: 1 }),
      leavesTeam(noon(3), 'ada', 'n1'),
      credits(noon(4), 's2', 7, { ada: 1, dan: 6 }),
    ];
    const board = await boardFrom(story, { period: '2026-01', under: n1 });
    expect(board.rows.map(({ id, value }) => [id, value])).toEqual([
      ['ada', fen(100)],
      ['bob', fen(0)],
    ]);
    expect([board.total, board.unassigned]).toEqual([fen(100), fen(100)]);
  });
});
