import { Option } from 'commander';
import type { CommandSpec } from './command-spec.js';
import { forecast } from './commands/forecast.js';
import { conformance, gates } from './commands/gates.js';
import { PIPELINE_BY, pipeline } from './commands/pipeline.js';
import { project } from './commands/project.js';
import type { Session } from './session.js';

/** The commands about sales projects. */
export const projectSpecs = (session: Session): ReadonlyArray<CommandSpec> => {
  const { help } = session.texts;
  const asking = [
    new Option('--as-of <time>', help.asOf),
    new Option('--known-at <position|time>', help.knownAt),
    new Option('--db <file>', help.db),
    new Option('--json', help.json),
  ];
  return [
    {
      usage: 'pipeline',
      summary: help.pipeline,
      options: [
        new Option('--template <id>', help.template),
        new Option('--by <what>', help.pipelineBy).choices(PIPELINE_BY),
        ...asking,
      ],
      action: (_, options) => pipeline(session, options),
    },
    {
      usage: 'project <id>',
      summary: help.project,
      options: asking,
      action: (id, options) => project(session, id, options),
    },
    {
      usage: 'gates',
      summary: help.gates,
      options: [new Option('--project <id>', help.gatesOf), ...asking],
      action: (_, options) => gates(session, options),
    },
    {
      usage: 'conformance',
      summary: help.conformance,
      options: asking,
      action: (_, options) => conformance(session, options),
    },
    {
      usage: 'forecast',
      summary: help.forecast,
      options: [new Option('--period <period>', help.forecastPeriod).makeOptionMandatory(), ...asking],
      action: (_, options) => forecast(session, options),
    },
  ];
};
