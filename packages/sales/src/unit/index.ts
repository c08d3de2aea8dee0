import { type Module, streamRead } from '@millrace/kernel';
import { type GovernanceRefusal, governed } from '../governance/index.js';
import { personStream, readablePerson } from '../person/readable.js';
import { type UnitCommand, unitCommands } from './commands.js';
import type { Others, UnitContext } from './context.js';
import { decide } from './decide.js';
import { type UnitEvent, unitEvents } from './events.js';
import { evolve, initial, type Unit } from './evolve.js';
import { readableUnit, unitStream } from './readable.js';
import type { UnitRefusal } from './refusals.js';

/** One stream per unit. */
export const unitModule: Module<UnitCommand, Unit, UnitEvent, UnitRefusal | GovernanceRefusal, UnitContext> = governed<
  UnitCommand,
  Unit,
  UnitEvent,
  UnitRefusal,
  Others
>({
  kind: 'unit',
  events: unitEvents,
  commands: unitCommands,
  initial,
  evolve,
  decide,
  streamOf: ({ unit }) => unitStream(unit),
  reads: (command) => {
    if (command.type === 'OpenUnit' && command.parent !== undefined) {
      return [streamRead(unitStream(command.parent), readableUnit)];
    }
    return command.type === 'AppointUnitLeader' ? [streamRead(personStream(command.leader), readablePerson)] : [];
  },
  others: (command, _, { stateOf }) => ({
    parent:
      command.type === 'OpenUnit' && command.parent !== undefined
        ? stateOf(unitStream(command.parent), readableUnit)
        : undefined,
    leader: command.type === 'AppointUnitLeader' ? stateOf(personStream(command.leader), readablePerson) : undefined,
  }),
});

export type { UnitCommand } from './commands.js';
export type { UnitContext } from './context.js';
export { type UnitEvent, UnitKind, unitEvents } from './events.js';
export { initial as initialUnit, type OpenedUnit, type Unit } from './evolve.js';
export { readableUnit, unitFold, unitStream } from './readable.js';
export type { UnitRefusal } from './refusals.js';
