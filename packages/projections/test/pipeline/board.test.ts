import { plainProcess } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { instant } from '../support/log.js';
import { askBoard, boardOf, countsIn } from '../support/pipeline.js';
import {
  assesses,
  closes,
  deals,
  decides,
  discovered,
  enters,
  estimates,
  logOf,
  loses,
  opened,
  recycles,
  reopens,
  signs,
  stagesOf,
  tell,
  usd,
} from '../support/projects.js';

const on = (day: number, hour = 4) => instant(new Date(Date.UTC(2026, 0, day, hour)).toISOString());

describe('the board of open projects', () => {
  test('PRJ-35, GAT-10: each phase has its value and its weight; what nobody valued or assessed is counted apart', () => {
    const board = boardOf(
      logOf(
        opened('a', on(1), { amount: usd(1_001) }),
        assesses('a', on(2), 5_000),
        opened('b', on(1), { amount: usd(100) }),
        opened('c', on(1)),
        assesses('c', on(2), 9_000),
        opened('d', on(1)),
        enters('d', on(2), 'talk'),
        estimates('d', on(3), 7),
        assesses('d', on(3), 5_000),
      ),
    );
    expect(board.phases).toEqual([
      { id: 'lead', count: 3, value: usd(1_101), weighted: usd(500), unvalued: 1, unassessed: 1 },
      { id: 'talk', count: 1, value: usd(7), weighted: usd(4), unvalued: 0, unassessed: 0 },
      { id: 'offer', count: 0, value: usd(0), weighted: usd(0), unvalued: 0, unassessed: 0 },
    ]);
  });

  test('GAT-10: halves go to the even one, once, after adding up', () => {
    const weightOf = (...amounts: ReadonlyArray<number>) =>
      boardOf(
        logOf(
          ...amounts.map((minor, i) => [
            ...opened(`p${i}`, on(1), { amount: usd(minor) }),
            assesses(`p${i}`, on(1), 5_000),
          ]),
        ),
      ).phases[0]?.weighted.minor;
    expect([weightOf(1), weightOf(3), weightOf(5), weightOf(1, 1), weightOf(1, 1, 1)]).toEqual([0, 2, 2, 1, 2]);
  });

  test('GAT-10: one who knows for certain that it is won or lost is believed', () => {
    const log = logOf(opened('a', on(1), { amount: usd(9) }), assesses('a', on(1), 10_000));
    expect(boardOf(log).phases[0]?.weighted).toEqual(usd(9));
    const lost = logOf(opened('a', on(1), { amount: usd(9) }), assesses('a', on(1), 0));
    expect(boardOf(lost).phases[0]).toMatchObject({ weighted: usd(0), unassessed: 0 });
  });

  test('PRJ-36: merged phases count in the highest of their stage', () => {
    const process = stagesOf(['lead', 'talk'], ['offer'], ['deliver', 'extend']);
    const log = logOf(opened('a', on(1), { process }), opened('b', on(1), { process }), enters('b', on(2), 'offer'));
    expect(countsIn(boardOf(log))).toEqual({ talk: 1, offer: 1 });
    const won = logOf(opened('a', on(1), { process }), enters('a', on(2), 'offer'), signs('a', on(3), 5), [
      tell('PhaseEntered')('a', on(3), { phases: ['deliver', 'extend'], cause: 'signing' }),
    ]);
    expect(boardOf(won).delivery).toEqual([
      { id: 'deliver', count: 0, value: usd(0) },
      { id: 'extend', count: 1, value: usd(5) },
    ]);
  });

  test('PRJ-4: in a process that merges no phases it stands in the first of those it stood in', () => {
    const merged = opened('a', on(1), { process: stagesOf(['lead', 'talk'], ['offer'], ['deliver']) });
    const plain = { template: 'deals', playbook: 'p@2', process: plainProcess(deals), signedIn: 'offer' };
    const log = logOf(merged, [tell('ProcessMigrated')('a', on(5), plain)]);
    expect(countsIn(boardOf(log, { asOf: on(4) }))).toEqual({ talk: 1 });
    expect(countsIn(boardOf(log))).toEqual({ lead: 1 });
    expect(boardOf(log, { asOf: on(7) }).ages[0]).toMatchObject({ phase: 'lead', latest: 2 });
    const elsewhere = logOf(merged, [tell('ProcessMigrated')('a', on(5), { ...plain, template: 'others' })]);
    expect([boardOf(elsewhere, { asOf: on(4) }).opened, boardOf(elsewhere).opened]).toEqual([1, 0]);
  });

  test('PRJ-33: a signed project is won at its date, delivered until it is closed, and ended contracts stay won', () => {
    const start = [
      ...opened('a', on(1)),
      enters('a', on(2), 'talk'),
      enters('a', on(3), 'offer'),
      signs('a', on(4), 50),
    ];
    const delivery = [...start, tell('PhaseEntered')('a', on(4), { phases: ['deliver'], cause: 'signing' })];
    const ended = [...delivery, tell('ContractTerminated')('a', on(5), { reason: 'broke' })];
    const done = [...ended, closes('a', on(6), 'won')];
    const seen = [delivery, ended, done].map((log) => boardOf(logOf(log)));
    for (const board of seen) expect(board.outcomes.won).toEqual({ count: 1, value: usd(50) });
    expect(seen.map(({ delivery: rows }) => rows.map(({ count }) => count))).toEqual([
      [1, 0],
      [1, 0],
      [0, 0],
    ]);
    expect(seen.map(({ terminated }) => terminated)).toEqual([0, 1, 1]);
    expect(countsIn(boardOf(logOf(done), { asOf: on(3, 23) }))).toEqual({ offer: 1 });
  });

  test('PRJ-33: a contract amended is worth what it is since then', () => {
    const log = logOf(
      opened('a', on(1)),
      enters('a', on(1), 'talk'),
      enters('a', on(1), 'offer'),
      signs('a', on(2), 50),
      [tell('ContractAmended')('a', on(9), { amount: usd(70), reason: 'more' })],
    );
    expect(boardOf(log, { asOf: on(8) }).outcomes.won.value).toEqual(usd(50));
    expect(boardOf(log).outcomes.won.value).toEqual(usd(70));
  });

  test('PRJ-4: where nothing follows the contract, the won stand in the phase it was signed in', () => {
    const short = { ...deals, phases: deals.phases.slice(0, 3) };
    const log = logOf(
      opened('a', on(1), { process: stagesOf(['lead'], ['talk'], ['offer']) }),
      enters('a', on(1), 'talk'),
      enters('a', on(1), 'offer'),
      signs('a', on(2), 5),
    );
    expect(boardOf(log, { template: short }).delivery).toEqual([{ id: 'offer', count: 1, value: usd(5) }]);
  });

  test('an opportunity that was not opened stands nowhere, and a phase the template has no more stands last', () => {
    const process = stagesOf(['older'], ['lead']);
    const board = boardOf(
      logOf(discovered('a', on(1)), closes('a', on(2), 'lost', { reason: 'price' }), opened('b', on(1), { process })),
    );
    expect(board.opened).toBe(1);
    expect(board.phases.map(({ id, count }) => [id, count])).toEqual([
      ['lead', 0],
      ['talk', 0],
      ['offer', 0],
      ['older', 1],
    ]);
  });

  test('a board has one currency', () => {
    const log = logOf(opened('a', on(1), { amount: usd(1, 'CNY') }));
    expect(askBoard(log)).toEqual({ _tag: 'Left', left: { type: 'CurrencyMismatch', left: 'USD', right: 'CNY' } });
  });

  test('MON-10: what adds up to more than can be said is refused', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const log = logOf(opened('a', on(1), { amount: usd(most) }), opened('b', on(1), { amount: usd(1) }));
    expect(askBoard(log)).toMatchObject({ left: { type: 'AmountOutOfRange', currency: 'USD' } });
  });
});

describe('outcomes', () => {
  test('GAT-2: lost for a reason, killed at a gate, dormant, duplicate: each once, and shares without duplicates', () => {
    const board = boardOf(
      logOf(
        ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => opened(id, on(1))),
        loses('a', on(2)),
        decides('b', on(2), 'r1', 'kill'),
        closes('b', on(2), 'disqualified', { gate: 'gate', review: 'r1' }),
        closes('c', on(2), 'dormant', { reason: 'quiet' }),
        closes('d', on(2), 'duplicate', { duplicateOf: 'a' }),
        enters('e', on(2), 'talk'),
        enters('e', on(3), 'offer'),
        signs('e', on(4)),
      ),
    );
    expect(countsIn(board)).toEqual({ lead: 1, won: 1, lost: 1, disqualified: 1, dormant: 1, duplicate: 1 });
    expect(board.lostReasons).toEqual(new Map([['price', 1]]));
    expect(board.wonOfClosed).toEqual({ numerator: 1, denominator: 4 });
    expect(board.wonOfAll).toEqual({ numerator: 1, denominator: 5 });
  });

  test('PRJ-4: opened again it is open, and what is decided then holds', () => {
    const start = [...opened('a', on(1)), enters('a', on(2), 'talk'), loses('a', on(3), 'rival')];
    const again = [...start, ...reopens('a', on(10), 'talk')];
    expect(countsIn(boardOf(logOf(again)))).toEqual({ talk: 1 });
    expect(countsIn(boardOf(logOf(again), { asOf: on(9) }))).toEqual({ lost: 1 });
    const board = boardOf(logOf(again, loses('a', on(20))));
    expect(board.lostReasons).toEqual(new Map([['price', 1]]));
    expect(board.cycle).toMatchObject({ n: 1, min: 19, max: 19 });
  });

  test('recycled, it stands in the phase it went back to', () => {
    const log = logOf(opened('a', on(1)), enters('a', on(2), 'talk'), recycles('a', on(5), 'r1', 'lead'));
    expect(countsIn(boardOf(log))).toEqual({ lead: 1 });
  });
});
