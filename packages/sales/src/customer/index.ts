import { type Decider, type Module, type Readable, streamId, streamRead } from '@millrace/kernel';
import { type PlaybookState, playbookStream, readablePlaybook } from '../playbook/index.js';
import { type CustomerCommand, customerCommands } from './commands.js';
import type { CustomerContext } from './context.js';
import { decide } from './decide.js';
import { type CustomerEvent, customerEvents } from './events.js';
import { type Customer, evolve, initial } from './evolve.js';
import type { CustomerRefusal } from './refusals.js';

const decider: Decider<CustomerCommand, Customer, CustomerEvent, CustomerRefusal, CustomerContext> = {
  initial,
  decide,
  evolve,
};

const readableCustomer: Readable<Customer, CustomerEvent> = { events: customerEvents, fold: decider };

/** One stream per customer: its journeys and its custody must be consistent in one write. */
export const customerModule: Module<CustomerCommand, Customer, CustomerEvent, CustomerRefusal, CustomerContext> = {
  kind: 'customer',
  decider,
  events: customerEvents,
  commands: customerCommands,
  streamOf: ({ customer }) => streamId('customer', customer),
  reads: (command) => {
    const playbook = streamRead(playbookStream, readablePlaybook);
    return command.type === 'LinkDuplicate' && command.of !== command.customer
      ? [playbook, streamRead(streamId('customer', command.of), readableCustomer)]
      : [playbook];
  },
  contextOf: (moment, [playbook, other]) => ({
    ...moment,
    playbook: playbook as PlaybookState,
    other: (other ?? initial) as Customer,
  }),
  playbookOf: ({ playbook }) => (playbook.phase === 'published' ? playbook.version : undefined),
};

export { type Holder, LEGAL_OWNER } from './custody.js';
export type { Collected, Entered, Screening } from './evolve.js';
export {
  correctMoves,
  type Journey,
  type Move,
  type Outcome,
  type Replacement,
  type Standing,
  standingOf,
} from './journey.js';
export type { Dimension } from './refusals.js';
export { ClearableField, DataSheet, hasContactDatum, SheetFields } from './sheet.js';
export { Closing, Evidence } from './terms.js';
export type { Customer };
export { type CustomerCommand, type CustomerContext, type CustomerEvent, type CustomerRefusal, customerEvents };
