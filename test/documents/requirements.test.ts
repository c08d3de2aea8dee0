import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedPath } from '@millrace/test/shared';
import { describe, expect, test } from 'vitest';
import { root, rowsOf } from './markdown.js';
import { families, idOf, idsIn, quotedOn, titles } from './titles.js';

interface Entry {
  readonly id: string;
  readonly what: string;
  readonly modules: ReadonlyArray<string>;
  readonly state: string;
}

const entries: ReadonlyArray<Entry> = rowsOf('docs/requirements.md').map(
  ([id = '', what = '', module = '', state = '']) => ({
    id,
    what,
    modules: module === '–' ? [] : module.split(', '),
    state,
  }),
);

const isLater = ({ state }: Entry): boolean => state === 'later';

/** Files whose titles name an id. */
const shownBy = new Map<string, Set<string>>();
for (const { file, text } of titles) {
  for (const id of idsIn(text)) shownBy.set(id, (shownBy.get(id) ?? new Set()).add(file));
}

describe('the list of requirements', () => {
  test('has every id once, in order', () => {
    const all = Object.entries(families).flatMap(([family, count]) =>
      Array.from({ length: count }, (_, i) => idOf(family, i + 1)),
    );
    expect(entries.map(({ id }) => id)).toEqual(all);
  });

  test('says of each what it is, how far it is, and where it lives', () => {
    const wrong = entries.filter(
      (entry) =>
        entry.what === '' ||
        !/^(done|later|partly: .+)$/.test(entry.state) ||
        isLater(entry) !== (entry.modules.length === 0),
    );
    expect(wrong).toEqual([]);
  });

  test('names modules that exist', () => {
    const isModule = (module: string): boolean => {
      const [name = '', ...folder] = module.split('/');
      if (name === 'test') return existsSync(join(root, module));
      return existsSync(join(root, 'packages', name, 'src', ...folder));
    };
    expect(entries.flatMap(({ modules }) => modules).filter((module) => !isModule(module))).toEqual([]);
  });
});

describe('what the list says is true of the tests', () => {
  test('what is done, or partly done, stands in the title of a test', () => {
    const unshown = entries.filter((entry) => !isLater(entry) && !shownBy.has(entry.id));
    expect(unshown.map(({ id, state }) => `${id} is "${state}", but no title names it`)).toEqual([]);
  });

  test('what stands in the title of a test is not put off', () => {
    const later = new Set(entries.filter(isLater).map(({ id }) => id));
    const known = new Set(entries.map(({ id }) => id));
    const untold = [...shownBy].filter(([id]) => later.has(id) || !known.has(id));
    expect(untold.map(([id, files]) => `${id} is "later" or unknown, but ${[...files].join(', ')} shows it`)).toEqual(
      [],
    );
  });

  test('ids are found in titles, and only there', () => {
    // Written apart, so that this test is not a title that names them.
    const [first, second] = [['MON', '1'].join('-'), ['MON', '99'].join('-')];
    expect(idsIn(`adds up ${first}, by quarter 2017-Q3 of UTF-8 and ${second}`)).toEqual([first, second]);
    expect(quotedOn("test('adds up', () => note(`a b`)); // 'not'")).toEqual(['adds up', 'a b', 'not']);
    expect(quotedOn(" * @source 'adds up'")).toEqual([]);
    expect(titles.length).toBeGreaterThan(50);
  });
});

const sources = {
  'domain/requirements.md': 'ORG PRJ DLR Q',
  'domain/metrics.md': 'LOG FUN LDB OWN GAT PLG MON VIS',
  'trust.md': 'LAW AUD REL',
  'stores.md': 'S',
};

describe.each(Object.entries(sources))('against shared/%s', (source, names) => {
  const path = sharedPath(source);
  test.skipIf(path === undefined)('no id is missing, and none is made up', () => {
    const text = readFileSync(path ?? '', 'utf8');
    const defined = new Set(
      [...text.matchAll(/(?:^\| |^|\. |: |\*\* )((?:[A-Z]{3}-|[QS])\d+)(?= )/gm)].map(([, id]) => id),
    );
    for (const family of names.split(' ')) {
      const own = [...defined].filter((id = '') => id.replace(/-?\d+$/, '') === family);
      expect(own.sort()).toEqual(Array.from({ length: families[family] ?? 0 }, (_, i) => idOf(family, i + 1)).sort());
    }
  });
});
