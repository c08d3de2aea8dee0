import type { CustomerRefusal, PlaybookFault } from '@millrace/sales';
import type { Failure } from '../failure.js';
import type { Rejection } from '../recipe/import.js';
import { en } from './en.js';
import { fill } from './fill.js';
import { zh } from './zh.js';

/** A language the program speaks. */
export type Language = 'en' | 'zh';

type RowCause = Exclude<Rejection['cause']['type'], 'Refused' | 'NotA'>;
type Amiss = Extract<Rejection['cause'], { readonly type: 'NotA' }>['what'];

/** Everything the program says, in one language; `{name}` stands for a field of what is told. */
export interface Texts {
  readonly failures: { readonly [Type in Failure['type']]: string };
  readonly refusals: { readonly [Type in CustomerRefusal['type'] | PlaybookFault['type']]: string };
  readonly rows: { readonly [Type in RowCause]: string };
  readonly notA: { readonly [What in Amiss]: string };
  readonly words: { readonly [Word in keyof typeof en.words]: string };
}

const languages: { readonly [L in Language]: Texts } = { en, zh };

/** The program's words in a language. */
export const textsOf = (language: Language): Texts => languages[language];

/** The language asked for, else that of the environment, else English. */
export const languageOf = (
  asked: string | undefined,
  env: { readonly [name: string]: string | undefined },
): Language => {
  const wanted = asked ?? env['MILLRACE_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

/** A failure in words. */
export const sayFailure = ({ failures }: Texts, failure: Failure): string => fill(failures[failure.type], failure);

/** Why a row was rejected, in words: for people first, the name of the cause included for programs. */
export const sayRejection = (texts: Texts, cause: Rejection['cause']): string => {
  if (cause.type === 'Refused') {
    const { type } = cause.refusal;
    const said = texts.refusals[type as keyof Texts['refusals']] ?? '';
    return `${cause.command}: ${fill(said, cause.refusal)} (${type})`;
  }
  if (cause.type === 'NotA') return fill(texts.notA[cause.what], { found: JSON.stringify(cause.found) });
  if (cause.type === 'InvalidCommand') return sayInvalid(texts, cause);
  return fill(texts.rows[cause.type], cause);
};

type Invalid = Extract<Rejection['cause'], { readonly type: 'InvalidCommand' }>;

const sayInvalid = ({ rows }: Texts, { command, cause }: Invalid): string =>
  cause.type === 'NotJson'
    ? `${command}: ${fill(rows.NotJson, { ...cause, path: cause.path.join('/') })}`
    : fill(rows.InvalidCommand, { command, ...cause });
