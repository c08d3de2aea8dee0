import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { demo } from './commands/demo.js';
import { explainFunnel } from './commands/explain.js';
import { funnel } from './commands/funnel.js';
import { history } from './commands/history.js';
import { importRecipe } from './commands/import.js';
import { ownership } from './commands/ownership.js';
import { replay } from './commands/replay.js';
import { EXIT, exitOf } from './failure.js';
import type { Io } from './io.js';
import type { Ended, Session } from './session.js';
import { languageOf, sayFailure, textsOf } from './texts/index.js';

const EPILOGUE = `
Exit codes: 0 done; 1 a fault of the program; 2 wrong command line; 3 imported, some rows rejected;
4 the recipe or a data file cannot be used; 5 the database cannot; 6 it follows another playbook, or none.`;

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** Runs the program; never throws for what a user can do wrong. The exit codes are in {@link EXIT}. */
export const runCli = async (args: ReadonlyArray<string>, io: Io): Promise<number> => {
  let code: number = EXIT.ok;
  const finish = async (session: Session, work: Promise<Ended>): Promise<void> => {
    const ended = await work;
    code = E.isRight(ended) ? ended.right : exitOf(ended.left);
    if (E.isLeft(ended)) io.err(`${sayFailure(session.texts, ended.left)}\n`);
  };
  try {
    await programOf(io, finish).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    io.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.unexpected;
  }
};

type Finish = (session: Session, work: Promise<Ended>) => Promise<void>;
type Action = (session: Session, args: ReadonlyArray<string>, options: never) => Promise<Ended>;

const db = () => new Option('--db <file>', 'SQLite file (default: MILLRACE_STORE, else ./millrace.db)');
const json = () => new Option('--json', 'for programs');
const asOf = () => new Option('--as-of <time>', 'as of this effective time: ISO 8601, or a day (its midnight)');
const knownAt = () => new Option('--known-at <position|time>', 'as known at this position of the log, or time');
const asking = () => [db(), asOf(), knownAt(), json()];

const programOf = (io: Io, finish: Finish): Command => {
  const program = new Command('millrace')
    .description('An event-sourced sales process: import a history, ask it questions, replay it.')
    .version(version())
    .option('--lang <en|zh>', 'language of what people read (default: from the environment)')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('(millrace --help says more)')
    .addHelpText('after', EPILOGUE);

  const command = (
    parent: Command,
    usage: string,
    summary: string,
    options: ReadonlyArray<Option>,
    action: Action,
  ): void => {
    const made = parent.command(usage).description(summary).copyInheritedSettings(parent);
    for (const option of options) made.addOption(option);
    made.action(async () => {
      const language = languageOf(program.opts<{ lang?: string }>().lang, io.env);
      const session: Session = { io, language, texts: textsOf(language) };
      await finish(session, action(session, made.args, made.opts() as never));
    });
  };

  command(program, 'demo', 'simulate a dealership’s year and show it', [db()], (session, _, options) =>
    demo(session, options),
  );
  command(
    program,
    'import <recipe>',
    'record histories from CSV files, as a recipe says',
    [
      db(),
      new Option('--data <folder>', 'where the files are (default: beside the recipe)'),
      new Option('--rejected <file>', 'where rejected rows go (default: <recipe>.rejected.csv)'),
      json(),
    ],
    (session, [recipe = ''], options) => importRecipe(session, recipe, options),
  );
  command(
    program,
    'funnel',
    'who is where in the sales process, and how many went on',
    [...asking(), new Option('--by <what>', 'split the counts').choices(['custodian', 'source', 'month'])],
    (session, _, options) => funnel(session, options),
  );
  command(
    program,
    'ownership',
    'who has custody of which customers',
    [...asking(), new Option('--customer <id>', 'every holder of one customer')],
    (session, _, options) => ownership(session, options),
  );
  command(program, 'history <stream>', 'every event of a stream', [db(), json()], (session, [stream = ''], options) =>
    history(session, stream, options),
  );
  const explain = program.command('explain').description('which events made a number').copyInheritedSettings(program);
  command(
    explain,
    'funnel <stage>',
    'the receipt of a count of the funnel',
    [
      ...asking(),
      new Option('--measure <measure>', 'which count')
        .choices(['reached', 'touched', 'current', 'visits', 'skipped'])
        .default('reached'),
    ],
    (session, [stage = ''], options) => explainFunnel(session, stage, options),
  );
  command(program, 'replay', 'fold the whole log into every view', [db(), knownAt(), json()], (session, _, options) =>
    replay(session, options),
  );
  return program;
};
