import { type Decider, type Module, type Readable, streamId, streamRead } from '@millrace/kernel';
import { type PlaybookState, playbookStream, readablePlaybook } from '../playbook/index.js';
import { type CustomerCommand, type CustomerRefusal, customerCommands } from './commands.js';
import { type CustomerContext, decide } from './decide.js';
import { type CustomerEvent, customerEvents } from './events.js';
import { type Customer, evolve, initial } from './evolve.js';

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

/** The dealer owns every record; custody says who works it. @source DLR-33, OWN-3 */
export const LEGAL_OWNER = 'dealer';

export type { Dimension } from './commands.js';
export type { Collected, Entered, Holder } from './evolve.js';
export {
  correctMoves,
  type Journey,
  type Move,
  type Outcome,
  type Replacement,
  type Standing,
  standingOf,
} from './journey.js';
export { DataSheet, hasContactDatum, SheetField, SheetFields } from './sheet.js';
export { Evidence } from './terms.js';
export type { Customer };
export { type CustomerCommand, type CustomerContext, type CustomerEvent, type CustomerRefusal, customerEvents };
