import type { CommandUnreadable, CorruptHistory, NotJson, Unreadable } from '@millrace/kernel';
import type { CustomerRefusal, PlaybookFault } from '@millrace/sales';
import type { Failure } from '../failure.js';
import type { CsvFault } from '../recipe/csv.js';
import type { Rejection } from '../recipe/import.js';
import type { help } from './en/help.js';
import { en } from './en/index.js';
import type { words } from './en/words.js';
import { zh } from './zh/index.js';

/** A language the program speaks. */
export type Language = 'en' | 'zh';

/** The languages, for `--lang`. */
export const LANGUAGES: ReadonlyArray<Language> = ['en', 'zh'];

type RowCause = Exclude<Rejection['cause']['type'], 'Refused' | 'NotA'>;
type Amiss = Extract<Rejection['cause'], { readonly type: 'NotA' }>['what'];

/** Why stored or given data is not what it should be. */
export type Cause = CommandUnreadable | CorruptHistory['cause'] | Unreadable | NotJson;

/** Everything the program says, in one language; `{name}` stands for a field of what is told. */
export interface Texts {
  readonly failures: { readonly [Type in Failure['type']]: string };
  readonly csvFaults: { readonly [Fault in CsvFault]: string };
  readonly rows: { readonly [Type in RowCause]: string };
  readonly notA: { readonly [What in Amiss]: string };
  readonly causes: { readonly [Type in Cause['type']]: string };
  /** What was expected, by the name of its codec; what is left out is said by that name. */
  readonly forms: { readonly [name: string]: string };
  readonly refusals: { readonly [Type in CustomerRefusal['type'] | PlaybookFault['type']]: string };
  readonly words: { readonly [Word in keyof typeof words]: string };
  readonly help: { readonly [Topic in keyof typeof help]: string };
  /** Headings of the help; what is left out stays as it is. */
  readonly titles: { readonly [title: string]: string };
  /** Faults of the command line by the parser's code; what is left out is said by the parser. */
  readonly usage: { readonly [code: string]: string };
}

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
