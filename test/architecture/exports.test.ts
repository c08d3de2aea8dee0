import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { nameOf } from './cruise.js';
import { house } from './house.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What an `export { ... } from` lists: values, and types marked so. */
const surfaceOf = (index: string): ReadonlyArray<string> => {
  const lists = [...index.matchAll(/^export (type )?\{([^}]*)\}/gm)];
  return lists
    .flatMap(([, type, names = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => (type === undefined ? name : `type ${name}`)),
    )
    .map((name) => name.replace(/\S+ as /, ''))
    .map((name) => (name.startsWith('type ') ? name : `value ${name}`))
    .sort();
};

/** The list of a package; a long one goes on in the files that it takes whole. */
const listOf = (folder: string, file = 'index'): string =>
  readFileSync(join(folder, `${file}.ts`), 'utf8').replace(
    /^export \* from '\.\/([a-z-]+)\.js';$/gm,
    (_, next: string) => listOf(folder, next),
  );

test.each(Object.keys(house))(
  'what %s exports is a list; a change of it is meant (`npm test -- exports -u`)',
  async (name) => {
    const index = listOf(join(root, 'packages', name, 'src'));
    expect(
      index
        .replace(/^\/\*\*.*\*\/$/gm, '')
        .replace(/^export (type )?\{[^}]*\}( from '[^']+')?;$/gm, '')
        .trim(),
    ).toBe('');

    const surface = surfaceOf(index);
    const loaded: object = await import(nameOf(name));
    const values = surface.filter((entry) => entry.startsWith('value ')).map((entry) => entry.slice('value '.length));
    expect(Object.keys(loaded).sort()).toEqual(values);
    await expect(`${surface.join('\n')}\n`).toMatchFileSnapshot(`exports/${name}.txt`);
  },
);
