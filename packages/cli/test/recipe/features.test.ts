/** Maps, delimiters, constant times, offsets and commands that are issued once: what a plan makes of them. */
import { describe, expect, test } from 'vitest';
import { leftOf, rightOf } from '../support/compiled.js';
import { call, calls, plan, recipeOf } from '../support/planned.js';

const asked = async (
  file: object,
  csv: string,
  more: object = {},
): Promise<ReadonlyArray<readonly [number, string, unknown]>> => {
  const planned = await plan({ 'recipe.json': recipeOf([file], more), 'a.csv': csv });
  return rightOf(planned).commands.map(({ row, effectiveAt, command }) => [row, effectiveAt, command]);
};

const fields = { customer: '{who}', by: 's1', contactType: 'call' };

describe('maps', () => {
  const kinds = { kind: { by: 'what', values: { T: 'call', Tel: 'call', V: 'visit' } } };
  const mapped = { ...calls('a.csv'), commands: [call({ fields: { ...fields, contactType: '{kind.value}' } })] };

  test('say what a cell stands for; another cell finds nothing, and its row is rejected', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([mapped], { maps: kinds }),
      'a.csv': 'who,at,what\nx,2025-01-01,V\ny,2025-01-01,Tel\nz,2025-01-01,t\n',
    });
    const { commands, faults } = rightOf(planned);
    expect(commands.map(({ command }) => (command as { contactType?: string }).contactType)).toEqual(['visit', 'call']);
    expect(faults).toEqual([{ file: 'a.csv', row: 4, fault: { type: 'NothingFound', column: 'kind.value' } }]);
  });

  test('may give the time', async () => {
    const maps = { day: { by: 'at', values: { first: '2025-01-01' } } };
    const found = await asked({ ...calls('a.csv'), time: { column: 'day.value' } }, 'who,at\nx,first\n', { maps });
    expect(found.map(([, at]) => at)).toEqual(['2025-01-01T00:00:00.000Z']);
  });

  test.each<[string, object, string]>([
    ['that map a column which is not there', { kind: { by: 'kind', values: {} } }, 'maps/kind/by'],
    ['that are asked for another column', kinds, 'files/0/commands/0/fields/contactType'],
  ])('%s', async (_, maps, path) => {
    const contactType = path.startsWith('maps') ? '{kind.value}' : '{kind.values}';
    const planned = await plan({
      'recipe.json': recipeOf([{ ...calls('a.csv'), commands: [call({ fields: { ...fields, contactType } })] }], {
        maps,
      }),
      'a.csv': 'who,at,what\n',
    });
    expect(leftOf(planned)).toMatchObject({ type: 'ColumnMissing', path });
  });

  test('LAW-38: keys that objects have anyway find nothing', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([mapped], { maps: kinds }),
      'a.csv': 'who,at,what\nx,2025-01-01,constructor\ny,2025-01-01,__proto__\n',
    });
    expect(rightOf(planned).faults.map(({ fault }) => fault.type)).toEqual(['NothingFound', 'NothingFound']);
  });
});

describe('delimiters', () => {
  test.each([
    ['tab', 'who\tat\n"x\ty"\t2025-01-01\n1,2\t2025-01-01\n'],
    ['semicolon', 'who;at\n"x;y";2025-01-01\n1,2;2025-01-01\n'],
    ['comma', 'who,at\n"x,y",2025-01-01\n"1,2",2025-01-01\n'],
  ])('a %s stands between cells, of files and of lookups', async (delimiter, csv) => {
    const person = call({ fields: { ...fields, customer: 'c', by: '{people.at}' } });
    const planned = await plan({
      'recipe.json': recipeOf([{ ...calls('a.csv', {}), delimiter, commands: [person] }], {
        lookups: { people: { path: 'people.csv', key: 'who', delimiter } },
      }),
      'a.csv': csv,
      'people.csv': csv,
    });
    expect(rightOf(planned).commands.map(({ row, command }) => [row, command])).toEqual(
      [2, 3].map((row) => [row, { type: 'LogContact', customer: 'c', by: '2025-01-01', contactType: 'call' }]),
    );
  });
});

describe('times', () => {
  test('may be the same for every row, at midnight in the organisation’s zone', async () => {
    const planned = await plan({
      'recipe.json': {
        ...recipeOf([{ ...calls('a.csv'), time: { at: '2025-07-01' } }]),
        playbook: { preset: 'dealership', zone: 'Asia/Shanghai' },
      },
      'a.csv': 'who,at\nx,never\ny,\n',
    });
    expect(rightOf(planned).commands.map(({ row, effectiveAt }) => [row, effectiveAt])).toEqual([
      [2, '2025-06-30T16:00:00.000Z'],
      [3, '2025-06-30T16:00:00.000Z'],
    ]);
  });

  test('may be days before or after, on the calendar of the zone', async () => {
    const zone = 'Europe/Amsterdam';
    const before = await asked(
      { ...calls('a.csv'), time: { column: 'at', days: -45, zone } },
      'who,at\nx,2025-04-15\ny,2025-04-15T09:00:00Z\n',
    );
    expect(before.map(([, at]) => at)).toEqual(['2025-02-28T23:00:00.000Z', '2025-03-01T10:00:00.000Z']);
    const after = await asked({ ...calls('a.csv'), time: { at: '2025-03-29', days: 1, zone } }, 'who,at\nx,\n');
    expect(after.map(([, at]) => at)).toEqual(['2025-03-29T23:00:00.000Z']);
  });

  test('may be a constant where the cell is blank or a lookup finds nothing, in the format of the column', async () => {
    const time = { column: 'at', format: 'dd/MM/yyyy', otherwise: '31/12/2024', days: 1 };
    const csv = 'who,at\nx,\ny,01/01/2024\nz, \nv,soon\n';
    const planned = rightOf(await plan({ 'recipe.json': recipeOf([{ ...calls('a.csv'), time }]), 'a.csv': csv }));
    expect(planned.commands.map(({ row, effectiveAt }) => [row, effectiveAt.slice(0, 10)])).toEqual([
      [3, '2024-01-02'],
      [2, '2025-01-01'],
      [4, '2025-01-01'],
    ]);
    expect(planned.faults).toEqual([
      {
        file: 'a.csv',
        row: 5,
        fault: { type: 'NotA', what: 'time', field: 'at', format: 'dd/MM/yyyy', found: 'soon' },
      },
    ]);
    const maps = { day: { by: 'who', values: { x: '2025-01-02' } } };
    const looked = { ...calls('a.csv'), time: { column: 'day.value', otherwise: '2025-01-01' } };
    const found = await asked(looked, 'who,at\nx,\ny,\n', { maps });
    expect(found.map(([row, at]) => [row, at.slice(0, 10)])).toEqual([
      [3, '2025-01-01'],
      [2, '2025-01-02'],
    ]);
  });

  test('so many days away that there is no such time are none', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([{ ...calls('a.csv'), time: { column: 'at', days: 9_007_199_254_740_991 } }]),
      'a.csv': 'who,at\nx,2025-01-01\n',
    });
    expect(rightOf(planned).faults).toMatchObject([{ fault: { type: 'NotA', what: 'time' } }]);
  });
});

describe('what is issued once', () => {
  const once = { ...calls('a.csv'), commands: [call({ once: true }), call({ when: [{ column: 'who', is: [] }] })] };

  test('is the first, in order of time, of each content', async () => {
    const found = await asked(once, 'who,at\nx,2025-01-02\nx,2025-01-01\ny,2025-01-03\n');
    expect(found.map(([row]) => row)).toEqual([3, 4]);
  });

  test('is not lost with a row that is rejected', async () => {
    const planned = await plan({
      'recipe.json': recipeOf([
        { ...once, commands: [call({ once: true }), call({ fields: { ...fields, by: '{n}' } })] },
      ]),
      'a.csv': 'who,at,n\nx,2025-01-01,no id\nx,2025-01-02,s2\n',
    });
    expect(rightOf(planned).commands.map(({ row }) => row)).toEqual([3, 3]);
  });

  test('is told apart by command of the recipe, and only where it is said', async () => {
    const twice = { ...once, commands: [call({ once: true }), call({ once: true }), call({ once: false })] };
    const found = await asked(twice, 'who,at\nx,2025-01-01\nx,2025-01-02\n');
    expect(found.map(([row]) => row)).toEqual([2, 2, 2, 3]);
  });
});
