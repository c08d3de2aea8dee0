/** Projects of an organisation that sells them without gates: one won, one lost, one open, one never opened. */
import { keyAccount, type Playbook } from '@millrace/sales';
import { at, cny, type Organisation, type Plain, staffed } from './organisation.js';

/** The key-account playbook, its phases without checklists and gates. */
const ungated: Playbook = {
  ...keyAccount,
  ...(keyAccount.projects === undefined
    ? {}
    : {
        projects: {
          ...keyAccount.projects,
          processes: keyAccount.projects.processes.map((process) => ({
            ...process,
            gates: [],
            phases: process.phases.map((phase) => ({ ...phase, checklist: [] })),
          })),
        },
      }),
};

const FIRST = 'informationCollection';
const SECOND = 'conceptExchange';

const opened = (project: string, owner: string, more: object = {}): ReadonlyArray<Plain> => [
  { type: 'DiscoverOpportunity', project, channel: 'bidding', discoveredBy: owner },
  { type: 'OpenProject', project, template: 'keyAccount', owner, ...more },
];

const booked = (project: string, minor: number): Plain => ({
  type: 'BookCost',
  project,
  phase: FIRST,
  amount: cny(minor),
  by: 'ada',
});

const assessed = (project: string, bp: number): Plain => ({
  type: 'AssessProbability',
  project,
  phase: FIRST,
  bp,
  by: 'ada',
});

/** All but the win, and the push of what is open, happens in February. */
export const sellingProjects = async (): Promise<Organisation> => {
  const one = await staffed(ungated);
  const does = async (month: number, day: number, commands: ReadonlyArray<Plain>): Promise<void> => {
    for (const command of commands) await one.does(at(month, day), command);
  };
  await does(1, 4, [
    { type: 'OpenPeriod', period: '2026-03' },
    { type: 'SetTarget', period: '2026-03', of: { unit: 'dealer' }, levels: { measure: 'sales', target: cny(10_000) } },
  ]);
  await does(2, 1, [
    { type: 'DiscoverOpportunity', project: 'never', channel: 'exhibitionVisit', discoveredBy: 'bob' },
    ...opened('won', 'ada', { amount: cny(4_000), expectedClose: '2026-03-10' }),
    ...opened('lost', 'bob', { amount: cny(9_000) }),
    ...opened('open', 'bob', { amount: cny(3_001), expectedClose: '2026-03-20' }),
    { type: 'SetPhaseBudget', project: 'open', phase: FIRST, amount: cny(100) },
    { type: 'SetPhaseBudget', project: 'open', phase: SECOND, amount: cny(400) },
    booked('open', 70),
    booked('won', 500),
    booked('lost', 300),
    assessed('open', 5_000),
    assessed('won', 6_000),
    assessed('lost', 3_000),
  ]);
  await does(2, 20, [{ type: 'CloseProject', project: 'lost', outcome: 'lost', reason: 'price' }]);
  for (const to of [SECOND, 'projectPlanning', 'negotiationSigning']) {
    await does(2, 25, [{ type: 'AdvancePhase', project: 'won', to }]);
  }
  await does(3, 3, [{ type: 'SignContract', project: 'won', amount: cny(4_200) }]);
  await does(3, 4, [{ type: 'ExpectClose', project: 'open', on: '2026-04-02' }]);
  return one;
};
