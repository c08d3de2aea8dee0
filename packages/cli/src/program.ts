import { CommanderError } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { commandLine } from './command-line.js';
import { EXIT, exitOf } from './failure.js';
import type { Io } from './io.js';
import { watchOn } from './render/progress.js';
import type { Ended, Session } from './session.js';
import { fill } from './texts/fill.js';
import { languageOf, textsOf } from './texts/index.js';
import { sayFailure } from './texts/say.js';
import type { Texts } from './texts/texts.js';

/** Runs the program; never throws for what a user can do wrong. The exit codes are in {@link EXIT}. */
export const runCli = async (args: ReadonlyArray<string>, io: Io): Promise<number> => {
  const language = languageOf(languageIn(args), io.env);
  const texts = textsOf(language);
  const session: Session = { io, language, texts, watch: watchOn(io, texts.words) };
  let ended: Ended = E.right(EXIT.ok);
  const program = commandLine(session, async (work) => {
    ended = await work;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(session, error);
    io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.unexpected;
  }
  const result: Ended = ended;
  if (E.isRight(result)) return result.right;
  io.err(`${sayFailure(texts, result.left)}\n`);
  return exitOf(result.left);
};

/** The language asked for, looked up before the command line is read, for its own faults to be told in. */
const languageIn = (args: ReadonlyArray<string>): string | undefined => {
  const at = args.findIndex((arg) => /^--lang(=|$)/.test(arg));
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
};

/** Help and version end the parsing too, and are no faults. */
const endOfParsing = ({ io, texts }: Session, error: CommanderError): number => {
  if (error.exitCode === 0) return EXIT.ok;
  if (error.code !== 'commander.help') io.err(`${sayUsage(texts, error)}\n${texts.help.more}\n`);
  return EXIT.usage;
};

const sayUsage = ({ usage }: Texts, { code, message }: CommanderError): string => {
  const said = usage[code];
  return said === undefined
    ? message
    : fill(said, { what: /'([^']*)'/.exec(message)?.[1], choices: /choices are (.*)\./.exec(message)?.[1] });
};
