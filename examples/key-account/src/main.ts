/** Plays the story in a database, prints the project's dossier, and says where the database is. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, exitOf, type Failure, languageOf, processIo, runCli, sayFailure, textsOf } from '@millrace/cli';
import { MillraceError } from 'millrace';
import { playInFile } from './file.js';
import { project } from './step.js';
import { OVER } from './story/index.js';
import { words } from './words.js';

interface Options {
  readonly db: string;
  readonly lang?: string;
}

const optionsOf = (args: ReadonlyArray<string>): Options | undefined => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { db: { type: 'string', default: 'key-account.db' }, lang: { type: 'string' } },
    });
    return values;
  } catch {
    return undefined;
  }
};

const main = async (args: ReadonlyArray<string>): Promise<number> => {
  const io = processIo();
  const options = optionsOf(args);
  const language = languageOf(options?.lang, io.env);
  const { usage, recorded } = words[language];
  if (options === undefined) {
    io.err(`${usage}\n`);
    return EXIT.usage;
  }
  const { db } = options;
  try {
    const played = await playInFile(resolve(db));
    const asked = ['--db', db, '--as-of', OVER];
    const code = await runCli(['project', project, ...asked, '--lang', language], io);
    const next = ['gates', 'conformance', `project ${project} --as-of 2026-05-01`, `history project-${project}`];
    const lines = next.map((command) => `  npm run -s millrace -- ${command} --db ${db}`);
    io.out(`\n${[recorded(db, played.recorded, played.before), ...lines].join('\n')}\n`);
    return code;
  } catch (error) {
    if (!(error instanceof MillraceError)) throw error;
    const failure = { file: db, ...error.reason } as Failure;
    io.err(`${sayFailure(textsOf(language), failure)}\n`);
    return exitOf(failure);
  }
};

process.exitCode = await main(process.argv.slice(2));
