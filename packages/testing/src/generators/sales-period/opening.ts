/** How a generated history of sales periods begins: playbook, units, people, customers, periods. */
import type { BusinessId, Instant, Period } from '@millrace/kernel';
import {
  type IncentiveRule,
  type PeriodLabel,
  type Playbook,
  salesOrganisation,
  type Term,
  type Zone,
} from '@millrace/sales';
import fc from 'fast-check';
import { customerIds, managerIds, sellerIds } from '../people.js';
import type { Line } from './line.js';
import type { Calendar } from './times.js';
import { later, type SalesCommand } from './world.js';

const id = (text: string): BusinessId => text as BusinessId;
const term = (text: string): Term => text as Term;

/** The units of generated histories: a dealer with two branches, one of them with an outlet. */
export const unitIds: ReadonlyArray<BusinessId> = [id('dealer'), id('east'), id('harbour'), id('west')];

/** Eve is a seller who belongs to no unit, and was never qualified. */
export const staffIds: ReadonlyArray<BusinessId> = [...sellerIds, ...managerIds, id('eve')];

/** Who leads which unit at first: the leaders pledge for them. */
export const leaderships: ReadonlyArray<{ readonly person: BusinessId; readonly unit: BusinessId }> = [
  { person: id('mia'), unit: id('east') },
  { person: id('noa'), unit: id('west') },
];

const memberships = { ada: 'harbour', bob: 'east', cyd: 'west', mia: 'east', noa: 'west' };

/** Asked by the operator, one after the other at one instant. */
export const openingOf = ({ zone, months, quarters }: Calendar, at: Instant): fc.Arbitrary<ReadonlyArray<Line>> =>
  fc.constantFrom('allOrNothing' as const, 'proportional' as const).map((donationRule) => {
    const playbook: Playbook = {
      ...salesOrganisation,
      zone: zone as Zone,
      currency: 'CNY' as Playbook['currency'],
      performance: { ...salesOrganisation.performance, donationRule },
    };
    const periods = [...months, ...quarters];
    const commands: ReadonlyArray<SalesCommand> = [
      { type: 'PublishPlaybook', playbook },
      ...staff,
      ...units,
      ...Object.entries(memberships).map(
        ([person, unit]): SalesCommand => ({
          type: 'JoinTeam',
          person: id(person),
          unit: id(unit),
        }),
      ),
      ...leaderships.map(({ person, unit }): SalesCommand => ({ type: 'AppointUnitLeader', unit, leader: person })),
      ...customerIds.slice(0, 2).flatMap(customer),
      ...periods.map(({ label }): SalesCommand => ({ type: 'OpenPeriod', period: label as PeriodLabel })),
    ];
    return [...commands.map((wish) => asOperator(wish, at)), ...periods.flatMap(meeting)];
  });

/** A wish of the operator, uttered when it holds. */
export const asOperator = (wish: Line['wish'], now: Instant, roll = 0): Line => {
  const operator = id('operator');
  return { wish, now, effectiveAt: now, actor: operator, role: operator, roll };
};

const staff = staffIds.flatMap((person): ReadonlyArray<SalesCommand> => {
  const role = term(managerIds.includes(person) ? 'manager' : 'seller');
  return [
    { type: 'JoinStaff', person, name: `${person} of generated histories` },
    { type: 'GrantRole', person, role },
    ...(person === 'eve' ? [] : [{ type: 'QualifyForPost', person, post: role } as const]),
  ];
});

const units: ReadonlyArray<SalesCommand> = [
  { type: 'OpenUnit', unit: id('dealer'), unitKind: 'dealer', name: 'The dealer' },
  { type: 'OpenUnit', unit: id('east'), unitKind: 'branch', name: 'East', parent: id('dealer') },
  { type: 'OpenUnit', unit: id('harbour'), unitKind: 'outlet', name: 'Harbour', parent: id('east') },
  { type: 'OpenUnit', unit: id('west'), unitKind: 'branch', name: 'West', parent: id('dealer') },
];

const customer = (customer: BusinessId): ReadonlyArray<SalesCommand> => [
  { type: 'CollectProspect', customer, collectedBy: id('ada'), sheet: { source: term('walkIn'), mobile: '139' } },
  { type: 'AcceptProspect', customer, screenedBy: id('mia') },
  { type: 'EnterCustomer', customer },
];

/** Every period has its meeting the day before it starts, where an incentive for each audience is announced. */
const meeting = ({ label, start }: Period): ReadonlyArray<Line> => {
  const period = label as PeriodLabel;
  const [chairs, at] = [[id('mia'), id('noa')], later(start, -86_400_000)];
  const announced = (audience: 'seller' | 'manager', rule: IncentiveRule): Line =>
    asOperator(
      {
        type: 'AnnounceIncentive',
        period,
        incentive: id(`for-${audience}s`),
        audience,
        by: chairs,
        meeting: meetingOf(label),
        rule,
      },
      at,
    );
  return [
    asOperator({ type: 'HoldPledgeMeeting', period, meeting: meetingOf(label), chairs, mode: 'inPerson' }, at),
    announced('seller', { mode: 'marginal', tiers: tiersOf([0, 333, 500]) }),
    announced('manager', { mode: 'wholePeriod', tiers: tiersOf([100, 250]) }),
  ];
};

/** Tiers of these rates, each ten times as far as the one before. */
export const tiersOf = (rates: ReadonlyArray<number>): IncentiveRule['tiers'] =>
  rates.map((rateBp, i) => ({
    from: i === 0 ? 0 : 10 ** (i + 3),
    to: i === rates.length - 1 ? null : 10 ** (i + 4),
    rateBp,
  }));

/** The meeting of a period. */
export const meetingOf = (period: string): BusinessId => id(`meeting-${period}`);
