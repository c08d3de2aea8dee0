import * as E from 'fp-ts/lib/Either.js';
import { type Asking as EveryAsking, type Millrace, playbookKnown } from 'millrace';
import { withDatabase } from './database.js';
import type { DatabaseFault, Failure } from './failure.js';
import type { Io } from './io.js';
import { type Names, namesOf } from './names.js';
import { databaseFile, readAsOf, readKnownAt } from './options.js';
import type { Watch, Work } from './render/progress.js';
import { drawTable, type TableSpec } from './render/table.js';
import { wrapped } from './render/wrap.js';
import { fill } from './texts/fill.js';
import type { Language } from './texts/index.js';
import type { Texts } from './texts/texts.js';

/** Options that every command has. */
export interface CommonOptions {
  readonly db?: string;
  readonly json?: boolean;
}

/** Options of questions that are asked of a moment. */
export interface AskingOptions extends CommonOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** One run of the program: the world, and the words it speaks in. */
export interface Session {
  readonly io: Io;
  readonly language: Language;
  readonly texts: Texts;
  readonly watch: Watch;
}

/** What a command ends with: an exit code, or why it could not. */
export type Ended = E.Either<Failure, number>;

/** Prints a line: a word of the texts, filled. */
export const line = ({ io, texts }: Session, word: keyof Texts['words'], values: object = {}): void => {
  const text = fill(texts.words[word], values);
  io.out(`${(io.columns === undefined ? [text] : wrapped(text, io.columns)).join('\n')}\n`);
};

/** Prints a table. */
export const table = ({ io }: Session, spec: TableSpec): void => io.out(drawTable(spec, io.columns));

/** How a question is to be answered. */
export type Asking = Pick<EveryAsking, 'asOf' | 'knownAt'> & Required<Pick<EveryAsking, 'onProgress'>>;

/** An answer, and the names in which people read it. */
export interface Answer<A> {
  readonly found: A;
  readonly names: Names;
}

/** Opens an existing database for reading and asks it something, with a bar while its log is read. */
export const reading = async <A>(
  session: Session,
  options: AskingOptions,
  ask: (millrace: Millrace, asking: Asking) => Promise<E.Either<Failure | DatabaseFault, A>>,
  work: Work = 'reading',
): Promise<E.Either<Failure, Answer<A>>> => asking(session, options, ask, { mode: 'readonly', work });

/** Opens an existing database, and has something done in it. */
export const writing = async <A>(
  session: Session,
  options: CommonOptions,
  act: (millrace: Millrace) => Promise<E.Either<Failure | DatabaseFault, A>>,
): Promise<E.Either<Failure, Answer<A>>> => asking(session, options, act, { mode: 'existing', work: 'reading' });

const asking = async <A>(
  session: Session,
  options: AskingOptions,
  ask: (millrace: Millrace, asking: Asking) => Promise<E.Either<Failure | DatabaseFault, A>>,
  { mode, work }: { readonly mode: 'readonly' | 'existing'; readonly work: Work },
): Promise<E.Either<Failure, Answer<A>>> =>
  withDatabase({ file: databaseFile(options.db, session.io), mode }, async (millrace) => {
    const { store } = millrace.engine;
    const playbook = await playbookKnown(store, undefined)();
    if (E.isLeft(playbook)) return playbook;
    const names = namesOf(playbook.right, session.language);
    const moment = readMoment(options, names.zone);
    if (E.isLeft(moment)) return moment;
    const head = await store.head();
    if (E.isLeft(head)) return head;
    const progress = session.watch(work, head.right);
    try {
      const found = await ask(millrace, { onProgress: progress.at, ...moment.right });
      return E.map((answer: A): Answer<A> => ({ found: answer, names }))(found);
    } finally {
      progress.end();
    }
  });

const readMoment = (
  { asOf, knownAt }: AskingOptions,
  zone: string,
): E.Either<Failure, Pick<Asking, 'asOf' | 'knownAt'>> => {
  const instant = asOf === undefined ? undefined : readAsOf(asOf, zone);
  if (instant !== undefined && E.isLeft(instant)) return instant;
  const known = knownAt === undefined ? undefined : readKnownAt(knownAt, zone);
  if (known !== undefined && E.isLeft(known)) return known;
  return E.right({
    ...(instant === undefined ? {} : { asOf: instant.right }),
    ...(known === undefined ? {} : { knownAt: known.right }),
  });
};
