import { describe, expect, test } from 'vitest';
import { loadData } from '../../src/recipe/load.js';
import { recipeOf } from '../../src/recipe/read.js';
import { unwatched } from '../../src/render/progress.js';
import { leftOf, rightOf } from '../support/compiled.js';
import { sandbox } from '../support/sandbox.js';
import { spoilt } from '../support/visits.js';

const load = async (changes: { readonly [path: string]: unknown }, files: { readonly [name: string]: string } = {}) => {
  const { folder } = await sandbox({ 'visits.csv': 'who,at,what,seller,amount\n', ...files });
  return loadData(rightOf(recipeOf(spoilt(changes), 'r.json')), folder, unwatched);
};

describe('columns that are not there are named, with the place and what there is', () => {
  test.each<[string, string, unknown]>([
    ['of a condition', 'commands/4/when/0/column', 'x'],
    ['of first', 'commands/0/first/0', 'x'],
    ['of the key of changed', 'commands/3/changed/key/0', 'x'],
    ['of the value of changed', 'commands/3/changed/value', 'x'],
    ['of the time', 'time/column', 'x'],
    ['of a template', 'commands/0/fields/sheet/otherContact', 'at {x}'],
    ['of a template in a template', 'commands/6/fields/amount/$optional/$money', '{x}.00'],
  ])('%s', async (_, path, value) => {
    expect(leftOf(await load({ [`files/0/${path}`]: value }))).toEqual({
      type: 'ColumnMissing',
      file: 'visits.csv',
      column: 'x',
      path: `files/0/${path}`,
      columns: ['who', 'at', 'what', 'seller', 'amount'],
    });
  });

  test('of a command’s own time', async () => {
    const loaded = await load({ 'files/0/commands/3/time': { column: 'x' } });
    expect(leftOf(loaded)).toMatchObject({ column: 'x', path: 'files/0/commands/3/time/column' });
  });

  test('a column with a dot in its name is a column first', async () => {
    const changes = { 'files/0/commands/0/fields/sheet/name': '{people.name}' };
    const loaded = await load(changes, { 'visits.csv': 'who,at,what,seller,amount,people.name\n' });
    expect(rightOf(loaded).tables).toHaveLength(1);
  });
});

describe('lookups', () => {
  const people = { path: 'people.csv', key: 'id', by: 'seller' };
  const asked = { 'files/0/commands/0/fields/sheet/name': '{people.name}' };

  test.each<[string, object, string, [string, string, string]]>([
    ['its key column', { ...people, key: 'no' }, 'id,name\n', ['people.csv', 'no', 'lookups/people/key']],
    ['the column asked for', people, 'id,nick\n', ['people.csv', 'name', 'files/0/commands/0/fields/sheet/name']],
    ['the column to ask by', { ...people, by: 'x' }, 'id,name\n', ['visits.csv', 'x', 'lookups/people/by']],
    [
      'one named like its key',
      { path: 'people.csv', key: 'id' },
      'id,name\n',
      ['visits.csv', 'id', 'lookups/people/key'],
    ],
  ])('without %s', async (_, lookup, csv, [file, column, path]) => {
    const loaded = await load({ lookups: { people: lookup }, ...asked }, { 'people.csv': csv });
    expect(leftOf(loaded)).toMatchObject({ type: 'ColumnMissing', file, column, path });
  });

  test('that the recipe does not have', async () => {
    expect(leftOf(await load(asked))).toMatchObject({
      type: 'ColumnMissing',
      file: 'visits.csv',
      column: 'people.name',
      path: 'files/0/commands/0/fields/sheet/name',
    });
  });

  test('whose keys are not unique, or whose rows are not whole', async () => {
    const lookups = { people };
    expect(leftOf(await load({ lookups }, { 'people.csv': 'id,name\ns1,"a\nb"\ns2,c\ns1,d\n' }))).toEqual({
      type: 'LookupKeyDoubled',
      file: 'people.csv',
      row: 5,
      key: 's1',
    });
    expect(leftOf(await load({ lookups }, { 'people.csv': 'id,name\ns1,a\ns2\n' }))).toEqual({
      type: 'LookupRowUnreadable',
      file: 'people.csv',
      row: 3,
      expected: 2,
      found: 1,
    });
  });

  test('whose file is not there', async () => {
    expect(leftOf(await load({ lookups: { people } }))).toMatchObject({
      type: 'DataFileMissing',
      path: 'lookups/people/path',
    });
  });
});
