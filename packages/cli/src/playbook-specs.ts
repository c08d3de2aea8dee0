import { Option } from 'commander';
import type { CommandSpec } from './command-spec.js';
import { showPlaybook, validatePlaybook } from './commands/playbook.js';
import type { Session } from './session.js';

/** The commands about playbooks. */
export const playbookSpecs = (session: Session): ReadonlyArray<CommandSpec> => {
  const { help } = session.texts;
  const [db, json] = [new Option('--db <file>', help.db), new Option('--json', help.json)];
  return [
    {
      usage: 'show [playbook]',
      summary: help.playbookShow,
      options: [db, json],
      action: (name, options) => showPlaybook(session, name, options),
    },
    {
      usage: 'validate <playbook>',
      summary: help.playbookValidate,
      options: [db, json],
      action: (name, options) => validatePlaybook(session, name, options),
    },
  ];
};
