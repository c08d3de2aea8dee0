import { projectLog } from '@millrace/engine';
import { copyJson, type DomainEvent, type EventSet, eventOf, type View } from '@millrace/kernel';
import { type Customer, type CustomerEvent, customerEvents, customerModule } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { readOnly } from '../data/sqlite-log.js';

const { initial, evolve } = customerModule.decider;

/** The states of all customers, as a view of the log. */
const states: View<CustomerEvent, Customer> = {
  name: 'states',
  version: 1,
  kinds: ['customer'],
  empty: () => copyJson(initial),
  on: (envelope) => [{ key: envelope.stream, change: (draft) => evolve(draft, eventOf(envelope)) }],
};

const eventsOf: ReadonlyMap<string, EventSet<DomainEvent<string, unknown>>> = new Map([
  ['customer', customerEvents as unknown as EventSet<DomainEvent<string, unknown>>],
]);

/** A log read page by page, checked, and folded into the state of every stream. */
export const readStates = async (file: string): Promise<number> => {
  const { store, close } = await readOnly(file);
  const projected = await projectLog({ store, eventsOf, views: { states } })();
  await close();
  if (E.isLeft(projected)) throw new Error(`not projected: ${projected.left.type}`);
  let events = 0;
  for (const state of projected.right.documents.states.values()) events += state.events;
  return events;
};
