import { commandIdOf } from '@millrace/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/recipe/plan.js';
import type { Watch } from '../../src/render/progress.js';
import { leftOf, rightOf } from '../support/compiled.js';
import { call, calls, plan, recipeOf } from '../support/planned.js';

const places = ({ commands }: Plan) => commands.map(({ file, row }) => `${file}:${row}`);

describe('the order of commands', () => {
  test('is that of time over all files; ties in the order of files, rows and commands', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([
        {
          ...calls('b.csv'),
          commands: [call(), call({ fields: { customer: '{who}', by: 's2', contactType: 'call' } })],
        },
        calls('a.csv'),
      ]),
      'b.csv': 'who,at\nx,2025-01-02\ny,2025-01-01\nz,2025-01-02\n',
      'a.csv': 'who,at\nv,2025-01-02\nw,2025-01-01\n',
    });
    const { commands } = rightOf(planned);
    expect(commands.map(({ file, row, command }) => `${file}:${row}:${(command as { by?: string }).by}`)).toEqual([
      'b.csv:3:s1',
      'b.csv:3:s2',
      'a.csv:3:s1',
      'b.csv:2:s1',
      'b.csv:2:s2',
      'b.csv:4:s1',
      'b.csv:4:s2',
      'a.csv:2:s1',
    ]);
  });

  test('goes by the moment, not by how it is written', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([calls('a.csv')]),
      'a.csv': 'who,at\nx,2025-01-01T01:00:00+02:00\ny,2025-01-01T00:30:00+01:00\nz,2024-12-31T22:00:00Z\n',
    });
    expect(places(rightOf(planned))).toEqual(['a.csv:4', 'a.csv:2', 'a.csv:3']);
  });

  test('takes a command’s own time, where it has one', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([{ ...calls('a.csv'), commands: [call({ time: { column: 'later' } }), call()] }]),
      'a.csv': 'who,at,later\nx,2025-01-01,2025-01-03\ny,2025-01-02,2025-01-02\n',
    });
    expect(rightOf(planned).commands.map(({ row, effectiveAt }) => [row, effectiveAt.slice(0, 10)])).toEqual([
      [2, '2025-01-01'],
      [3, '2025-01-02'],
      [3, '2025-01-02'],
      [2, '2025-01-03'],
    ]);
  });

  test('reads times without an offset in the column’s own zone, else in the playbook’s', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([
        { ...calls('a.csv'), time: { column: 'at', zone: 'Asia/Shanghai' } },
        { ...calls('b.csv'), time: { column: 'at' } },
      ]),
      'a.csv': 'who,at\nx,2025-01-01\n',
      'b.csv': 'who,at\nx,2025-01-01\n',
    });
    expect(rightOf(planned).commands.map(({ effectiveAt }) => effectiveAt)).toEqual([
      '2024-12-31T16:00:00.000Z',
      '2025-01-01T00:00:00.000Z',
    ]);
  });

  test('is, for any times, the stable order of time', async () => {
    const day = fc.integer({ min: 10, max: 14 });
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 12 }), async (days) => {
        const planned = await plan({
          'recipe.json': recipeOf([calls('a.csv')]),
          'a.csv': ['who,at', ...days.map((on) => `x,2025-01-${on}`), ''].join('\n'),
        });
        const expected = days.map((on, i) => ({ on, row: i + 2 })).sort((a, b) => a.on - b.on || a.row - b.row);
        expect(rightOf(planned).commands.map(({ row }) => row)).toEqual(expected.map(({ row }) => row));
      }),
      { numRuns: 30 },
    );
  });
});

describe('first and changed', () => {
  test('look at rows in the order of time, whatever the order in the file', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([calls('a.csv', { first: ['who'] })]),
      'a.csv': 'who,at\nx,2025-01-02\nx,2025-01-01\n',
    });
    expect(places(rightOf(planned))).toEqual(['a.csv:3']);
  });

  test('look only at rows that meet the conditions', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([calls('a.csv', { when: [{ column: 'what', is: ['b'] }], first: ['who'] })]),
      'a.csv': 'who,at,what\nx,2025-01-01,a\nx,2025-01-02,b\nx,2025-01-03,b\n',
    });
    expect(places(rightOf(planned))).toEqual(['a.csv:3']);
  });

  test('each command remembers for itself, and each file', async () => {
    const first = { first: ['who'] };
    const planned = await plan({
      'recipe.json': recipeOf([{ ...calls('a.csv'), commands: [call(first), call(first)] }, calls('b.csv', first)]),
      'a.csv': 'who,at\nx,2025-01-01\nx,2025-01-02\n',
      'b.csv': 'who,at\nx,2025-01-03\n',
    });
    expect(places(rightOf(planned))).toEqual(['a.csv:2', 'a.csv:2', 'b.csv:2']);
  });

  test('a row that cannot be made keeps its place, so that it is the same one when it is mended', async () => {
    const withMoney = { first: ['who'], fields: { customer: '{who}', by: '{by}', contactType: 'call' } };
    const files = (by: string) => ({
      'recipe.json': recipeOf([calls('a.csv', withMoney)]),
      'a.csv': `who,at,by\nx,2025-01-01,${by}\nx,2025-01-02,s2\n`,
    });
    const broken = rightOf(await plan(files('no id')));
    expect(broken.commands).toEqual([]);
    expect(broken.faults).toMatchObject([{ file: 'a.csv', row: 2, fault: { type: 'InvalidCommand' } }]);
    expect(places(rightOf(await plan(files('s1'))))).toEqual(['a.csv:2']);
  });
});

describe('ids', () => {
  const files = { 'recipe.json': recipeOf([{ ...calls('a.csv'), commands: [call(), call()] }]) };

  test('LAW-6: are of recipe, file, row and place in the row, and of nothing else', async () => {
    const before = rightOf(await plan({ ...files, 'a.csv': 'who,at\nx,2025-01-02\n' }));
    const after = rightOf(await plan({ ...files, 'a.csv': 'who,at,more\ny,2025-01-02,z\nw,2025-01-01,\n' }));
    expect(before.commands.map(({ commandId }) => commandId)).toEqual([
      commandIdOf('test', 'a.csv', 2, 0),
      commandIdOf('test', 'a.csv', 2, 1),
    ]);
    expect(after.commands.filter(({ row }) => row === 2).map(({ commandId }) => commandId)).toEqual(
      before.commands.map(({ commandId }) => commandId),
    );
  });

  test('are pinned: another rule would import every history twice', () => {
    expect(commandIdOf('bpic2012', 'events.csv', 2, 0)).toBe('5bfe951d-2dfb-5d9d-8daf-6fa42cc067ca');
  });

  test('differ with each of their parts', async () => {
    const csv = 'who,at\nx,2025-01-01\nx,2025-01-01\n';
    const one = rightOf(await plan({ ...files, 'a.csv': csv }));
    const other = rightOf(
      await plan({
        'recipe.json': recipeOf([calls('a.csv'), calls('b.csv')], { id: 'other' }),
        'a.csv': csv,
        'b.csv': csv,
      }),
    );
    const ids = [...one.commands, ...other.commands].map(({ commandId }) => commandId);
    expect(new Set(ids).size).toBe(8);
  });
});

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

test('the planning is watched from the first row to the last command, and the watching ends, also at a fault', async () => {
  const seen: Array<unknown> = [];
  const watch: Watch = (work, total) => {
    seen.push([work, total]);
    return { at: (done) => seen.push(done), end: () => seen.push('end') };
  };
  const rows = Array.from({ length: 1_000 }, () => 'x,2025-01-01');
  const csv = ['who,at', ...rows, ''].join('\n');
  await plan({ 'recipe.json': recipeOf([calls('a.csv')]), 'a.csv': csv }, watch);
  await plan({ 'recipe.json': recipeOf([calls('a.csv', { fields: {} })]), 'a.csv': csv }, watch);
  const planning = seen.filter((one) => typeof one === 'number' || one === 'end' || String(one).startsWith('planning'));
  expect(planning.slice(-4)).toEqual([['planning', 2_000], 1_000, 1_000, 'end']);
  expect(planning.filter((one) => String(one).startsWith('planning'))).toHaveLength(2);
  expect(planning.filter((one) => one === 'end')).toHaveLength(4);
});
