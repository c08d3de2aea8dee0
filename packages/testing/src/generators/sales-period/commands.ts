/** The commands of a sales period, mostly legal, so that histories get far and most answers are met. */
import type { BusinessId, Currency, Instant, LocalDate, MinorUnits, Money, Period, Rate } from '@millrace/kernel';
import type { PeriodLabel, SaleCommand, Term } from '@millrace/sales';
import fc from 'fast-check';
import { customerIds, managerIds, sellerIds } from '../people.js';
import type { Line } from './line.js';
import { leaderships, meetingOf, staffIds, tiersOf, unitIds } from './opening.js';
import { type Calendar, instantIn, maybe } from './times.js';
import { later, type SalesCommand } from './world.js';

/** A command and who asks for it. */
type Wished = Pick<Line, 'wish' | 'actor' | 'role'>;

const term = (text: string): Term => text as Term;
const id = (text: string): BusinessId => text as BusinessId;
const operator = id('operator');

/** Money of the reporting currency. */
export const cny = (minor: number): Money => ({ minor: minor as MinorUnits, currency: 'CNY' as Currency });
const usd = (minor: number): Money => ({ minor: minor as MinorUnits, currency: 'USD' as Currency });

/** Large, small and odd: splits of them leave remainders. */
const amounts = [1, 2, 7, 99, 1_000, 33_333, 100_000, 1_234_567];

const person = fc.constantFrom(...staffIds);
const unit = fc.constantFrom(...unitIds);
const byOperator = (command: fc.Arbitrary<SalesCommand>): fc.Arbitrary<Wished> =>
  command.map((wish) => ({ wish, actor: operator, role: operator }));

/** Who pledges for what: everybody for himself, leaders for their unit too. */
const pledgers: ReadonlyArray<{ readonly person: BusinessId; readonly unit?: BusinessId }> = [
  ...[...sellerIds, ...managerIds].map((one) => ({ person: one })),
  ...leaderships,
];

/** The role a person has from the beginning. */
export const roleOf = (one: BusinessId): BusinessId => id(managerIds.includes(one) ? 'manager' : 'seller');

/** Half of all pledges there could be, sworn before the start or some days into the period. */
export const pledgesOf = (calendar: Calendar, from: Instant): fc.Arbitrary<ReadonlyArray<Line>> =>
  fc
    .tuple(
      ...[...calendar.months, ...calendar.quarters].flatMap((period) =>
        pledgers.map((pledger) => maybe(swearing(calendar, period, pledger, from))),
      ),
    )
    .map((lines) => lines.filter((line) => line !== undefined));

const swearing = (
  calendar: Calendar,
  { label, start }: Period,
  pledger: { readonly person: BusinessId; readonly unit?: BusinessId },
  from: Instant,
): fc.Arbitrary<Line> =>
  fc
    .record({
      at: instantIn(calendar, from, later(start, 5 * 86_400_000)),
      target: fc.constantFrom(1, 99, 1_000, 50_000, 100_000, 2_000_000),
      donation: fc.constantFrom(0, 1, 100, 99_999),
    })
    .map(({ at, target, donation }) => ({
      wish: {
        type: 'SwearPledge',
        period: label as PeriodLabel,
        ...pledger,
        target: cny(target),
        donation: cny(donation),
      },
      now: at,
      effectiveAt: at,
      actor: pledger.person,
      role: roleOf(pledger.person),
      roll: 0,
    }));

/** Everything else that is asked, of all that goes on in an organisation. */
export const bodyCommands = ({ months, quarters }: Calendar): fc.Arbitrary<Wished> => {
  const period = fc.constantFrom(...[...months, ...quarters].map(({ label }) => label as PeriodLabel));
  const pledge = fc.record({ period, by: fc.constantFrom(...pledgers) }).map(({ period, by }) => ({ period, ...by }));
  return fc.oneof(
    { weight: 20, arbitrary: byOperator(credits) },
    { weight: 10, arbitrary: byOperator(refunds) },
    { weight: 4, arbitrary: byOperator(moves) },
    {
      weight: 1,
      arbitrary: byOperator(person.map((one) => ({ type: 'ResignSeller', person: one, reason: term('ownWish') }))),
    },
    { weight: 3, arbitrary: byOperator(incentives(period)) },
    { weight: 16, arbitrary: answers(pledge) },
  );
};

type Pledge = fc.Arbitrary<{ readonly period: PeriodLabel; readonly person: BusinessId; readonly unit?: BusinessId }>;

/** Consent by the pledger, seldom by another; withdrawals, payments; amounts are aimed when they are asked. */
const answers = (pledge: Pledge): fc.Arbitrary<Wished> =>
  fc
    .record({ pledge, other: person, roll: fc.nat({ max: 31 }), minor: fc.constantFrom(1, 50, 99_999) })
    .map(({ pledge: named, other, roll, minor }) => {
      const paid = { ...named, amount: cny(minor), reference: `transfer ${roll}` };
      const actor = roll === 31 ? other : named.person;
      const own = { actor, role: roleOf(actor) };
      const office = { actor: operator, role: operator };
      if (roll % 8 < 3) return { wish: { type: 'ConsentToDonation', ...named }, ...own };
      if (roll % 8 === 3) return { wish: { type: 'DeclineDonation', ...named }, ...own };
      if (roll % 8 === 4) return { wish: { type: 'ReceiveDonation', ...paid }, ...office };
      if (roll % 8 === 5) return { wish: { type: 'PayReward', ...paid }, ...office };
      if (roll % 8 === 6) return { wish: { type: 'ReturnDonation', ...paid }, ...office };
      return roll < 16
        ? { wish: { type: 'WaiveDonation', ...named, reason: term('hardship') }, ...office }
        : { wish: { type: 'WithdrawPledge', ...named }, ...own };
    });

const moves: fc.Arbitrary<SalesCommand> = fc.oneof(
  fc.record({ type: fc.constant('JoinTeam' as const), person, unit }),
  fc.record({ type: fc.constant('LeaveTeam' as const), person, unit }),
  person.map((one) => ({ type: 'RenamePerson', person: one, name: `${one} by another name` }) as const),
);

/** Tiers by marginal or whole-period rates, for sellers or managers. */
const incentives = (period: fc.Arbitrary<PeriodLabel>): fc.Arbitrary<SalesCommand> =>
  fc
    .record({
      period,
      incentive: fc.constantFrom(id('i1'), id('i2')),
      audience: fc.constantFrom('seller' as const, 'manager' as const),
      mode: fc.constantFrom('marginal' as const, 'wholePeriod' as const),
      rates: fc.array(fc.constantFrom(0, 1, 333, 500, 10_000), { minLength: 1, maxLength: 3 }),
      atMeeting: fc.boolean(),
    })
    .map(({ period: label, incentive, audience, mode, rates, atMeeting }) => ({
      type: 'AnnounceIncentive',
      period: label,
      incentive,
      audience,
      by: [id('mia')],
      rule: { mode, tiers: tiersOf(rates) },
      ...(atMeeting ? { meeting: meetingOf(label) } : {}),
    }));

const sale = fc.constantFrom(...Array.from({ length: 16 }, (_, i) => id(`s${i + 1}`)));
const side = fc.array(
  person.chain((one) => fc.constantFrom(...amounts).map((minor) => ({ person: one, minor }))),
  {
    maxLength: 2,
  },
);

/** One to three earners by weight, or by amounts that add up; at times in dollars, at times with a customer. */
const credits: fc.Arbitrary<SaleCommand> = fc
  .record({
    sale,
    people: fc.uniqueArray(person, { minLength: 1, maxLength: 3 }),
    amount: fc.constantFrom(...amounts),
    weights: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }),
    side,
    basis: fc.constantFrom('contract' as const, 'contract' as const, 'cash' as const),
    foreign: maybe(fc.constantFrom('7.1', '6.98765', '0.333333'), 1, 4),
    byAmount: fc.boolean(),
    credit: fc.constantFrom(1, 1, 1, 1, 1, 2),
    customer: maybe(fc.constantFrom(...customerIds.slice(0, 2)), 1, 3),
  })
  .map(({ sale: name, people, amount, weights, side: beside, basis, foreign, byAmount, credit, customer }) => {
    const money = foreign === undefined ? cny : usd;
    const parts = people.map((_, i) =>
      i === 0 ? amount - (people.length - 1) * Math.floor(amount / 3) : Math.floor(amount / 3),
    );
    const shared = beside.map(({ person: one, minor }) => ({ person: one, amount: money(minor) }));
    return {
      type: 'CreditSale',
      sale: name,
      credit,
      basis,
      amount: money(amount),
      revenue: byAmount
        ? people.map((one, i) => ({ person: one, amount: money(parts[i] ?? 0) }))
        : people.map((one, i) => ({ person: one, weight: weights[i] ?? 0 })),
      overlay: shared,
      referral: shared.slice(1),
      ...(customer === undefined ? {} : { customer }),
      ...(foreign === undefined
        ? {}
        : { exchange: { rate: foreign as Rate, source: 'central bank', date: '2026-01-05' as LocalDate } }),
    };
  });

/** Refunds in part and of what remains. */
const refunds: fc.Arbitrary<SaleCommand> = fc
  .record({
    sale,
    credit: fc.constantFrom(1, 1, 1, 2),
    amount: maybe(fc.constantFrom(1, 3, 98, 500, 33_332)),
  })
  .map(({ sale: name, credit, amount }) => ({
    type: 'ReverseCredit',
    sale: name,
    credit,
    reason: term('returned'),
    ...(amount === undefined ? {} : { amount: cny(amount) }),
  }));
