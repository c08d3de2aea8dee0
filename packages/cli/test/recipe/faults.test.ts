/** Rows of which no command can be made, and whose fault that is: the row's, or the recipe's. */
import { describe, expect, test } from 'vitest';
import { leftOf, rightOf } from '../support/compiled.js';
import { call, calls, plan, recipeOf } from '../support/planned.js';

describe('rows that lead to nothing', () => {
  test('are told with file, line and reason, each once, and the others go on', async () => {
    const { rows, commands, faults } = rightOf(
      await plan({
        'recipe.json': recipeOf([
          {
            ...calls('a.csv'),
            commands: [call(), call({ command: 'ClaimFromPool', fields: { customer: '{who}', by: '{by}' } })],
          },
        ]),
        'a.csv':
          'who,at,by\nx,2025-01-01,s1\ny,soon,s1\nz\nw,2025-01-01,no id\n__proto__,2025-01-01,s1\nv,2025-01-01,s1\n',
      }),
    );
    expect(rows).toBe(6);
    expect(faults).toEqual([
      { file: 'a.csv', row: 4, fault: { type: 'ColumnCount', found: 1, expected: 3 } },
      { file: 'a.csv', row: 3, fault: { type: 'NotA', what: 'time', field: 'at', format: 'iso', found: 'soon' } },
      {
        file: 'a.csv',
        row: 5,
        fault: {
          type: 'InvalidCommand',
          command: 'ClaimFromPool',
          cause: { type: 'Mismatch', path: 'by', expected: 'BusinessId', found: '"no id"' },
        },
      },
      {
        file: 'a.csv',
        row: 6,
        fault: {
          type: 'InvalidCommand',
          command: 'LogContact',
          cause: { type: 'Mismatch', path: 'customer', expected: 'BusinessId', found: '"__proto__"' },
        },
      },
    ]);
    expect(commands.map(({ row }) => row)).toEqual([2, 2, 7, 7]);
  });

  test('a time that is not looked at does not have to be one', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([calls('a.csv', { when: [{ column: 'who', blank: false }] })]),
      'a.csv': 'who,at\n,never\nx,2025-01-01\n',
    });
    expect(rightOf(planned)).toMatchObject({ faults: [], commands: [{ row: 3 }] });
  });

  test('a time looked up that is not found is told as such', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([{ ...calls('a.csv'), time: { column: 'days.on' } }], {
        lookups: { days: { path: 'days.csv', key: 'who' } },
      }),
      'a.csv': 'who,at\nx,\ny,\n',
      'days.csv': 'who,on\nx,2025-01-01\n',
    });
    expect(rightOf(planned).faults).toEqual([
      { file: 'a.csv', row: 3, fault: { type: 'NothingFound', column: 'days.on' } },
    ]);
  });
});

describe('faults that no row could mend are the recipe’s', () => {
  const oneRow = { 'a.csv': 'who,at\nx,2025-01-01\n' };

  test.each([
    [
      'a field that the command does not have',
      { customer: '{who}', by: 's1', contactType: 'call', mood: 'good' },
      'mood',
      'knownField',
    ],
    ['one that is missing', { customer: '{who}', contactType: 'call' }, 'by', 'BusinessId'],
    ['a constant that is no id', { customer: '{who}', by: 'no id', contactType: 'call' }, 'by', 'BusinessId'],
    ['a constant of another kind', { customer: '{who}', by: 7, contactType: 'call' }, 'by', 'BusinessId'],
    [
      'an object in place of text',
      { customer: { id: '{who}' }, by: 's1', contactType: 'call' },
      'customer',
      'BusinessId',
    ],
  ])('%s', async (_, fields, key, expected) => {
    const planned = await plan({ 'recipe.json': recipeOf([calls('a.csv', { fields })]), ...oneRow });
    expect(leftOf(planned)).toMatchObject({
      type: 'BadRecipe',
      path: `files/0/commands/0/fields/${key}`,
      expected,
    });
  });

  test('and one deep inside is named with all its keys', async () => {
    const collect = call({
      command: 'CollectProspect',
      fields: { customer: '{who}', collectedBy: 's1', sheet: { source: 'walkIn', contacts: [{ phone: '1' }] } },
    });
    const planned = await plan({ 'recipe.json': recipeOf([{ ...calls('a.csv'), commands: [collect] }]), ...oneRow });
    expect(leftOf(planned)).toMatchObject({
      path: 'files/0/commands/0/fields/sheet/contacts/0/name',
      found: 'something personal',
    });
  });

  test('a command that is wrong as a whole, and in none of its fields, is the row’s', async () => {
    const pledge = {
      command: 'SwearPledge',
      fields: { period: '2025-02', person: '{who}', target: { $money: '1' }, donation: { $money: '0' } },
    };
    const planned = await plan({
      'recipe.json': recipeOf([{ ...calls('a.csv'), commands: [pledge] }]),
      'a.csv': `who,at\n${'x'.repeat(250)},2025-01-01\ny,2025-01-01\n`,
    });
    const { commands, faults } = rightOf(planned);
    expect(commands.map(({ row }) => row)).toEqual([3]);
    expect(faults).toMatchObject([{ row: 2, fault: { type: 'InvalidCommand', cause: { path: '' } } }]);
  });

  test('an optional field that a row leaves out is the row’s', async () => {
    const fields = { customer: '{who}', by: { $optional: '{by}' }, contactType: 'call' };
    const planned = await plan({
      'recipe.json': recipeOf([calls('a.csv', { fields })]),
      'a.csv': 'who,at,by\nx,2025-01-01,\n',
    });
    expect(rightOf(planned).faults).toMatchObject([{ row: 2, fault: { type: 'InvalidCommand' } }]);
  });
});

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
