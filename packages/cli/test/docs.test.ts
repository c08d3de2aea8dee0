import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './support/sandbox.js';

interface Block {
  readonly language: string;
  readonly name: string;
  readonly text: string;
}

/** The fenced blocks of a page. */
const blocksOf = async (page: string): Promise<ReadonlyArray<Block>> => {
  const text = await readFile(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(([, language = '', name = '', block = '']) => ({
    language,
    name,
    text: block,
  }));
};

/** Does what a page's console does, `$` before each command, and gives what it shows. */
const play = async (made: Sandbox, script: string): Promise<string> => {
  const shown: Array<string> = [];
  let last = 0;
  for (const line of script.split('\n').filter((text) => text.startsWith('$ '))) {
    shown.push(line);
    const [name = '', ...args] = line
      .slice(2)
      .split(/(?<!\\) /)
      .map((word) => word.replaceAll('\\ ', ' '));
    if (name === 'millrace') {
      const { code, out, err } = await made.run(...args);
      last = code;
      shown.push((out + err).trimEnd());
    } else if (name === 'echo') shown.push(String(last));
    else if (name === 'cat') shown.push((await made.read(args[0] ?? '')).trimEnd());
    else if (name === 'sed') {
      const [, from = '', to = ''] = (args[1] ?? '').split(/(?<!\\)\//).map((part) => part.replaceAll('\\/', '/'));
      const file = args[2] ?? '';
      await made.write({ [file]: (await made.read(file)).replace(from, to) });
    } else throw new Error(`no such command here: ${name}`);
  }
  return shown.join('\n').replaceAll(made.folder, '.');
};

describe.each(['recipes.md', 'cli.md'])('docs/%s', (page) => {
  test('its examples do what it says', async () => {
    const blocks = await blocksOf(page);
    const made = await sandbox();
    let played = 0;
    for (const { language, name, text } of blocks) {
      if (name !== '') await made.write({ [name]: text });
      if (language !== 'console') continue;
      const expected = text.trimEnd();
      const shown = await play(made, text);
      expect(shown.split('\n').map((line) => line.trimEnd())).toEqual(expected.split('\n'));
      played += 1;
    }
    expect(played).toBeGreaterThan(0);
  });
});

test('docs/recipes.md names every key of a recipe', async () => {
  const text = await readFile(new URL('../../../docs/recipes.md', import.meta.url), 'utf8');
  const schema = await readFile(new URL('../../../docs/recipe.schema.json', import.meta.url), 'utf8');
  const keys = new Set<string>();
  JSON.parse(schema, (key, value: unknown) => {
    if (key === 'properties') for (const name of Object.keys(value as object)) keys.add(name);
    return value;
  });
  expect(keys.size).toBeGreaterThan(40);
  for (const key of keys) expect(text, key).toMatch(new RegExp(`["\`]${key.replace('$', '\\$')}["\`]`));
});
