/** A sales organisation in a database: March 2026 sworn and worked by three people in two teams. */
import type { Instant, Tenant } from '@millrace/kernel';
import { dealership, type Playbook } from '@millrace/sales';
import { openSqlite } from '@millrace/store-sqlite';
import { type Command, type Millrace, open, run } from 'millrace';
import { type Sandbox, sandbox } from './sandbox.js';

/** An hour of a day of 2026, UTC. */
export const at = (month: number, day: number, hour = 9): Instant =>
  new Date(Date.UTC(2026, month - 1, day, hour)).toISOString() as Instant;

export const cny = (minor: number) => ({ minor, currency: 'CNY' });
export const MARCH = '2026-03';
export const operator = { actor: 'operator', role: 'operator' };

/** A command as plain JSON. */
export type Plain = { readonly type: Command['type'] } & { readonly [field: string]: unknown };

interface Sender {
  readonly actor: string;
  readonly role: string;
}

/** What a program that embeds the engine does to the database of a sandbox. */
export interface Embedder {
  readonly millrace: Millrace;
  readonly does: (now: Instant, command: Plain, by?: Sender, effectiveAt?: Instant) => Promise<void>;
  readonly set: (now: Instant) => void;
}

/** Opens the database of a sandbox as a program does, with a clock set by hand, and closes it again. */
export const embedded = async (
  made: Sandbox,
  act: (embedder: Embedder) => Promise<void>,
  playbook: Playbook = dealership,
): Promise<void> => {
  let now = at(1, 1);
  const clock = () => now;
  const set = (next: Instant): void => {
    now = next;
  };
  const database = await run(openSqlite({ file: made.path('millrace.db'), durability: 'normal', clock }));
  try {
    const millrace = await run(open(database.tenant('main' as Tenant), { clock, playbook }));
    const does: Embedder['does'] = async (when, command, by = operator, effectiveAt) => {
      set(when);
      await run(millrace.execute(command as never, { ...by, ...(effectiveAt === undefined ? {} : { effectiveAt }) }));
    };
    await act({ millrace, does, set });
  } finally {
    await database.close();
  }
};

export const sale = (id: string, minor: number, ...people: ReadonlyArray<readonly [string, number]>): Plain => ({
  type: 'CreditSale',
  sale: id,
  basis: 'contract',
  amount: cny(minor),
  revenue: people.map(([person, weight]) => ({ person, weight })),
});

const pledge = (person: string, minor: number, donation: number, unit?: string): Plain => ({
  type: 'SwearPledge',
  period: MARCH,
  person,
  target: cny(minor),
  donation: cny(donation),
  ...(unit === undefined ? {} : { unit }),
});

/** Ada and Bob in the north, led by Mia; Cyd in the south, who has not sworn; all under the dealer. */
const staffed = async ({ does }: Embedder): Promise<void> => {
  for (const person of ['ada', 'bob', 'cyd', 'mia']) {
    await does(at(1, 2), { type: 'JoinStaff', person, name: person.toUpperCase() });
    await does(at(1, 2), { type: 'GrantRole', person, role: person === 'mia' ? 'manager' : 'seller' });
  }
  await does(at(1, 2), { type: 'OpenUnit', unit: 'dealer', unitKind: 'dealer', name: 'Dealer' });
  for (const unit of ['north', 'south']) {
    await does(at(1, 2), { type: 'OpenUnit', unit, unitKind: 'branch', name: unit, parent: 'dealer' });
  }
  await does(at(1, 2), { type: 'AppointUnitLeader', unit: 'north', leader: 'mia' });
  for (const [person, unit] of [
    ['ada', 'north'],
    ['bob', 'north'],
    ['cyd', 'south'],
  ]) {
    await does(at(1, 3), { type: 'JoinTeam', person, unit });
  }
};

/** March as it was sworn and worked: the north makes 3,000.00, the south 500.50. */
export const worked = async (): Promise<Sandbox> => {
  const made = await sandbox();
  await embedded(made, async (embedder) => {
    await staffed(embedder);
    const { does } = embedder;
    for (const period of [MARCH, '2026-04', '2026-Q1']) await does(at(2, 1), { type: 'OpenPeriod', period });
    await does(at(2, 20), pledge('ada', 200_000, 5_000), { actor: 'ada', role: 'seller' });
    await does(at(2, 20), pledge('bob', 150_000, 20_000));
    await does(at(2, 21), pledge('mia', 250_000, 0, 'north'));
    await does(at(2, 22), {
      type: 'AnnounceIncentive',
      period: MARCH,
      incentive: 'spring',
      audience: 'seller',
      by: ['mia'],
      rule: { mode: 'marginal', tiers: [{ from: 0, to: null, rateBp: 100 }] },
    });
    await does(at(3, 5), sale('s1', 200_000, ['ada', 1]));
    await does(at(3, 10), sale('s2', 100_000, ['bob', 1]));
    await does(at(3, 20), sale('s3', 50_050, ['cyd', 1]));
  });
  return made;
};

const document = (name: string) => ({
  hash: name.padEnd(64, '0').replace(/[^0-9a-f]/g, 'a'),
  name,
  figures: [{ query: `settlement ${MARCH}`, asOf: at(4, 2), knownAt: 1 }],
});

/** March settled, met about and closed. */
export const closed = async (): Promise<Sandbox> => {
  const made = await worked();
  await embedded(made, async ({ does, millrace, set }) => {
    set(at(4, 2));
    await run(millrace.settle({ period: MARCH }, operator));
    const items = ['attainment', 'causes', 'lessons', 'rewards', 'penalties', 'nextPlan'];
    await does(at(4, 3), {
      type: 'HoldSettlementMeeting',
      period: MARCH,
      mode: 'inPerson',
      chairs: ['mia'],
      agenda: items.map((item) => ({ item, record: 'said' })),
      minutes: document('minutes'),
    });
    const documents = { summary: document('summary'), analysis: document('analysis'), plan: document('plan') };
    await does(at(4, 3), { type: 'ClosePeriod', period: MARCH, ...documents });
  });
  return made;
};
