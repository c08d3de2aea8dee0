import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Mode, modes, ours, raw } from './files.js';

/** A file that cannot be opened, in which modes, and what is said of it. */
interface Bad {
  readonly title: string;
  readonly modes: ReadonlyArray<Mode>;
  /** Makes it in a folder, and gives its path. */
  readonly make: (path: string) => string | Promise<string>;
  readonly error: object;
}

const foreign = { type: 'NotAMillraceDatabase', message: 'the file is a database of something else' };
const noSqlite = { type: 'NotAMillraceDatabase', message: 'the file is no SQLite database' };

/** Everything that may stand where a database of ours should. */
export const bad: ReadonlyArray<Bad> = [
  {
    title: 'a missing file',
    modes: ['existing', 'readonly'],
    make: (path) => join(path, 'missing.sqlite'),
    error: { type: 'FileMissing' },
  },
  {
    title: 'a file in a missing folder',
    modes: ['existing', 'readonly'],
    make: (path) => join(path, 'missing/ours.sqlite'),
    error: { type: 'FileMissing' },
  },
  {
    title: 'a new file in a missing folder',
    modes: ['create'],
    make: (path) => join(path, 'missing/ours.sqlite'),
    error: { type: 'CannotOpen', message: expect.stringContaining('directory') },
  },
  {
    title: 'a folder',
    modes,
    make: (path) => {
      mkdirSync(join(path, 'ours.sqlite'));
      return join(path, 'ours.sqlite');
    },
    error: { type: 'CannotOpen', message: 'it is no regular file' },
  },
  {
    title: 'a path through a file',
    modes: ['existing', 'readonly'],
    make: (path) => {
      writeFileSync(join(path, 'file'), 'x');
      return join(path, 'file/ours.sqlite');
    },
    error: { type: 'FileMissing' },
  },
  {
    title: 'a file of nothing',
    modes: ['existing', 'readonly'],
    make: (path) => {
      writeFileSync(join(path, 'empty.sqlite'), '');
      return join(path, 'empty.sqlite');
    },
    error: { type: 'NotAMillraceDatabase', message: 'the database is empty' },
  },
  {
    title: 'a database without a table',
    modes: ['existing', 'readonly'],
    make: (path) => {
      raw(join(path, 'empty.sqlite'), 'CREATE TABLE a (b); DROP TABLE a; VACUUM');
      return join(path, 'empty.sqlite');
    },
    error: { type: 'NotAMillraceDatabase', message: 'the database is empty' },
  },
  {
    title: 'a text',
    modes,
    make: (path) => {
      writeFileSync(join(path, 'text.csv'), 'stage,customer\n'.repeat(1_000));
      return join(path, 'text.csv');
    },
    error: noSqlite,
  },
  {
    title: 'a short text',
    modes,
    make: (path) => {
      writeFileSync(join(path, 'text.csv'), 'x');
      return join(path, 'text.csv');
    },
    error: noSqlite,
  },
  {
    title: 'a database cut off within its header',
    modes,
    make: async (path) => {
      const file = await ours(path);
      truncateSync(file, 60);
      return file;
    },
    error: noSqlite,
  },
  {
    title: 'a database cut off after its first page',
    modes,
    make: async (path) => {
      const file = await ours(path);
      truncateSync(file, 4_096);
      return file;
    },
    error: { type: 'StoreDamaged', message: expect.stringMatching(/cut off: 4096 of \d+ bytes/) },
  },
  {
    title: 'a database cut off by one byte',
    modes,
    make: async (path) => {
      const file = await ours(path);
      truncateSync(file, readFileSync(file).length - 1);
      return file;
    },
    error: { type: 'StoreDamaged', message: expect.stringContaining('cut off') },
  },
  {
    title: 'a database of something else',
    modes,
    make: (path) => {
      raw(join(path, 'other.sqlite'), 'CREATE TABLE a (b); INSERT INTO a VALUES (1)');
      return join(path, 'other.sqlite');
    },
    error: foreign,
  },
  {
    title: 'a database of something else, in WAL mode',
    modes,
    make: (path) => {
      raw(join(path, 'other.sqlite'), 'PRAGMA journal_mode = WAL', 'CREATE TABLE a (b); INSERT INTO a VALUES (1)');
      return join(path, 'other.sqlite');
    },
    error: foreign,
  },
  {
    title: 'a database of something else that has as yet no table',
    modes,
    make: (path) => {
      raw(join(path, 'other.sqlite'), 'PRAGMA application_id = 7');
      return join(path, 'other.sqlite');
    },
    error: foreign,
  },
  {
    title: 'a database of a newer schema',
    modes,
    make: async (path) => {
      const file = await ours(path);
      raw(file, 'PRAGMA user_version = 99');
      return file;
    },
    error: { type: 'NewerSchema', schema: 99, newest: 1 },
  },
  {
    title: 'a database of a schema that never was',
    modes,
    make: async (path) => {
      const file = await ours(path);
      raw(file, 'PRAGMA user_version = -1');
      return file;
    },
    error: { type: 'StoreDamaged', message: 'there is no schema -1' },
  },
  {
    title: 'a database cut off that has large pages',
    modes,
    make: async (path) => {
      raw(join(path, 'ours.sqlite'), 'PRAGMA page_size = 65536; CREATE TABLE a (b); DROP TABLE a; VACUUM');
      const file = await ours(path);
      truncateSync(file, 65_536 * 3);
      return file;
    },
    error: { type: 'StoreDamaged', message: expect.stringMatching(/cut off: 196608 of \d+ bytes/) },
  },
  {
    title: 'a database whose header is damaged',
    modes,
    make: async (path) => {
      const file = await ours(path);
      const bytes = readFileSync(file);
      bytes.writeUInt16BE(3, 16);
      writeFileSync(file, bytes);
      return file;
    },
    error: noSqlite,
  },
  { title: 'no name', modes, make: () => '', error: { type: 'CannotOpen', message: expect.stringContaining('name') } },
  {
    title: 'a name that ends in a blank',
    modes,
    make: async (path) => `${await ours(path)} `,
    error: { type: 'CannotOpen', message: expect.stringContaining('blank') },
  },
  {
    title: 'a name with a NUL',
    modes,
    make: (path) => join(path, 'a\u0000b'),
    error: { type: 'CannotOpen', message: expect.stringContaining('null bytes') },
  },
];
