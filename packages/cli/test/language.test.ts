import { describe, expect, test } from 'vitest';
import { languageOf } from '../src/texts/index.js';

describe('the language', () => {
  test.each<[string | undefined, { [name: string]: string }, string]>([
    [undefined, {}, 'en'],
    ['zh', { LANG: 'en_US.UTF-8' }, 'zh'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'en'],
    [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [undefined, { LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'de_DE.UTF-8' }, 'zh'],
    [undefined, { MILLRACE_LANG: 'ZH', LC_ALL: 'C' }, 'zh'],
    [undefined, { LANG: 'tr_TR.UTF-8' }, 'en'],
  ])('asked for %s, in %o, is %s', (asked, env, language) => {
    expect(languageOf(asked, env)).toBe(language);
  });
});
