import { type Module, streamRead } from '@millrace/kernel';
import { type GovernanceRefusal, governed } from '../governance/index.js';
import { readableUnit, unitStream } from '../unit/readable.js';
import { type PersonCommand, personCommands } from './commands.js';
import type { Others, PersonContext } from './context.js';
import { decide } from './decide.js';
import { type PersonEvent, personEvents } from './events.js';
import { evolve, initial, type Person } from './evolve.js';
import { personStream } from './readable.js';
import type { PersonRefusal } from './refusals.js';

/** One stream per person: employment, roles, membership and qualification must be consistent in one write. */
export const personModule: Module<
  PersonCommand,
  Person,
  PersonEvent,
  PersonRefusal | GovernanceRefusal,
  PersonContext
> = governed<PersonCommand, Person, PersonEvent, PersonRefusal, Others>({
  kind: 'person',
  events: personEvents,
  commands: personCommands,
  initial,
  evolve,
  decide,
  streamOf: ({ person }) => personStream(person),
  reads: (command) => (command.type === 'JoinTeam' ? [streamRead(unitStream(command.unit), readableUnit)] : []),
  others: (command, _, { stateOf }) => ({
    unit: command.type === 'JoinTeam' ? stateOf(unitStream(command.unit), readableUnit) : undefined,
  }),
});

export type { PersonCommand } from './commands.js';
export type { PersonContext } from './context.js';
export { type PersonEvent, personEvents } from './events.js';
export { initial as initialPerson, type Person, type Staff } from './evolve.js';
export type { FitnessRefusal } from './fitness.js';
export { personFold, personStream, readablePerson } from './readable.js';
export type { PersonRefusal } from './refusals.js';
export { covers, endedAt, overlapping, type Span, spanAt, spanOf } from './span.js';
