import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { CommandSpec } from './command-spec.js';
import { demo } from './commands/demo.js';
import { explainFunnel, MEASURES } from './commands/explain.js';
import { funnel } from './commands/funnel.js';
import { history } from './commands/history.js';
import { importRecipe } from './commands/import.js';
import { ownership } from './commands/ownership.js';
import { replay } from './commands/replay.js';
import { performanceSpecs } from './performance-specs.js';
import { playbookSpecs } from './playbook-specs.js';
import { projectSpecs } from './project-specs.js';
import type { Ended, Session } from './session.js';
import { LANGUAGES } from './texts/index.js';
import type { Texts } from './texts/texts.js';

type Finish = (work: Promise<Ended>) => Promise<void>;

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** The command line of the program; what a command comes to is handed to `finish`. */
export const commandLine = (session: Session, finish: Finish): Command => {
  const { help } = session.texts;
  const program = prepared(new Command('millrace'), session)
    .description(help.millrace)
    .helpCommand('help [command]', help.helpCommand)
    .version(version(), '-V, --version', help.version)
    .addOption(new Option('--lang <language>', help.lang).choices(LANGUAGES))
    .addHelpText('after', `\n${help.exits}`);
  const explain = prepared(new Command('explain'), session)
    .description(help.explain)
    .helpCommand('help [command]', help.helpCommand);

  const playbook = prepared(new Command('playbook'), session)
    .description(help.playbook)
    .helpCommand('help [command]', help.helpCommand);

  const add = (parent: Command, { usage, summary, options, action }: CommandSpec): void => {
    const [name = '', ...args] = usage.split(' ');
    const made = prepared(new Command(name), session).description(summary);
    for (const argument of args) made.argument(argument);
    for (const option of options) made.addOption(option);
    made.action(() => finish(action(made.args[0] ?? '', made.opts() as never, made.args.slice(1))));
    parent.addCommand(made);
  };
  for (const spec of [...specs(session), ...performanceSpecs(session), ...projectSpecs(session)]) add(program, spec);
  add(explain, explainSpec(session));
  for (const spec of playbookSpecs(session)) add(playbook, spec);
  return program.addCommand(explain).addCommand(playbook);
};

const prepared = (command: Command, { io, texts: { help, titles } }: Session): Command =>
  command
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => undefined })
    .configureHelp({ helpWidth: io.columns ?? 80, minWidthToWrap: 20, styleTitle: (title) => titles[title] ?? title })
    .helpOption('-h, --help', help.help);

const asking = ({ help }: Texts): ReadonlyArray<Option> => [
  new Option('--db <file>', help.db),
  new Option('--as-of <time>', help.asOf),
  new Option('--known-at <position|time>', help.knownAt),
  new Option('--json', help.json),
];

const specs = (session: Session): ReadonlyArray<CommandSpec> => {
  const { help } = session.texts;
  const [db, json] = [new Option('--db <file>', help.db), new Option('--json', help.json)];
  return [
    {
      usage: 'demo',
      summary: help.demo,
      options: [new Option('--db <file>', help.demoDb)],
      action: (_, options) => demo(session, options),
    },
    {
      usage: 'import <recipe>',
      summary: help.import,
      options: [
        db,
        new Option('--data <folder>', help.data),
        new Option('--rejected <file>', help.rejected),
        new Option('--as <person>', help.importAs),
        new Option('--role <role>', help.role),
        json,
      ],
      action: (recipe, options) => importRecipe(session, recipe, options),
    },
    {
      usage: 'funnel',
      summary: help.funnel,
      options: [
        ...asking(session.texts),
        new Option('--by <what>', help.by).choices(['custodian', 'source', 'month']),
        new Option('--unit <unit>', help.unit).choices(['journey', 'project']),
        new Option('--template <id>', help.template),
      ],
      action: (_, options) => funnel(session, options),
    },
    {
      usage: 'ownership',
      summary: help.ownership,
      options: [...asking(session.texts), new Option('--customer <id>', help.ofCustomer)],
      action: (_, options) => ownership(session, options),
    },
    {
      usage: 'history <stream>',
      summary: help.history,
      options: [db, json],
      action: (stream, options) => history(session, stream, options),
    },
    {
      usage: 'replay',
      summary: help.replay,
      options: [db, new Option('--known-at <position|time>', help.knownAt), json],
      action: (_, options) => replay(session, options),
    },
  ];
};

const explainSpec = (session: Session): CommandSpec => ({
  usage: 'funnel <stage>',
  summary: session.texts.help.explainFunnel,
  options: [
    ...asking(session.texts),
    new Option('--measure <measure>', session.texts.help.measure).choices(MEASURES).default('reached'),
  ],
  action: (stage, options) => explainFunnel(session, stage, options),
});
