/** Generated histories of two months that are sworn, sold and settled; what is refused leaves no trace. */
import { dealership, pledgeStream, readablePledge, type Settled } from '@millrace/sales';
import fc from 'fast-check';
import type { SalesAsk, SalesLog } from './sales-log.js';
import {
  announce,
  appoint,
  closing,
  cny,
  credit,
  join,
  newLog,
  ofPledge,
  on,
  openPeriod,
  openUnit,
  refund,
  swear,
} from './sales-story.js';
import { settlePeriod } from './settle.js';

export const OCTOBER = '2026-10';
const NOVEMBER = '2026-11';
export const people = ['ada', 'bob', 'cy', 'boss'] as const;

/** A command that waits for its place in time. */
type Op = (month: number, log: SalesLog) => SalesAsk;

const day = fc.integer({ min: 1, max: 28 });
const minor = fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constantFrom(1, 499, 500, 501, 10_000));
const somebody = fc.constantFrom(...people);
const sale = fc.nat({ max: 7 }).map((n) => `s${n}`);
const pledges = [
  ...[OCTOBER, NOVEMBER].flatMap((period) => [
    ...people.map((person) => ({ period, person })),
    { period, person: 'boss', unit: 'east' },
    { period, person: 'ada', unit: 'shop' },
  ]),
];
const pledge = fc.constantFrom(...pledges);

/** What of a settled pledge waits for each answer; nothing where none does. */
const due = new Map<string, (pledge: Settled) => number>([
  ['ConsentToDonation', ({ donation }) => (donation.state === 'proposed' ? donation.amount.minor : 0)],
  ['DeclineDonation', ({ donation }) => (donation.state === 'proposed' ? donation.amount.minor : 0)],
  ['WaiveDonation', ({ donation }) => (donation.state === 'consented' ? donation.amount.minor : 0)],
  ['ReceiveDonation', ({ donation }) => (donation.state === 'consented' ? donation.amount.minor : 0)],
  ['ReturnDonation', ({ donation }) => donation.dueBack.minor],
  ['PayReward', ({ rewards, paid }) => rewards.reduce((all, { entitled }) => all + entitled.minor, 0) - paid.minor],
]);

const credited: fc.Arbitrary<Op> = fc
  .record({ sale, day, minor, a: somebody, b: somebody, weight: fc.integer({ min: 1, max: 5 }), back: fc.boolean() })
  .map(({ a, b, weight, back, ...one }) => (month) => {
    const at = on(back ? 10 : month, one.day);
    return credit(at, `${one.sale}-${month}`, one.minor, { [a]: 1, [b]: weight });
  });

const refunded: fc.Arbitrary<Op> = fc
  .record({ sale, from: fc.constantFrom(10, 11), minor: fc.option(minor, { nil: undefined }), day })
  .map((one) => (month) => refund(on(month, one.day), `${one.sale}-${one.from}`, one.minor));

/** Three answers in four are about a pledge that waits for one, and of all that is due. */
const answered: fc.Arbitrary<Op> = fc
  .record({
    pledge,
    day,
    roll: fc.nat({ max: 400 }),
    type: fc.constantFrom(
      ...['ConsentToDonation', 'ConsentToDonation', 'ReceiveDonation', 'ReceiveDonation'],
      ...due.keys(),
    ),
  })
  .map(({ pledge: drawn, roll, type, ...one }) => (month, log) => {
    const waiting = pledges.flatMap((name) => {
      const state = log.stateOf(pledgeStream(name), readablePledge);
      return state.phase === 'settled' && (due.get(type)?.(state) ?? 0) > 0 ? [{ name, state }] : [];
    });
    const { name, state } = (roll % 4 === 0 ? undefined : waiting[roll % waiting.length]) ?? {
      name: drawn,
      state: undefined,
    };
    const at = on(month, one.day);
    const own = roll % 20 === 1 ? 'bob' : name.person;
    switch (type) {
      case 'ConsentToDonation':
      case 'DeclineDonation':
        return ofPledge(at, type, name, {}, own);
      case 'WaiveDonation':
        return ofPledge(at, type, name, { reason: 'hardship' });
      default: {
        const all = (state && due.get(type)?.(state)) ?? 500;
        const amount = cny(type !== 'ReceiveDonation' && roll % 3 === 0 ? Math.ceil(all / 2) : all);
        return ofPledge(at, type, name, { amount, reference: `r${roll}` });
      }
    }
  });

const moved: fc.Arbitrary<Op> = fc
  .record({
    person: somebody,
    day,
    what: fc.constantFrom(
      'JoinTeam',
      'LeaveTeam',
      'RenamePerson',
      'ResignSeller',
      'PublishPlaybook',
      'AnnounceIncentive',
    ),
    unit: fc.constantFrom('east', 'shop'),
  })
  .map(({ person, what, unit, ...one }) => (month) => {
    const at = on(what === 'JoinTeam' ? 10 : month, one.day);
    switch (what) {
      case 'PublishPlaybook':
        return {
          at,
          command: {
            type: what,
            playbook: {
              ...dealership,
              performance: {
                ...dealership.performance,
                donationRule: unit === 'east' ? 'proportional' : 'allOrNothing',
              },
            },
          },
        };
      case 'AnnounceIncentive':
        return announce(at, NOVEMBER, unit === 'east' ? 'manager' : 'seller', 1_000);
      case 'RenamePerson':
        return { at, command: { type: what, person, name: `${person} ${one.day}` } };
      case 'ResignSeller':
        return { at, command: { type: what, person, reason: 'ownWish' } };
      default:
        return { at, command: { type: what, person, unit } };
    }
  });

/** Everything that may happen at any time. */
export const ops: fc.Arbitrary<ReadonlyArray<Op>> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: credited },
    { weight: 4, arbitrary: refunded },
    { weight: 16, arbitrary: answered },
    { weight: 3, arbitrary: moved },
  ),
  { maxLength: 16, size: 'max' },
);

/** Adds what is answered, and passes over what is refused. */
export const happen = (log: SalesLog, month: number, asks: ReadonlyArray<Op>): void => {
  for (const one of asks) log.ask(one(month, log));
};

/** Every pledge of the two months, sworn with generated terms. */
const sworn = fc.tuple(
  ...pledges.map((of) =>
    fc
      .record({ target: minor, donationRule: fc.constantFrom('allOrNothing', 'proportional') })
      .map(({ target, donationRule }) => {
        const { period, person, ...team } = of;
        return swear(on(9, 20), period, person, target, { donationRule, donation: cny(500), ...team });
      }),
  ),
);

/** Where every history begins. */
const begun = newLog().tell(
  openUnit(on(1, 1), 'east'),
  openUnit(on(1, 1), 'shop', 'east'),
  ...join(on(1, 2), 'boss'),
  ...join(on(1, 2), 'ada', 'shop'),
  ...join(on(1, 2), 'bob', 'east'),
  ...join(on(1, 2), 'cy'),
  appoint(on(1, 3), 'east', 'boss'),
  appoint(on(1, 3), 'shop', 'ada'),
  ...[OCTOBER, NOVEMBER, '2026-12'].map((period) => openPeriod(on(9, 1), period)),
  announce(on(9, 21), OCTOBER, 'seller', 500),
  announce(on(9, 21), OCTOBER, 'manager', 300),
);

/** A history of which October is settled and closed, then November and December settled, with what happened between. */
export const settledHistories: fc.Arbitrary<SalesLog> = fc
  .tuple(sworn, ops, ops, ops, ops, ops)
  .map(([oaths, first, settling, second, third, last]) => {
    const log = begun.copy().tell(...oaths);
    happen(log, 10, first);
    settlePeriod(log, on(10, 31, 16), OCTOBER);
    happen(log, 11, settling);
    log.tell(...closing(on(11, 5), OCTOBER));
    happen(log, 11, second);
    settlePeriod(log, on(11, 30, 16), NOVEMBER, [OCTOBER]);
    happen(log, 12, third);
    settlePeriod(log, on(12, 31, 16), '2026-12', [OCTOBER, NOVEMBER]);
    happen(log, 13, last);
    return log;
  });
