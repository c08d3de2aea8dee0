import { FOUNDED, leavers, sellers, teams } from './staff.js';
import { OPERATOR, step, type Timed } from './step.js';

const DAY = 86_400_000;

/** The dealer and its three branches; who leaves resigns once the customers are handed over. */
export const organise = (): ReadonlyArray<Timed> => [
  found('dealer', { type: 'OpenUnit', unit: 'dealer', unitKind: 'dealer', name: 'Dealer' }),
  ...teams.flatMap(({ unit, name, leader }) => [
    found(unit, { type: 'OpenUnit', unit, unitKind: 'branch', name, parent: 'dealer' }),
    ...joining(leader, 'manager'),
    found(`${unit}-leader`, { type: 'AppointUnitLeader', unit, leader }),
  ]),
  ...sellers.flatMap(({ id }) => joining(id, 'seller')),
  ...teams.flatMap(({ unit, leader, sellers: members }) =>
    [leader, ...members].map((person) => found(`${person}-team`, { type: 'JoinTeam', person, unit })),
  ),
  ...leavers.map(({ id: person, leaves }) =>
    step(leaves + 3 * DAY, OPERATOR, [person, 'resigns'], { type: 'ResignSeller', person, reason: 'ownWish' }),
  ),
];

const joining = (person: string, role: string): ReadonlyArray<Timed> => [
  found(person, { type: 'JoinStaff', person, name: person }),
  found(`${person}-role`, { type: 'GrantRole', person, role }),
];

const found = (what: string, command: Timed['ask']['command']): Timed =>
  step(FOUNDED, OPERATOR, ['founding', what], command);
