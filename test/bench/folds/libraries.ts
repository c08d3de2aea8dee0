/** The customer's fold as other libraries run it. */
import { EventStore, EventType } from '@castore/core';
import { Decider } from '@fraktalio/fmodel-ts';
import { type Customer, customerModule } from '@millrace/sales';
import { produce } from 'immer';
import { type BenchEvent, TYPES } from '../data/history.js';
import { initialSpread, spreadReducer } from './spread.js';

export const fmodel = new Decider<never, Customer, BenchEvent>(() => [], spreadReducer, initialSpread);

/** Castore's own fields of an event are of no use to this fold; the casts spare a copy of every event. */
const castore = new EventStore({
  eventStoreId: 'customers',
  eventTypes: TYPES.map((type) => new EventType({ type })),
  reducer: ((state: Customer | undefined, event: BenchEvent) => spreadReducer(state ?? initialSpread, event)) as never,
});

export const castoreFold = (events: Array<BenchEvent>): unknown => castore.buildAggregate(events as never);

/** The module's own fold under immer, event by event. */
export const immerStep = (state: Customer, event: BenchEvent): Customer =>
  produce(state, (draft) => customerModule.decider.evolve(draft, event));
