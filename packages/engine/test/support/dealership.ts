import { type Ask, createEngine, type Engine } from '@millrace/engine';
import type { BusinessId, EventStore, Instant } from '@millrace/kernel';
import { customerModule, dealership, playbookModule } from '@millrace/sales';
import { customerCommands, customerOpening } from '@millrace/testing';
import fc from 'fast-check';
import { ask, emptyStore, id, right } from './engines.js';

const customers = ['c1', 'c2', 'c3'].map((name) => name as BusinessId);

const instant = (hours: number): Instant => new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000).toISOString() as Instant;

/** An engine of a dealership, long after everything that is asked of it. */
export const dealershipEngine = (store: EventStore, cachedStates: number): Engine =>
  createEngine({ store, modules: [playbookModule, customerModule], clock: () => instant(9_999), cachedStates });

/** A store with the dealership's playbook published. */
export const dealershipStore = async (): Promise<EventStore> => {
  const store = emptyStore();
  const playbook = { type: 'PublishPlaybook', playbook: dealership };
  right(await dealershipEngine(store, 0).execute(ask(playbook, { commandId: id(1_000), effectiveAt: instant(0) }))());
  return store;
};

/** Commands about three customers, through the front door and on; now and then one, or its id, comes again. */
export const dealershipAsks = (length: number): fc.Arbitrary<ReadonlyArray<Ask>> =>
  fc
    .tuple(
      fc.tuple(...customers.map((customer) => customerOpening(customer))),
      fc.array(
        fc.record({
          command: fc.oneof(...customers.map((customer) => customerCommands(customer))),
          again: fc.nat({ max: 19 }),
        }),
        { maxLength: length, size: 'max' },
      ),
    )
    .map(([openings, rest]) => {
      const list: Array<Ask> = [];
      for (const { command, again } of [...openings.flat().map((one) => ({ command: one, again: 9 })), ...rest]) {
        const earlier = list[Math.floor(list.length / 2)];
        const fresh = { actor: 'operator', role: 'operator', effectiveAt: instant(list.length), command };
        if (again === 0 && earlier !== undefined) list.push(earlier);
        else {
          const commandId = again <= 2 && earlier !== undefined ? earlier.commandId : id(list.length);
          list.push({ ...fresh, commandId });
        }
      }
      return list;
    });
