/** Ids that are made of names. */
import { BusinessId } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugOf } from '../../src/recipe/slug-template.js';
import { rightOf } from '../support/compiled.js';
import { call, calls, plan, recipeOf } from '../support/planned.js';

describe('the slug of a text', () => {
  test.each([
    ['Anna Snelling', 'Anna.Snelling'],
    ['Mei-Mei Johns', 'Mei-Mei.Johns'],
    ['  Acme \t\u3000Corporation ', 'Acme.Corporation'],
    ['Gekko & Co', 'Gekko.Co'],
    ["O'Brien, Inc.", 'OBrien.Inc.'],
    ['a_b.c-d', 'a_b.c-d'],
    ['--- 7up', '7up'],
    ['=cmd()', 'cmd'],
    ['北京 电信', '北京.电信'],
    ['Zoe\u0308', 'Zoë'],
    ['Zoe\u200d\u0308', 'Zoë'],
    ['a\ud800b', 'ab'],
  ])('"%s" is %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test.each(['', ' ', '&', '._-', 'x'.repeat(257), '字'.repeat(86)])('"%s" has none', (text) => {
    expect(slugOf(text)).toBeUndefined();
  });

  test('is an id, and its own slug; an id of its letters stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const slug = slugOf(text);
        if (slug === undefined) return;
        expect(BusinessId.is(slug)).toBe(true);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$/), (id) => {
        expect(slugOf(id)).toBe(id);
      }),
    );
  });
});

describe('{"$slug"} in a recipe', () => {
  const named = (from: string) => call({ fields: { customer: { $slug: from }, by: 's1', contactType: 'call' } });
  const file = (path: string, from = '{who}') => ({ ...calls(path), commands: [named(from)] });

  test('makes an id of a cell, the same in every row and file', async () => {
    const planned = rightOf(
      await plan({
        'recipe.json': recipeOf([file('a.csv'), file('b.csv')]),
        'a.csv': 'who,at\nAnn Lee,2025-01-01\nAnn Lee,2025-01-02\n',
        'b.csv': 'who,at\nAnn Lee,2025-01-03\n',
      }),
    );
    expect(planned.faults).toEqual([]);
    expect(planned.commands.map(({ command }) => command)).toEqual(
      Array.from({ length: 3 }, () => ({ type: 'LogContact', customer: 'Ann.Lee', by: 's1', contactType: 'call' })),
    );
  });

  test('another text with the id of one before it is rejected, and both are named', async () => {
    const planned = rightOf(
      await plan({
        'recipe.json': recipeOf([file('a.csv'), file('b.csv')]),
        'a.csv': 'who,at\nAnn.Lee,2025-01-02\nBob,2025-01-02\n',
        'b.csv': 'who,at\nAnn Lee,2025-01-01\nAnn Lee,2025-01-03\n',
      }),
    );
    expect(planned.commands.map(({ file: path, row }) => [path, row])).toEqual([
      ['b.csv', 2],
      ['a.csv', 3],
      ['b.csv', 3],
    ]);
    const other = { other: 'Ann Lee', file: 'b.csv', row: 2 };
    expect(planned.faults).toEqual([
      {
        file: 'a.csv',
        row: 2,
        fault: { type: 'SlugTaken', field: 'customer', slug: 'Ann.Lee', found: 'Ann.Lee', ...other },
      },
    ]);
  });

  test('columns are apart, and so are imports', async () => {
    const files = {
      'recipe.json': recipeOf([{ ...calls('a.csv'), commands: [named('{who}'), named('{name}')] }]),
      'a.csv': 'who,at,name\nAnn Lee,2025-01-01,Ann.Lee\n',
    };
    for (const planned of [await plan(files), await plan(files)]) {
      expect(rightOf(planned)).toMatchObject({ commands: [{ row: 2 }, { row: 2 }], faults: [] });
    }
  });

  test('a text without a letter or digit is rejected; a blank one may be left out', async () => {
    const optional = call({ fields: { customer: 'c', by: { $optional: { $slug: '{who}' } }, contactType: 'call' } });
    const planned = rightOf(
      await plan({
        'recipe.json': recipeOf([
          { ...calls('a.csv'), commands: [named('{who}')] },
          { ...calls('b.csv'), commands: [optional] },
        ]),
        'a.csv': 'who,at\n&,2025-01-01\n',
        'b.csv': 'who,at\n,2025-01-01\n',
      }),
    );
    expect(planned.faults).toMatchObject([
      { file: 'a.csv', row: 2, fault: { type: 'NotA', what: 'slug', field: 'customer', found: '&' } },
      { file: 'b.csv', row: 2, fault: { type: 'InvalidCommand', cause: { path: 'by', found: 'nothing' } } },
    ]);
  });
});
