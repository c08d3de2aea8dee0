import { eventOf } from '@millrace/kernel';
import { type CustomerEvent, customerModule } from '@millrace/sales';
import { customerCommands, customerContext, customerHistories, customerOpening, histories } from '@millrace/testing';
import fc from 'fast-check';

type Law = (history: ReadonlyArray<CustomerEvent>) => void;

const walks = histories({
  decider: customerModule.decider,
  commands: customerCommands(),
  opening: customerOpening(),
  context: customerContext,
  length: 40,
});

/** Holds a law over generated histories of one customer. */
export const forEveryHistory = (law: Law, numRuns = 120): void => fc.assert(fc.property(walks, law), { numRuns });

/** Holds a law over the histories of every customer in generated logs, whose corrections meet moves more often. */
export const forEveryCorrectedHistory = (law: Law, numRuns = 100): void => {
  const property = fc.property(customerHistories({ customers: 2 }), (log) => {
    for (const events of Map.groupBy(log, ({ stream }) => stream).values()) law(events.map(eventOf));
  });
  fc.assert(property, { numRuns });
};

/** The events of some types. */
export const ofType = <Type extends CustomerEvent['type']>(
  history: ReadonlyArray<CustomerEvent>,
  ...types: ReadonlyArray<Type>
): ReadonlyArray<Extract<CustomerEvent, { type: Type }>> =>
  history.filter((event): event is Extract<CustomerEvent, { type: Type }> => types.some((type) => type === event.type));
