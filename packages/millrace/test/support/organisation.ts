/** A sales organisation embedded in a program, with three people in two teams, and a month of theirs. */
import { type Clock, memoryStore } from '@millrace/engine';
import type { EventStore, Instant } from '@millrace/kernel';
import { dealership, type Playbook } from '@millrace/sales';
import { type Command, type Millrace, open, run } from 'millrace';
import { handClock, storeOf } from './embedded.js';

/** Nine in the morning, UTC, of a day of 2026. */
export const at = (month: number, day: number, hour = 9): Instant =>
  new Date(Date.UTC(2026, month - 1, day, hour)).toISOString() as Instant;

export const operator = { actor: 'operator', role: 'operator' };
export const cny = (minor: number) => ({ minor, currency: 'CNY' });
export const MARCH = '2026-03';

/** A command as plain JSON. */
export type Plain = { readonly type: Command['type'] } & { readonly [field: string]: unknown };

export interface Organisation {
  readonly store: EventStore;
  readonly millrace: Millrace;
  readonly does: (now: Instant, command: Plain, by?: { actor: string; role: string }, as?: Instant) => Promise<number>;
  readonly set: (now: Instant) => void;
  readonly clock: Clock;
}

const organisation = async (playbook: Playbook): Promise<Organisation> => {
  const hand = handClock(at(1, 1));
  const store = storeOf(memoryStore({ clock: hand.clock }));
  const millrace = await run(open(store, { clock: hand.clock, playbook }));
  const does: Organisation['does'] = async (now, command, by = operator, effectiveAt) => {
    hand.set(now);
    const sender = { ...by, ...(effectiveAt === undefined ? {} : { effectiveAt }) };
    const outcome = await run(millrace.execute(command as never, sender));
    return outcome.type === 'AlreadySo' ? 0 : outcome.receipt.position;
  };
  return { store, millrace, does, set: hand.set, clock: hand.clock };
};

/** Ada and Bob in the north, Cyd in the south, all under the dealer; Mia leads the north. */
export const staffed = async (playbook: Playbook = dealership): Promise<Organisation> => {
  const one = await organisation(playbook);
  const { does } = one;
  for (const person of ['ada', 'bob', 'cyd', 'mia']) {
    await does(at(1, 2), { type: 'JoinStaff', person, name: person.toUpperCase() });
    await does(at(1, 2), { type: 'GrantRole', person, role: person === 'mia' ? 'manager' : 'seller' });
  }
  await does(at(1, 2), { type: 'OpenUnit', unit: 'dealer', unitKind: 'dealer', name: 'Dealer' });
  for (const unit of ['north', 'south']) {
    await does(at(1, 2), { type: 'OpenUnit', unit, unitKind: 'branch', name: unit, parent: 'dealer' });
  }
  await does(at(1, 2), { type: 'AppointUnitLeader', unit: 'north', leader: 'mia' });
  await does(at(1, 3), { type: 'JoinTeam', person: 'ada', unit: 'north' });
  await does(at(1, 3), { type: 'JoinTeam', person: 'bob', unit: 'north' });
  await does(at(1, 3), { type: 'JoinTeam', person: 'cyd', unit: 'south' });
  return one;
};

/** A sale shared by weight. */
export const sale = (id: string, minor: number, ...people: ReadonlyArray<readonly [string, number]>): Plain => ({
  type: 'CreditSale',
  sale: id,
  basis: 'contract',
  amount: cny(minor),
  revenue: people.map(([person, weight]) => ({ person, weight })),
});

/** March sworn by three and for the north, and worked: the north makes 300,000, the south 50,000. */
export const worked = async (): Promise<Organisation> => {
  const one = await staffed();
  const { does } = one;
  await does(at(2, 1), { type: 'OpenPeriod', period: MARCH });
  await does(at(2, 1), { type: 'OpenPeriod', period: '2026-04' });
  const ada = { actor: 'ada', role: 'seller' };
  await does(
    at(2, 20),
    { type: 'SwearPledge', period: MARCH, person: 'ada', target: { wan: '20' }, donation: { yuan: '500' } },
    ada,
  );
  await does(at(2, 20), {
    type: 'SwearPledge',
    period: MARCH,
    person: 'bob',
    target: { wan: '20' },
    donation: cny(20_000),
  });
  await does(at(2, 21), {
    type: 'SwearPledge',
    period: MARCH,
    person: 'cyd',
    target: cny(5_000_000),
    donation: cny(0),
  });
  await does(at(2, 21), {
    type: 'SwearPledge',
    period: MARCH,
    person: 'mia',
    unit: 'north',
    target: { wan: '30' },
    donation: { yuan: '2000' },
  });
  await does(at(3, 5), sale('s1', 20_000_000, ['ada', 1]));
  await does(at(3, 10), sale('s2', 10_000_000, ['bob', 1]));
  await does(at(3, 20), sale('s3', 5_000_000, ['cyd', 1]));
  return one;
};
