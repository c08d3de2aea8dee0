/** Whose fault a command is that cannot be made: a row's, or the recipe's. */
import { describe, expect, test } from 'vitest';
import { leftOf, rightOf } from '../support/compiled.js';
import { plan, recipeOf } from '../support/planned.js';

const credit = (revenue: ReadonlyArray<object>): object => ({
  command: 'CreditSale',
  fields: { sale: '{sale}', amount: { $money: '1' }, revenue },
});
const target = (of: object, levels: object): object => ({
  command: 'SetTarget',
  fields: { period: '2025-01', of, levels },
});
const amount = { $money: '1' };
const prospects = { measure: 'prospects', target: { $integer: '{n}' } };
const tooLong = 'x'.repeat(300);

const made = async (command: object, cells: ReadonlyArray<string>) =>
  plan({
    'recipe.json': recipeOf([{ path: 'a.csv', time: { at: '2025-01-01' }, commands: [command] }]),
    'a.csv': `sale,who,also,n\n${cells.join('\n')}\n`,
  });

describe('a cell that fits no member of a union is its row’s fault, and the other rows are kept', () => {
  test.each<[string, object, string, string, string]>([
    ['a share by weight', credit([{ person: '{who}', weight: 1 }]), 'revenue/0/person', 'BusinessId', 's,,a,1'],
    [
      'a share by weight, too long',
      credit([{ person: '{who}', weight: 1 }]),
      'revenue/0/person',
      'BusinessId',
      `s,${tooLong},a,1`,
    ],
    [
      'the second share by weight',
      credit([
        { person: 's1', weight: 1 },
        { person: '{who}', weight: { $integer: '{n}' } },
      ]),
      'revenue/1/person',
      'BusinessId',
      's,,a,1',
    ],
    ['a share by amount', credit([{ person: '{who}', amount }]), 'revenue/0/person', 'BusinessId', 's,,a,1'],
    ['a person’s target', target({ person: '{who}' }, prospects), 'of/person', 'BusinessId', 's,,a,1'],
    ['a unit’s target', target({ unit: '{who}' }, prospects), 'of/unit', 'BusinessId', 's,,a,1'],
  ])('%s', async (_, command, path, expected, bad) => {
    const { commands, faults } = rightOf(await made(command, ['s1,ada,bob,1', bad, 's2,ada,bob,1']));
    expect(faults).toMatchObject([
      { file: 'a.csv', row: 3, fault: { type: 'InvalidCommand', cause: { type: 'Mismatch', path, expected } } },
    ]);
    expect(commands.map(({ row }) => row)).toEqual([2, 4]);
  });
});

describe('what a row leaves out', () => {
  test.each<[string, ReadonlyArray<object>, string, string]>([
    ['the weight', [{ person: '{who}', weight: { $optional: { $integer: '{n}' } } }], 'revenue/0/weight', 's,ada,,'],
    ['the amount', [{ person: '{who}', amount: { $optional: { $money: '{n}' } } }], 'revenue/0/weight', 's,ada,,'],
    [
      'an item before one with a bad cell and after a constant one',
      [{ $optional: { person: '{also}', weight: 1 } }, { person: 's1', weight: 1 }, { person: '{who}', weight: 1 }],
      'revenue/1/person',
      's,no id,,1',
    ],
  ])('and so is wrong is the row’s: %s', async (_, revenue, path, bad) => {
    const { commands, faults } = rightOf(await made(credit(revenue), ['s1,ada,bob,1', bad, 's2,ada,bob,1']));
    expect(faults).toMatchObject([{ row: 3, fault: { type: 'InvalidCommand', cause: { type: 'Mismatch', path } } }]);
    expect(commands.map(({ row }) => row)).toEqual([2, 4]);
  });
});

describe('in a union and a list, what no row could mend is the recipe’s', () => {
  test.each<[string, object, string, string]>([
    [
      'a constant share',
      credit([
        { person: '{who}', weight: 1 },
        { person: 'no id', weight: 1 },
      ]),
      'revenue/1/person',
      'BusinessId',
    ],
    [
      'a constant after an item that may be left out',
      credit([{ $optional: { person: '{who}', weight: 1 } }, { person: 'no id', weight: 1 }]),
      'revenue/1/person',
      'BusinessId',
    ],
    ['a share of neither kind', credit([{ person: '{who}' }]), 'revenue/0/weight', 'SafeInteger'],
    ['a target of nobody', target({}, prospects), 'of/person', 'BusinessId'],
    [
      'levels of sales that are counts',
      target({ person: '{who}' }, { measure: 'sales', target: 5 }),
      'levels/target',
      'Money',
    ],
  ])('%s', async (_, command, path, expected) => {
    const planned = await made(command, ['s1,ada,bob,1']);
    expect(leftOf(planned)).toMatchObject({ type: 'BadRecipe', path: `files/0/commands/0/fields/${path}`, expected });
  });
});
