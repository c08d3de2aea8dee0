import { type Module, streamRead } from '@millrace/kernel';
import { type GovernanceRefusal, governed } from '../governance/index.js';
import { personStream, readablePerson } from '../person/readable.js';
import { type CustomerCommand, customerCommands } from './commands.js';
import type { CustomerContext, Others } from './context.js';
import { decide } from './decide.js';
import { type CustomerEvent, customerEvents } from './events.js';
import { type Customer, evolve, initial } from './evolve.js';
import { customerStream, readableCustomer } from './readable.js';
import { receiverOf } from './receiver.js';
import type { CustomerRefusal } from './refusals.js';

/** One stream per customer: its journeys and its custody must be consistent in one write. */
export const customerModule: Module<
  CustomerCommand,
  Customer,
  CustomerEvent,
  CustomerRefusal | GovernanceRefusal,
  CustomerContext
> = governed<CustomerCommand, Customer, CustomerEvent, CustomerRefusal, Others>({
  kind: 'customer',
  events: customerEvents,
  commands: customerCommands,
  initial,
  evolve,
  decide,
  streamOf: ({ customer }) => customerStream(customer),
  reads: (command, _, { own }) => {
    const receiver = receiverOf(command, own);
    const linked = command.type === 'LinkDuplicate' && command.of !== command.customer;
    return [
      ...(linked ? [streamRead(customerStream(command.of), readableCustomer)] : []),
      ...(receiver === undefined ? [] : [streamRead(personStream(receiver), readablePerson)]),
    ];
  },
  others: (command, _, { own, stateOf }) => {
    const other = command.type === 'LinkDuplicate' ? stateOf(customerStream(command.of), readableCustomer) : undefined;
    const receiver = receiverOf(command, own);
    const record = receiver === undefined ? undefined : stateOf(personStream(receiver), readablePerson);
    return { other: other ?? initial, receiver: record };
  },
});

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
