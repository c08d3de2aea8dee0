import { type Fold, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { type CustomerEvent, customerEvents } from './events.js';
import { type Customer, evolve, initial } from './evolve.js';

/** The fold of a customer. */
const customerFold: Fold<Customer, CustomerEvent> = { initial, evolve };

/** What others fold of a customer's stream. */
export const readableCustomer: Readable<Customer, CustomerEvent> = { events: customerEvents, fold: customerFold };

/** The stream of a customer. */
export const customerStream = (customer: string): StreamId => streamId('customer', customer);
