import { describe, expect, test } from 'vitest';
import { readRecipe, recipeOf } from '../../src/recipe/read.js';
import { leftOf, rightOf } from '../support/compiled.js';
import { sandbox } from '../support/sandbox.js';
import { recipe, spoilt } from '../support/visits.js';

const readOf = (changes: { readonly [path: string]: unknown }) => rightOf(recipeOf(spoilt(changes), 'r.json'));
const faultOf = (changes: { readonly [path: string]: unknown }) => leftOf(recipeOf(spoilt(changes), 'r.json'));

describe('the playbook of a recipe', () => {
  test('is the preset with the recipe’s own zone, currency and lists', () => {
    const { playbook } = readOf({});
    expect(playbook).toMatchObject({ name: 'dealership', zone: 'Europe/Amsterdam', currency: 'EUR' });
    const termsIn = (name: string) =>
      playbook.customer.lists.find(({ list }) => list === name)?.terms.map(({ id }) => `${id}`);
    expect(termsIn('lost')).toEqual(['gone']);
    expect(termsIn('dormant')).toEqual(['noAnswer', 'later']);
  });

  test('is the preset itself where nothing is said', () => {
    const changes = { playbook: { preset: 'dealership' }, 'files/0/commands': [] };
    expect(readOf(changes).playbook).toMatchObject({ zone: 'Asia/Shanghai', currency: 'CNY' });
  });

  test('asks of people what the preset does, but for what the recipe says', () => {
    const changes = { 'playbook/preset': 'salesOrganisation', 'playbook/people': { qualifiedFor: [], posts: [] } };
    expect(readOf(changes).playbook.people).toMatchObject({ qualifiedFor: [], dataTermsFor: ['custody'], posts: [] });
  });

  test('keeps class rules by amount in the preset’s currency only', () => {
    const rulesIn = (currency: string) =>
      readOf({ 'playbook/currency': currency }).playbook.customer.classification.rules;
    expect(rulesIn('CNY')).toHaveLength(6);
    expect(rulesIn('EUR')).toHaveLength(3);
    expect(rulesIn('EUR').filter(({ wonAtLeast }) => wonAtLeast !== undefined)).toEqual([]);
  });

  test('is refused before anything is written where it cannot be published', () => {
    const doubled = [...recipe.playbook.lists.lost, ...recipe.playbook.lists.lost];
    expect(faultOf({ 'playbook/lists/lost': doubled })).toEqual({
      type: 'PlaybookRefused',
      file: 'r.json',
      refusal: { type: 'DoubledTerm', list: 'lost', id: 'gone' },
    });
    expect(faultOf({ 'playbook/lists/relationships': [] })).toMatchObject({
      type: 'PlaybookRefused',
      refusal: { type: 'UndefinedTerm', list: 'relationships' },
    });
  });
});

describe('a fault is named by the keys that lead to it, with what was expected and what was found', () => {
  test.each<[string, string, unknown, string, string]>([
    ['no id', 'id', undefined, 'RecipeId', 'nothing'],
    ['an id with capitals', 'id', 'Visits', 'RecipeId', '"Visits"'],
    ['an unknown key', 'fies', [], 'knownKey', '"fies"'],
    ['an unknown key deep inside', 'files/0/commands/0/frist', ['who'], 'knownKey', '"frist"'],
    ['an unknown preset', 'playbook/preset', 'bazaar', '"dealership" | "salesOrganisation" | "keyAccount"', '"bazaar"'],
    ['an unknown zone', 'playbook/zone', 'Europe/Atlantis', 'Zone', '"Europe/Atlantis"'],
    ['an unknown currency', 'playbook/currency', 'EURO', 'Currency', '"EURO"'],
    ['files that are none', 'files', {}, 'ReadonlyArray<RecipeFile>', '{}'],
    ['no time', 'files/0/time', undefined, 'TimeColumn', 'nothing'],
    ['a format without a year', 'files/0/time/format', 'dd/MM', 'TimeFormat', '"dd/MM"'],
    ['a zone that is none', 'files/0/time/zone', 'CET+1', 'Zone', '"CET+1"'],
    [
      'a time of a column and a constant',
      'files/0/time',
      { column: 'at', at: '2025-01-01' },
      'TimeColumn',
      '{"column":"at","at":"2025-01-01"}',
    ],
    [
      'a constant and another one for a blank',
      'files/0/time',
      { at: '2025-01-01', otherwise: '2025-01-02' },
      'TimeColumn',
      '{"at":"2025-01-01","otherwise":"2025-01-02"}',
    ],
    ['a part of a day', 'files/0/time/days', 0.5, 'SafeInteger', '0.5'],
    ['a delimiter that is none', 'files/0/delimiter', '|', '"comma" | "semicolon" | "tab"', '"|"'],
    [
      'a currency that is none',
      'files/0/commands/6/fields/amount',
      { $money: '1', currency: 'euro' },
      'Template',
      '{"$money":"1","currency":"euro"}',
    ],
    [
      'a period of a year',
      'files/0/commands/6/fields/amount',
      { $period: '{at}', cadence: 'year' },
      'Template',
      '{"$period":"{at}","cadence":"year"}',
    ],
    ['a condition that asks nothing', 'files/0/commands/4/when/0', { column: 'a' }, 'Condition', '{"column":"a"}'],
    ['an empty column', 'files/0/commands/0/first/0', '', 'NonEmptyString', '""'],
    ['a field of null', 'files/0/commands/0/fields/sheet/name', null, 'Template', 'null'],
    [
      'a stray key',
      'files/0/commands/6/fields/amount',
      { $money: '1', in: '€' },
      'Template',
      '{"$money":"1","in":"€"}',
    ],
    ['an id of a number', 'files/0/commands/6/fields/amount', { $slug: 1 }, 'Template', '{"$slug":1}'],
    ['a whole number of a number', 'files/0/commands/6/fields/amount', { $integer: 1 }, 'Template', '{"$integer":1}'],
    ['a template that is none', 'files/0/commands/6/fields/amount', { $cash: '1' }, 'Template', '{"$cash":"1"}'],
    ['a moment without a year', 'files/0/commands/6/fields/amount', [{ $time: '', format: 'dd' }], '', ''],
    [
      'a constant stage that is none',
      'files/0/commands/4/fields/to',
      'shoper',
      'prospect | shopper | buyer',
      '"shoper"',
    ],
    ['a constant reason that is none', 'files/0/commands/7/fields/reason', 'vanished', 'gone', '"vanished"'],
    ['a constant source that is none', 'files/0/commands/0/fields/sheet/source', 'moon', 'street', '"moon"'],
  ])('%s', (_, path, value, expected, found) => {
    const fault = faultOf({ [path]: value });
    if (expected === '') {
      expect(fault).toMatchObject({ type: 'BadRecipe', path: `${path}/0`, expected: 'Template' });
    } else expect(fault).toEqual({ type: 'BadRecipe', file: 'r.json', path, expected, found });
  });

  test('an unknown command, with those there are', () => {
    const fault = faultOf({ 'files/0/commands/0/command': 'CollectProspects' });
    expect(fault).toMatchObject({
      path: 'files/0/commands/0/command',
      expected: expect.stringContaining('"CollectProspect" | "ResubmitProspect"'),
      found: '"CollectProspects"',
    });
  });

  test.each([
    'CutOffPeriod',
    'SettlePledge',
    'CompleteSettlement',
    'ClosePeriod',
    'ReceiveDonation',
    'PublishPlaybook',
  ])('a recipe settles and publishes nothing: %s is unknown to it', (command) => {
    expect(faultOf({ 'files/0/commands/0/command': command })).toMatchObject({
      path: 'files/0/commands/0/command',
      found: `"${command}"`,
    });
  });

  test.each<[string, string, unknown, string, string, string]>([
    ['a constant time that is none', 'files/0/time', { at: 'soon' }, '/at', 'constantTime', '"soon"'],
    [
      'a time for blanks that is none',
      'files/0/time',
      { column: 'at', otherwise: '2025-02-30' },
      '/otherwise',
      'constantTime',
      '"2025-02-30"',
    ],
    ['a group without a key', 'files/0/groupBy', { sum: [] }, '/key', 'ReadonlyArray<NonEmptyString>', 'nothing'],
    ['a map of numbers', 'maps', { m: { by: 'who', values: { a: 1 } } }, '/m/values/a', 'string', '1'],
    [
      'what people are not asked for',
      'playbook/people',
      { qualifiedFor: ['credit'] },
      '/qualifiedFor/0',
      '"custody" | "pledge"',
      '"credit"',
    ],
  ])('%s', (_, path, value, inner, expected, found) => {
    expect(faultOf({ [path]: value })).toEqual({
      type: 'BadRecipe',
      file: 'r.json',
      path: `${path}${inner}`,
      expected,
      found,
    });
  });

  test('a constant time of a command’s own that is none', () => {
    expect(faultOf({ 'files/0/commands/2/time': { at: '2025-02-30' } })).toMatchObject({
      path: 'files/0/commands/2/time/at',
      expected: 'constantTime',
    });
  });

  test('a column that would be two of a group', () => {
    expect(faultOf({ 'files/0/groupBy': { key: ['who'], sum: ['amount'], same: ['at', 'amount'] } })).toMatchObject({
      path: 'files/0/groupBy/same/1',
      expected: 'oneColumnOnce',
      found: '"amount"',
    });
  });

  test('a name that is both a lookup’s and a map’s', () => {
    const named = { lookups: { x: { path: 'x.csv', key: 'id' } }, maps: { x: { by: 'who', values: {} } } };
    expect(faultOf(named)).toMatchObject({ path: 'maps/x', expected: 'oneNameOnce', found: '"x"' });
  });

  test('a file named twice', () => {
    const files = [...recipe.files, ...recipe.files];
    expect(faultOf({ files })).toMatchObject({ path: 'files/1/path', expected: 'oneFileOnce', found: '"visits.csv"' });
  });

  test('a value that is no object at all', () => {
    for (const value of [null, 7, 'recipe']) {
      expect(leftOf(recipeOf(value, 'r.json'))).toMatchObject({ type: 'BadRecipe', found: JSON.stringify(value) });
    }
  });

  test('LAW-40: one nested beyond measure', () => {
    let deep: unknown = '{who}';
    for (let i = 0; i < 5_000; i++) deep = [deep];
    const fault = faultOf({ 'files/0/commands/0/fields/customer': deep });
    expect(fault).toMatchObject({ type: 'BadRecipe', expected: 'storable', found: 'tooDeep' });
  });

  test('LAW-38: keys that objects have anyway are unknown keys', () => {
    const text = JSON.stringify(recipe).replace('{"id"', '{"__proto__":{"id":"x"},"id"');
    expect(leftOf(recipeOf(JSON.parse(text), 'r.json'))).toMatchObject({ path: '__proto__', expected: 'knownKey' });
    expect(faultOf({ constructor: {} })).toMatchObject({ path: 'constructor', expected: 'knownKey' });
  });
});

describe('the file of a recipe', () => {
  test('that is not there, or no JSON', async () => {
    const { path } = await sandbox({ 'bad.json': '{"id": "visits",}' });
    expect(leftOf(await readRecipe(path('none.json')))).toMatchObject({
      type: 'RecipeMissing',
      file: path('none.json'),
    });
    expect(leftOf(await readRecipe(path('bad.json')))).toMatchObject({
      type: 'RecipeNotJson',
      message: expect.stringContaining('position 16'),
    });
  });

  test('may begin with a byte order mark', async () => {
    const { path } = await sandbox({ 'r.json': `\ufeff${JSON.stringify(recipe)}` });
    expect(rightOf(await readRecipe(path('r.json'))).recipe).toEqual(recipe);
  });
});
