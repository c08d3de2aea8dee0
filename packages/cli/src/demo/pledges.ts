import type { Period } from '@millrace/kernel';
import { salesPeriods } from './calendar.js';
import { MANAGER, teams } from './staff.js';
import { OPERATOR, step, type Timed } from './step.js';

const DAY = 86_400_000;

/** Sellers who swear for each quarter; one of them leaves in the second. */
const SWORN = ['S01', 'S02', 'S04', 'S08', 'S09', 'S15', 'S16'];
const LEAVER = { person: 'S04', lastQuarter: '2025-Q2' };

const mia = { actor: MANAGER, role: 'manager' };

/** Months are sworn by the branches, quarters by sellers; each begins with a meeting and its incentives. */
export const pledges = (): ReadonlyArray<Timed> => salesPeriods.flatMap(begin);

const begin = (period: Period): ReadonlyArray<Timed> => {
  const { label, start: from } = period;
  const start = Date.parse(from);
  const meeting = `meeting-${label}`;
  const chairs = teams.map(({ leader }) => leader);
  const audience = period.cadence === 'month' ? 'manager' : 'seller';
  return [
    step(start - 10 * DAY, OPERATOR, [label, 'opens'], { type: 'OpenPeriod', period: label }),
    step(start - 6 * DAY, mia, [label, 'meeting'], {
      type: 'HoldPledgeMeeting',
      period: label,
      meeting,
      chairs,
      mode: 'inPerson',
    }),
    step(start - 6 * DAY, mia, [label, 'incentive'], {
      type: 'AnnounceIncentive',
      period: label,
      incentive: `incentive-${label}`,
      audience,
      by: chairs,
      rule: rules[audience],
      meeting,
    }),
    ...(audience === 'manager' ? swornByTeams(label, start, meeting) : swornBySellers(label, start, meeting)),
  ];
};

const rules = {
  manager: { mode: 'wholePeriod', tiers: [{ from: 0, to: null, rateBp: 20 }] },
  seller: {
    mode: 'marginal',
    tiers: [
      { from: 0, to: 40_000_000, rateBp: 50 },
      { from: 40_000_000, to: null, rateBp: 100 },
    ],
  },
};

const swornByTeams = (period: string, start: number, meeting: string): ReadonlyArray<Timed> =>
  teams.map(({ unit, leader: person }) =>
    step(start - 5 * DAY, { actor: person, role: 'manager' }, [period, 'sworn', person], {
      type: 'SwearPledge',
      period,
      person,
      unit,
      target: { wan: '50' },
      donation: { yuan: '1000' },
      meeting,
    }),
  );

const swornBySellers = (period: string, start: number, meeting: string): ReadonlyArray<Timed> =>
  SWORN.filter((person) => person !== LEAVER.person || period <= LEAVER.lastQuarter).map((person) =>
    step(start - 5 * DAY, { actor: person, role: 'seller' }, [period, 'sworn', person], {
      type: 'SwearPledge',
      period,
      person,
      target: { wan: '30' },
      donation: { yuan: '300' },
      meeting,
    }),
  );
