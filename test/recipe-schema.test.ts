import { readdirSync, readFileSync } from 'node:fs';
import { Recipe, recipeSchema } from '@millrace/cli';
import { strayKeyOf } from '@millrace/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projects } from './support/project-rules.js';

const root = new URL('..', import.meta.url);
const recipes = new URL('examples/recipes/', root);
const shipped = readdirSync(recipes).filter((name) => name.endsWith('.json'));

const fitsSchema = new Ajv2020({ strict: false }).compile(recipeSchema);
const strayIn = strayKeyOf(Recipe);
const fitsCodec = (value: unknown): boolean => Recipe.is(value) && strayIn(value) === undefined;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, recipes), 'utf8'));

test('docs/recipe.schema.json is the codec’s schema; vitest -u writes it anew', async () => {
  const text = `${JSON.stringify(recipeSchema, undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../docs/recipe.schema.json');
});

test.each(shipped)('%s fits the schema it names', (name) => {
  expect(fitsSchema(read(name)), JSON.stringify(fitsSchema.errors)).toBe(true);
  expect(fitsCodec(read(name))).toBe(true);
});

/** A recipe with every key that recipes have. */
const whole = {
  $schema: 'x',
  id: 'whole',
  description: 'x',
  playbook: {
    preset: 'dealership',
    name: 'whole',
    zone: 'UTC',
    currency: 'EUR',
    lists: { lost: [{ id: 'gone', name: { en: 'Gone', zh: '流失' } }], sources: [] },
    people: { qualifiedFor: ['custody'], dataTermsFor: [], posts: [], resignation: [] },
    projects,
  },
  lookups: { people: { path: 'p.csv', key: 'id', by: 'who', delimiter: 'tab' } },
  maps: { stage: { by: 'what', values: { '1': 'shopper' } } },
  files: [
    {
      path: 'a.csv',
      delimiter: 'semicolon',
      groupBy: { key: ['a'], sum: ['amount'], same: ['at'] },
      time: { column: 'at', otherwise: '01/01/2025', format: 'dd/MM/yyyy', zone: 'UTC' },
      commands: [
        {
          command: 'CompletePurchase',
          when: [{ column: 'a', is: ['x'], isNot: [], startsWith: 'x', blank: false }],
          first: ['a'],
          changed: { key: ['a'], value: 'b' },
          once: true,
          time: { at: '2025-01-01', days: -45 },
          fields: {
            text: 'x {a}',
            number: 7,
            truth: true,
            amount: { $money: '{a}' },
            paid: { $money: '{a}', currency: 'EUR', unsigned: true },
            month: { $period: '{a}', cadence: 'month', format: 'iso', zone: 'UTC' },
            count: { $integer: '{a}' },
            person: { $slug: '{a}' },
            due: { $time: '{a}', format: 'iso', zone: 'UTC' },
            day: { $date: '{a}', format: 'yyyyMMdd' },
            left: { $optional: { deep: ['{a}', { $optional: '{b}' }] } },
          },
        },
      ],
    },
  ],
};

/** The paths of every value in a value, itself included. */
const pathsIn = (value: unknown, path: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
    : []),
];

type Change = (holder: object, key: string) => void;

/** A copy with a change made to the value at a path. */
const changed = (value: object, path: ReadonlyArray<string>, change: Change): unknown => {
  const copy: unknown = { root: structuredClone(value) };
  const keys = ['root', ...path];
  const last = keys.pop() ?? '';
  change(
    keys.reduce<object>((at, key) => Reflect.get(at, key) as object, copy as object),
    last,
  );
  return (copy as { root: unknown }).root;
};

/** Values that fit somewhere or nowhere; zones and currencies only such as are or cannot be one. */
const values = fc.constantFrom<unknown>(
  null,
  7,
  true,
  '',
  'x',
  'UTC',
  'EUR',
  'iso',
  'dd/MM/yyyy',
  'dd/dd/MM/yyyy',
  '\n',
  'dealership',
  'LogContact',
  [],
  ['x'],
  [''],
  {},
  { column: 'x' },
  { $money: 'x' },
  { $money: 7 },
  { $cash: 'x' },
  { $time: 'x', format: 'yyyy' },
  { $money: 'x', more: 1 },
  { $period: 'x', cadence: 'year' },
  { column: 'x', at: 'x' },
  { at: 'x' },
  { at: 'x', otherwise: 'x' },
  { column: 'x', otherwise: 'x' },
  { column: 'x', at: 'x', otherwise: 'x' },
  1.5,
  'tab',
  { x: 'y' },
  { at: 'exit', phase: 'x' },
  { at: 'signing', phase: 'x' },
  { by: 'layer', layer: 'x' },
  { by: 'activity', layer: 'x' },
  { minor: -0.5, currency: 'EUR' },
  { key: [], value: 'x' },
  { id: '7', name: { en: '', zh: '' } },
);

const change: fc.Arbitrary<Change> = fc.oneof(
  values.map(
    (value): Change =>
      (holder, key) => {
        Reflect.set(holder, key, structuredClone(value));
      },
  ),
  fc.constant<Change>((holder, key) => {
    if (!Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  }),
  fc.constantFrom('x', '$x', 'constructor', 'format').map(
    (name): Change =>
      (holder, key) => {
        const value: unknown = Reflect.get(holder, key);
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) Reflect.set(value, name, 'x');
      },
  ),
);

/** What a schema cannot know: that a text names a zone there is, or a currency. */
const isZoneOrCurrency = (path: ReadonlyArray<string>): boolean => ['zone', 'currency'].includes(path.at(-1) ?? '');

describe('schema and codec', () => {
  const places = pathsIn(whole).filter((path) => !isZoneOrCurrency(path));

  test('take the whole recipe, and each of the shipped', () => {
    expect([fitsSchema(whole), fitsCodec(whole)]).toEqual([true, true]);
  });

  test('agree on recipes with a value changed, taken away or added anywhere', () => {
    let [good, bad] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom(...places), change, (path, edit) => {
        const value = changed(whole, path, edit);
        const verdict = fitsSchema(value);
        expect(fitsCodec(value), JSON.stringify(value)).toBe(verdict);
        if (verdict) good += 1;
        else bad += 1;
      }),
      { numRuns: 6_000 },
    );
    expect(good).toBeGreaterThan(100);
    expect(bad).toBeGreaterThan(1_000);
  });

  test('agree on texts of no form where a zone or currency stands', () => {
    for (const path of pathsIn(whole).filter(isZoneOrCurrency)) {
      for (const wrong of [7, null, {}]) {
        const value = changed(whole, path, (holder, key) => Reflect.set(holder, key, wrong));
        expect([fitsSchema(value), fitsCodec(value)]).toEqual([false, false]);
      }
    }
  });

  test('a zone or currency there is not is refused by the codec alone', () => {
    const nowhere = changed(whole, ['playbook', 'zone'], (holder, key) => Reflect.set(holder, key, 'Mars/Base'));
    expect([fitsSchema(nowhere), fitsCodec(nowhere)]).toEqual([true, false]);
    const worthless = changed(whole, ['playbook', 'currency'], (holder, key) => Reflect.set(holder, key, 'XXY'));
    expect([fitsSchema(worthless), fitsCodec(worthless)]).toEqual([true, false]);
  });
});
