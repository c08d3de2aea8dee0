import { en } from './en/index.js';
import type { Texts } from './texts.js';
import { zh } from './zh/index.js';

/** A language the program speaks. */
export type Language = 'en' | 'zh';

/** The languages, for `--lang`. */
export const LANGUAGES: ReadonlyArray<Language> = ['en', 'zh'];

const languages: { readonly [L in Language]: Texts } = { en, zh };

/** The program's words in a language. */
export const textsOf = (language: Language): Texts => languages[language];

/** The language asked for, else that of the environment, else English. An empty variable is none. @source POSIX, locale */
export const languageOf = (
  asked: string | undefined,
  env: { readonly [name: string]: string | undefined },
): Language => {
  const wanted = asked ?? ([env['MILLRACE_LANG'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) || '');
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};
