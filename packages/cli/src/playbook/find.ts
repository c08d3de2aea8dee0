/** Playbooks that a command line names: a preset, a version in the log, or a file. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sha256 } from '@millrace/engine';
import { canonicalJson, canonicalText, type Json, reader, strayKeyOf } from '@millrace/kernel';
import { Playbook, type PlaybookEvent, playbookStream, presets } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { Millrace } from 'millrace';
import type { DatabaseFault, Failure } from '../failure.js';
import type { Io } from '../io.js';

/** A playbook, and the version under which its events name it. */
export interface NamedPlaybook {
  readonly version: string;
  readonly playbook: Playbook;
}

/** Where playbooks are looked for. `millrace`: of the database that was opened, if one was. */
export interface Shelf {
  readonly io: Io;
  readonly millrace: Millrace | undefined;
  /** The database's file. */
  readonly file: string;
}

type Found = Promise<E.Either<Failure | DatabaseFault, NamedPlaybook>>;

/** How versions look: the name, and 16 digits of the hash. */
const VERSION = /^[A-Za-z][A-Za-z0-9._]{0,63}@[0-9a-f]{16}$/;

/** Whether a name is that of a version in a log. */
export const isVersion = (name: string): boolean => VERSION.test(name);

/** The version of a playbook, as publishing it would name it. */
const versionOf = (playbook: Playbook): string =>
  `${playbook.name}@${sha256(canonicalText(playbook as unknown as Json)).slice(0, 16)}`;

/** The playbook that is named. */
export const findPlaybook = async (name: string, shelf: Shelf): Found => {
  const preset = presets.get(name);
  if (preset !== undefined) return E.right({ version: versionOf(preset), playbook: preset });
  return isVersion(name) ? inLog(name, shelf) : inFile(name, shelf.io);
};

const inLog = async (version: string, { millrace, file }: Shelf): Found => {
  const unknown = E.left({ type: 'VersionUnknown', file, version } as const);
  if (millrace === undefined) return unknown;
  const history = await millrace.history(playbookStream)();
  if (E.isLeft(history)) return history;
  const published = history.right.map(({ data }) => data as PlaybookEvent['data']);
  const found = published.find((one) => one.version === version);
  return found === undefined ? unknown : E.right({ version, playbook: found.playbook });
};

const readCodec = reader(Playbook);
const strayIn = strayKeyOf(Playbook);

const inFile = async (name: string, { cwd }: Io): Found => {
  const file = resolve(cwd, name);
  const text = await readFile(file, 'utf8').catch((error: Error) => error);
  if (text instanceof Error) return E.left({ type: 'PlaybookFileMissing', file, message: text.message });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return E.left({ type: 'PlaybookNotJson', file, message: String(error) });
  }
  const bad = (path: string, expected: string, found: string) =>
    E.left({ type: 'BadPlaybook', file, path: path === '' ? '/' : path, expected, found } as const);
  const json = canonicalJson(value);
  if (E.isLeft(json)) return bad(json.left.path.join('/'), 'storable', json.left.reason);
  const read = readCodec(value);
  if (E.isLeft(read)) return bad(read.left.path, read.left.expected, read.left.found);
  const stray = strayIn(value);
  if (stray !== undefined) return bad(stray, 'knownKey', JSON.stringify(stray.split('/').at(-1)));
  return E.right({ version: versionOf(read.right), playbook: read.right });
};
