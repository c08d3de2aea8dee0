/** An organisation that swears, sells and settles, in the few words a story needs. */
import { type Currency, type Money, zero } from '@millrace/kernel';
import { creditsView, organisationView, type PledgeDocuments, periodsView, pledgesView } from '@millrace/projections';
import { dealership } from '@millrace/sales';
import type { SalesAsk } from './sales-log.js';
import { SalesLog } from './sales-log.js';

export const CNY = 'CNY' as Currency;

export const cny = (minor: number): Money => ({ ...zero(CNY), minor: minor as Money['minor'] });

/** An instant of 2026 in UTC, as month, day and hour. */
export const on = (month: number, day: number, hour = 0): string =>
  new Date(Date.UTC(2026, month - 1, day, hour)).toISOString();

const said = (at: string, type: string, fields: object, by?: string): SalesAsk => ({
  at,
  command: { type, ...fields },
  ...(by === undefined ? {} : { by }),
});

export const join = (at: string, person: string, unit?: string): ReadonlyArray<SalesAsk> => [
  said(at, 'JoinStaff', { person, name: person.toUpperCase() }),
  said(at, 'GrantRole', { person, role: 'seller' }),
  ...(unit === undefined ? [] : [said(at, 'JoinTeam', { person, unit })]),
];
export const openUnit = (at: string, unit: string, parent?: string): SalesAsk =>
  said(at, 'OpenUnit', {
    unit,
    unitKind: parent === undefined ? 'branch' : 'department',
    name: unit,
    ...(parent === undefined ? {} : { parent }),
  });
export const appoint = (at: string, unit: string, leader: string): SalesAsk =>
  said(at, 'AppointUnitLeader', { unit, leader });
export const openPeriod = (at: string, period: string): SalesAsk => said(at, 'OpenPeriod', { period });
export const swear = (at: string, period: string, person: string, target: number, more: object = {}): SalesAsk =>
  said(at, 'SwearPledge', { period, person, target: cny(target), donation: cny(1_000), ...more });
export const withdraw = (at: string, period: string, person: string): SalesAsk =>
  said(at, 'WithdrawPledge', { period, person });
export const announce = (at: string, period: string, audience: string, rateBp: number): SalesAsk =>
  said(at, 'AnnounceIncentive', {
    period,
    incentive: `${audience}s-bonus`,
    audience,
    by: ['boss'],
    rule: { mode: 'wholePeriod', tiers: [{ from: 0, to: null, rateBp }] },
  });
export const credit = (
  at: string,
  sale: string,
  minor: number,
  shares: Readonly<Record<string, number>>,
  more: object = {},
): SalesAsk =>
  said(at, 'CreditSale', {
    sale,
    amount: cny(minor),
    revenue: Object.entries(shares).map(([person, weight]) => ({ person, weight })),
    ...more,
  });
export const refund = (at: string, sale: string, minor?: number): SalesAsk =>
  said(at, 'ReverseCredit', { sale, reason: 'returned', ...(minor === undefined ? {} : { amount: cny(minor) }) });
export const cutOff = (at: string, period: string): SalesAsk => said(at, 'CutOffPeriod', { period });

/** What is asked of a pledge; a team's names its unit. */
export const ofPledge = (
  at: string,
  type: string,
  { period, person, unit }: { readonly period: string; readonly person: string; readonly unit?: string | undefined },
  fields: object = {},
  by?: string,
): SalesAsk => said(at, type, { period, person, ...(unit === undefined ? {} : { unit }), ...fields }, by);

const documentRef = (hash: string) => ({
  hash: hash.repeat(64),
  name: 'document',
  figures: [{ query: 'pledges', asOf: on(1, 1), knownAt: 1 }],
});

/** The meeting after the settlement, and the closing. */
export const closing = (at: string, period: string): ReadonlyArray<SalesAsk> => [
  said(at, 'HoldSettlementMeeting', {
    period,
    mode: 'video',
    chairs: ['boss'],
    agenda: ['attainment', 'causes', 'lessons', 'rewards', 'penalties', 'nextPlan'].map((item) => ({
      item,
      record: 'recorded',
    })),
    minutes: documentRef('a'),
  }),
  said(at, 'ClosePeriod', { period, summary: documentRef('b'), analysis: documentRef('c'), plan: documentRef('d') }),
];

/** A log in which the rules of a dealership are in force, in a zone. */
export const newLog = (zone: string = dealership.zone): SalesLog =>
  new SalesLog().tell(said(on(1, 1), 'PublishPlaybook', { playbook: { ...dealership, zone } }));

/** Documents of everything, and of the organisation, as known at positions. */
export const documentsOf = (
  log: SalesLog,
  knownAt?: number,
  cutOffAt: number | undefined = knownAt,
): PledgeDocuments => ({
  pledges: log.documents(pledgesView, knownAt),
  periods: log.documents(periodsView, knownAt),
  credits: log.documents(creditsView, knownAt),
  organisation: log.documents(organisationView, cutOffAt),
});

/** Position of the first event of a type in a stream. @throws TypeError where there is none. */
export const positionOf = (log: SalesLog, stream: string, type: string): number => {
  const found = log.events.find((event) => event.stream === stream && event.type === type);
  if (found === undefined) throw new TypeError(`no ${type} in ${stream}`);
  return found.position;
};
