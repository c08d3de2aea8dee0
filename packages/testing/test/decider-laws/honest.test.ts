import { deciderLaws, histories, historyOf } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ShelfCommand, shelf, shelfOptions } from './shelf.js';

const { cases, reach } = deciderLaws(shelfOptions());

describe('an honest decider keeps every law', () => {
  for (const { name, run } of cases) test(name, run);

  test('the cases name their laws: LAW-1 LAW-2 LAW-3 LAW-4 LAW-23', () => {
    expect(cases.flatMap(({ ids }) => ids)).toEqual(['LAW-1', 'LOG-1', 'LAW-2', 'LAW-2', 'LAW-3', 'LAW-4', 'LAW-23']);
    for (const { name, ids } of cases) expect(name.startsWith('shelf: ') && name.endsWith(ids.join(' '))).toBe(true);
  });

  test('what was reached is counted by command, stage and outcome', () => {
    const outcomes = { Put: ['recorded', 'nothing', 'ShelfFull'], Take: ['recorded', 'NotThere'] };
    expect(reach.below(50, outcomes)).toEqual([]);
    expect(reach.below(50, { Take: ['ShelfFull'] })).toEqual([{ command: 'Take', outcome: 'ShelfFull', times: 0 }]);

    expect(reach.times('Put', 'ShelfFull', 'full')).toBe(reach.times('Put', 'ShelfFull'));
    expect(reach.times('Put', 'ShelfFull', 'roomy')).toBe(0);
    const both = reach.times('Put', 'recorded', 'roomy') + reach.times('Put', 'recorded', 'full');
    expect(both).toBe(reach.times('Put', 'recorded'));
    const keys = reach.cells().map(({ command, stage, outcome }) => JSON.stringify([command, stage, outcome]));
    expect(keys).toEqual([...keys].sort());
  });
});

test('without a set of events, repeatable commands and stages the laws ask for none', () => {
  const { name, decider, commands, context } = shelfOptions();
  const plain = deciderLaws({ name, decider, commands, context, runs: 5, seed: 1 });
  for (const { run } of plain.cases) run();
  expect(plain.cases.flatMap(({ ids }) => ids)).not.toContain('LAW-23');
  expect(plain.cases).toHaveLength(cases.length - 2);
  expect(new Set(plain.reach.cells().map(({ stage }) => stage))).toEqual(new Set(['']));
});

test('the same seed makes the same histories', () => {
  const cellsOf = (seed: number) => {
    const laws = deciderLaws({ ...shelfOptions(), seed, runs: 20 });
    for (const { run } of laws.cases) run();
    return laws.reach.cells();
  };
  expect(cellsOf(7)).toEqual(cellsOf(7));
  expect(cellsOf(7)).not.toEqual(cellsOf(8));
});

test('a failed law prints the seed that makes it fail again', () => {
  const forgetful = { ...shelf, evolve: () => ({ things: [], moves: Math.random() }) };
  const [law] = deciderLaws(shelfOptions(forgetful)).cases;
  expect(() => law?.run()).toThrow(/seed: -?\d+/);
});

test('a history is what the commands recorded, after the opening', () => {
  const { decider, context, commands } = shelfOptions();
  const put = (thing: string): ShelfCommand => ({ type: 'Put', thing });
  const recorded = historyOf(decider, [put('a'), put('a'), put('b'), { type: 'Take', thing: 'z' }], context);
  expect(recorded.map(({ type, data }) => `${type} ${data.thing}`)).toEqual(['Put a', 'Put b']);
  expect(Object.isFrozen(recorded[0]?.data)).toBe(true);

  const opening = fc.constant([put('d')]);
  const property = fc.property(histories({ decider, context, commands, opening, length: 3 }), (history) => {
    expect(history[0]?.data.thing).toBe('d');
    expect(history.length).toBeLessThanOrEqual(4);
  });
  fc.assert(property);
});
