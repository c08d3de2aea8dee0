/** A dealership on a store in memory, with a clock of its own. */
import { type Clock, type MemoryStore, memoryStore } from '@millrace/engine';
import type { EventStore, Instant, Tenant, Unbranded } from '@millrace/kernel';
import { dealership } from '@millrace/sales';
import { type Command, type Millrace, type OpenOptions, open, run } from 'millrace';

/** Days and hours of January 2026, in UTC; day 32 is the first of February. */
export const january = (day: number, hour = 0): Instant =>
  new Date(Date.UTC(2026, 0, day, hour)).toISOString() as Instant;

/** A clock that is set by hand. */
export interface HandClock {
  readonly clock: Clock;
  readonly set: (now: Instant) => void;
}

export const handClock = (start: Instant = january(1)): HandClock => {
  let now = start;
  return {
    clock: () => now,
    set: (next) => {
      now = next;
    },
  };
};

const tenant = 'main' as Tenant;

export const storeOf = (memory: MemoryStore = memoryStore()): EventStore => memory.tenant(tenant);

/** A dealership that is open, and the hand on its clock. */
export interface Dealer extends HandClock {
  readonly store: EventStore;
  readonly millrace: Millrace;
  /** Does something at an instant, which must be accepted; gives the position of its last event. */
  readonly at: (now: Instant, command: Unbranded<Command>, effectiveAt?: Instant) => Promise<number>;
}

export const dealer = async (options: OpenOptions = { playbook: dealership }): Promise<Dealer> => {
  const hand = handClock();
  const store = storeOf(memoryStore({ clock: hand.clock }));
  const millrace = await run(open(store, { clock: hand.clock, ...options }));
  return {
    ...hand,
    store,
    millrace,
    at: async (now, command, effectiveAt) => {
      hand.set(now);
      const sender = { actor: 'operator', role: 'operator', ...(effectiveAt === undefined ? {} : { effectiveAt }) };
      const outcome = await run(millrace.execute(command, sender));
      if (outcome.type !== 'Recorded') throw new Error(`${command.type}: ${outcome.type}`);
      return outcome.receipt.position;
    },
  };
};

/** Collects, accepts and enters a customer. */
export const enter = async ({ at }: Dealer, now: Instant, customer: string, custodian?: string): Promise<number> => {
  const sheet = { source: 'walkIn', mobile: '139' };
  await at(now, { type: 'CollectProspect', customer, collectedBy: 'ada', sheet });
  await at(now, { type: 'AcceptProspect', customer, screenedBy: 'mia' });
  return at(now, { type: 'EnterCustomer', customer, ...(custodian === undefined ? {} : { custodian }) });
};

export const evidence = { note: 'saw the customer choose' };
