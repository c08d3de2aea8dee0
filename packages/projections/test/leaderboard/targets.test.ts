import type { BusinessId } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { fen, type Said } from '../support/organisation.js';
import { credits, leads, refunds, swears, targets } from '../support/said.js';
import { BEFORE, boardFrom, noon } from './founding.js';

const sales = (target: number) => ({ measure: 'sales', target: fen(target) });

/** ada pledges more than her target; bob has a target only; n1 is led by ada, who pledges for it. */
const set: ReadonlyArray<Said> = [
  targets(BEFORE, '2026-01', { person: 'ada' }, sales(100)),
  targets(BEFORE, '2026-01', { person: 'bob' }, sales(400)),
  targets(BEFORE, '2026-01', { unit: 'n2' }, sales(50)),
  leads(BEFORE, 'n1', 'ada'),
  swears(BEFORE, '2026-01', 'ada', 300),
  swears(BEFORE, '2026-01', 'ada', 1_000, { unit: 'n1' }),
];

const worked = [credits(noon(3), 's1', 299, { ada: 1 }), credits(noon(3), 's2', 400, { bob: 1 })];

describe('targets', () => {
  test('ORG-46, Q22: attainment is credit over what was pledged, else over the target; without one there is no rank', async () => {
    const { rows } = await boardFrom([...set, ...worked], { period: '2026-01', measure: 'attainment' });
    expect(rows).toEqual([
      {
        rank: 1,
        id: 'bob',
        name: 'N. bob',
        value: { numerator: 400, denominator: 400 },
        credited: fen(400),
        target: fen(400),
        targetFrom: 'target',
        attainmentBp: 10_000,
        met: true,
      },
      {
        rank: 2,
        id: 'ada',
        name: 'N. ada',
        value: { numerator: 299, denominator: 300 },
        credited: fen(299),
        target: fen(300),
        targetFrom: 'pledge',
        attainmentBp: 9_966,
        met: false,
      },
      { rank: null, id: 'cyd', name: 'N. cyd', value: { numerator: 0, denominator: 0 }, credited: fen(0) },
      { rank: null, id: 'dan', name: 'N. dan', value: { numerator: 0, denominator: 0 }, credited: fen(0) },
    ]);
  });

  test('LDB-8: attainment ranks by the exact ratio, where credit alone would rank otherwise', async () => {
    const story = [
      ...set,
      targets(BEFORE, '2026-01', { person: 'cyd' }, sales(3)),
      credits(noon(3), 's1', 200, { ada: 1 }),
      credits(noon(3), 's2', 2, { cyd: 1 }),
    ];
    const { rows } = await boardFrom(story, { period: '2026-01', measure: 'attainment' });
    expect(rows.map(({ rank, id, attainmentBp }) => [rank, id, attainmentBp])).toEqual([
      [1, 'ada', 6_666],
      [1, 'cyd', 6_666],
      [3, 'bob', 0],
      [null, 'dan', undefined],
    ]);
  });

  test('PLG-12: attainment is floored: whole only where the target is met', async () => {
    const story = [
      targets(BEFORE, '2026-Q1', { person: 'ada' }, sales(1_000_000)),
      credits(noon(3), 's1', 999_999, { ada: 1 }),
    ];
    expect((await boardFrom(story, { period: '2026-Q1' })).rows[0]).toMatchObject({ attainmentBp: 9_999, met: false });
  });

  test('MON-8, PLG-12: a refund may take a fen more than the split gave; that is below nothing, and floored too', async () => {
    const story = [
      targets(BEFORE, '2026-01', { person: 'cyd' }, sales(3)),
      credits(noon(3), 's1', 11, { ada: 6, bob: 6, cyd: 2 }),
      refunds(noon(4), 's1', { amount: fen(10) }),
    ];
    const { rows } = await boardFrom(story, { period: '2026-01', participants: 'credited' });
    expect(rows.map(({ id, value, attainmentBp }) => [id, value, attainmentBp])).toEqual([
      ['ada', fen(1), undefined],
      ['bob', fen(1), undefined],
      ['cyd', fen(-1), -3_334],
    ]);
  });

  test('DLR-51: units have targets and pledges too', async () => {
    const { rows } = await boardFrom([...set, ...worked], { period: '2026-01', of: 'team' });
    expect(
      rows.map(({ id, value, target, targetFrom, attainmentBp }) => [id, value, target, targetFrom, attainmentBp]),
    ).toEqual([
      ['n1', fen(699), fen(1_000), 'pledge', 6_990],
      ['n2', fen(0), fen(50), 'target', 0],
    ]);
  });

  test('PLG-11: a target of the month is none of the quarter, and none of a day', async () => {
    for (const period of ['2026-Q1', '2026-01-03', 'all']) {
      const { rows } = await boardFrom([...set, ...worked], { period });
      expect(rows.filter(({ target }) => target !== undefined)).toEqual([]);
    }
  });

  test('Q16: a pledge on another basis than the board’s is not what the board is held against', async () => {
    const story = [
      targets(BEFORE, '2026-01', { person: 'ada' }, sales(100)),
      swears(BEFORE, '2026-01', 'ada', 300, { creditBasis: 'cash' }),
      credits(noon(3), 's1', 50, { ada: 1 }),
      credits(noon(3), 's2', 7, { ada: 1 }, { basis: 'cash' }),
    ];
    const byCredit = await boardFrom(story, { period: '2026-01' });
    expect(byCredit.rows[0]).toMatchObject({ credited: fen(50), target: fen(100), targetFrom: 'target' });
    const byPledge = await boardFrom(story, { period: '2026-01', of: 'pledge' });
    expect(byPledge.rows[0]).toMatchObject({ credited: fen(7), target: fen(300), targetFrom: 'pledge' });
  });
});

describe('pledges', () => {
  test('ORG-46: their progress ranks them, a person’s and a team’s, by attainment when nothing else is said', async () => {
    const board = await boardFrom([...set, ...worked], { period: '2026-01', of: 'pledge' });
    expect(board.measure).toBe('attainment');
    expect(board.rows.map(({ rank, id, name, value, met }) => [rank, id, name, value, met])).toEqual([
      [1, '2026-01/ada', 'N. ada', { numerator: 299, denominator: 300 }, false],
      [2, '2026-01/ada/n1', 'Unit n1', { numerator: 699, denominator: 1_000 }, false],
    ]);
  });

  test('PLG-9: a pledge that was withdrawn is on no board', async () => {
    const withdrawn = { at: BEFORE, command: { type: 'WithdrawPledge', period: '2026-01', person: 'ada' } };
    const board = await boardFrom([...set, withdrawn], { period: '2026-01', of: 'pledge' });
    expect(board.rows.map(({ id }) => id)).toEqual(['2026-01/ada/n1']);
    expect((await boardFrom([...set, withdrawn], { period: '2026-01' })).rows[0]).toMatchObject({
      targetFrom: 'target',
    });
  });

  test('DLR-51: within a unit, those of the unit and of its members', async () => {
    const story = [...set, swears(BEFORE, '2026-01', 'cyd', 10), swears(BEFORE, '2026-01', 'dan', 10)];
    const under = async (unit: string) =>
      (await boardFrom(story, { period: '2026-01', of: 'pledge', under: unit as BusinessId })).rows.map(({ id }) => id);
    expect(await under('n1')).toEqual(['2026-01/ada', '2026-01/ada/n1']);
    expect(await under('north')).toEqual(['2026-01/ada', '2026-01/ada/n1', '2026-01/cyd']);
    expect(await under('south')).toEqual([]);
  });
});
