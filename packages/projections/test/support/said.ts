/** What is said in stories of a sales organisation. */
import { fen, type Said } from './organisation.js';

const say = (at: string, type: string, fields: object): Said => ({ at, command: { type, ...fields } });

export const joins = (at: string, person: string, name = `N. ${person}`): Said =>
  say(at, 'JoinStaff', { person, name });
export const resigns = (at: string, person: string): Said => say(at, 'ResignSeller', { person, reason: 'ownWish' });
export const opensUnit = (at: string, unit: string, parent?: string): Said =>
  say(at, 'OpenUnit', { unit, unitKind: 'branch', name: `Unit ${unit}`, ...(parent === undefined ? {} : { parent }) });
export const joinsTeam = (at: string, person: string, unit: string): Said => say(at, 'JoinTeam', { person, unit });
export const leavesTeam = (at: string, person: string, unit: string): Said => say(at, 'LeaveTeam', { person, unit });
export const leads = (at: string, unit: string, leader: string): Said => say(at, 'AppointUnitLeader', { unit, leader });
export const opens = (at: string, period: string): Said => say(at, 'OpenPeriod', { period });
export const cutsOff = (at: string, period: string): Said => say(at, 'CutOffPeriod', { period });
export const targets = (at: string, period: string, of: object, levels: object): Said =>
  say(at, 'SetTarget', { period, of, levels });
export const swears = (at: string, period: string, person: string, target: number, rest: object = {}): Said =>
  say(at, 'SwearPledge', { period, person, target: fen(target), donation: fen(0), ...rest });

/** A sale credited by weights; `rest` may add ledgers, a basis or an exchange. */
export const credits = (
  at: string,
  sale: string,
  minor: number,
  weights: { readonly [person: string]: number },
  rest: object = {},
): Said =>
  say(at, 'CreditSale', {
    sale,
    amount: fen(minor),
    revenue: Object.entries(weights).map(([person, weight]) => ({ person, weight })),
    ...rest,
  });
export const refunds = (at: string, sale: string, rest: object = {}): Said =>
  say(at, 'ReverseCredit', { sale, reason: 'returned', ...rest });

/** The same, said later than it happened. */
export const said = (recordedAt: string, one: Said): Said => ({ ...one, recordedAt });
