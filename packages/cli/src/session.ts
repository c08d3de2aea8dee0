import type { Label } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, playbookKnown } from 'millrace';
import { withDatabase, zoneOf } from './database.js';
import type { Failure } from './failure.js';
import type { Io } from './io.js';
import { databaseFile, readAsOf, readKnownAt } from './options.js';
import { type Progress, progressOf } from './render/progress.js';
import { drawTable, type TableSpec } from './render/table.js';
import { fill } from './texts/fill.js';
import type { Language, Texts } from './texts/index.js';

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
}

/** What a command ends with: an exit code, or why it could not. */
export type Ended = E.Either<Failure, number>;

/** Prints a line: a word of the texts, filled. */
export const line = ({ io, texts }: Session, word: keyof Texts['words'], values: object = {}): void =>
  io.out(`${fill(texts.words[word], values)}\n`);

/** Prints a table. */
export const table = ({ io }: Session, spec: TableSpec): void => io.out(drawTable(spec, io.columns));

/** A name in the language of the run. */
export const named = ({ language }: Session, label: Label): string => label[language];

/** Opens an existing database for reading and asks it something, with a bar while its log is read. */
export const reading = async <A>(
  session: Session,
  options: AskingOptions,
  ask: (millrace: Millrace, asking: Asking) => Promise<E.Either<Failure, A>>,
): Promise<E.Either<Failure, A>> =>
  withDatabase({ file: databaseFile(options.db, session.io), mode: 'readonly' }, async (millrace) => {
    const zone = await zoneOf(millrace);
    if (E.isLeft(zone)) return zone;
    const asOf = options.asOf === undefined ? undefined : readAsOf(options.asOf, zone.right);
    if (asOf !== undefined && E.isLeft(asOf)) return asOf;
    const knownAt = options.knownAt === undefined ? undefined : readKnownAt(options.knownAt, zone.right);
    if (knownAt !== undefined && E.isLeft(knownAt)) return knownAt;
    const progress = await logProgress(session, millrace);
    try {
      return await ask(millrace, {
        onProgress: progress.at,
        ...(asOf === undefined ? {} : { asOf: asOf.right }),
        ...(knownAt === undefined ? {} : { knownAt: knownAt.right }),
      });
    } finally {
      progress.end();
    }
  });

/** How a question is to be answered. */
export type Asking = NonNullable<Parameters<Millrace['funnel']>[0]>;

const logProgress = async ({ io, texts }: Session, { engine }: Millrace): Promise<Progress> => {
  const head = await engine.store.head();
  return progressOf(io, texts.words.reading, E.isRight(head) ? head.right : 0);
};

/** The names that people read for the stages of the playbook that was in force. */
export const stageNames = async (
  session: Session,
  { engine }: Millrace,
  { knownAt }: Asking,
): Promise<E.Either<Failure, (id: string) => string>> => {
  const playbook = await playbookKnown(engine.store, knownAt)();
  if (E.isLeft(playbook)) return playbook;
  const stages = playbook.right.phase === 'published' ? playbook.right.playbook.customer.stages : [];
  const names = new Map<string, string>(stages.map(({ id, name }) => [id, named(session, name)]));
  return E.right((id) => names.get(id) ?? id);
};
