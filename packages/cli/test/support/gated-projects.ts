/** Machines sold through two gates, and five projects in a database. */
import { type Gate, keyAccount, type Named, type Playbook, type ProcessTemplate, type Term } from '@millrace/sales';
import { at, cny, embedded, type Plain } from './performance.js';
import { type Sandbox, sandbox } from './sandbox.js';

const named = (id: string, en: string, zh: string): Named => ({ id: id as Term, name: { en, zh } });
const phase = (id: string, en: string, zh: string) => ({ ...named(id, en, zh), activities: [], checklist: [] });
const judged = (id: string, must: boolean, en: string, zh: string) => ({
  ...named(id, en, zh),
  must,
  test: { by: 'reviewers' as const },
});

const gate = (base: Named, guards: Gate['guards'], more: Partial<Gate>): Gate => ({
  ...base,
  guards,
  criteria: [],
  reviewerRoles: ['reviewer' as Term],
  form: 'meeting',
  reviewers: 1,
  simplifications: [],
  ...more,
});

interface Asked {
  /** Whether the customer must be known, not only should. */
  readonly knownMust?: boolean;
  readonly roles?: ReadonlyArray<string>;
  readonly ceiling?: number;
  readonly signing?: boolean;
}

/** A playbook with gates that ask for so much; the least where nothing is said. */
export const machines = ({ knownMust = false, roles = ['reviewer'], ceiling = 1_000, signing = true }: Asked = {}) => {
  const process: ProcessTemplate = {
    ...named('machines', 'Machines', '设备'),
    phases: [
      phase('lead', 'First contact', '初步接触'),
      phase('offer', 'Offer', '报价'),
      phase('delivery', 'Delivery', '交付'),
    ],
    signedIn: 'offer' as Term,
    gates: [
      gate(
        named('entry', 'Opportunity gate', '立项评审'),
        { at: 'exit', phase: 'lead' as Term },
        {
          criteria: [
            judged('worth', true, 'It is worth it', '值得做'),
            judged('known', knownMust, 'The customer is known', '客户已了解'),
          ],
          reviewerRoles: roles as ReadonlyArray<Term>,
        },
      ),
      ...(signing
        ? [
            gate(
              named('terms', 'Terms', '商务评审'),
              { at: 'signing' },
              { selfReviewUpTo: cny(ceiling) as NonNullable<Gate['selfReviewUpTo']> },
            ),
          ]
        : []),
    ],
    flows: [],
    layers: [],
    sizes: [],
  };
  const { projects } = keyAccount;
  if (projects === undefined) throw new Error('the preset runs no projects');
  const playbook: Playbook = {
    ...keyAccount,
    name: 'machines' as Term,
    projects: { ...projects, processes: [process] },
  };
  return playbook;
};

interface Decision {
  readonly project: string;
  readonly gate: string;
  readonly decision?: string;
  readonly known?: boolean;
  readonly reviewers?: ReadonlyArray<readonly [person: string, role: string]>;
}

/** Mia and Noa review from outside, unless others do; Mia is in the chair. */
const reviewed = ({
  project,
  gate: of,
  decision = 'go',
  known = true,
  reviewers = [
    ['mia', 'reviewer'],
    ['noa', 'salesDirector'],
  ],
}: Decision): ReadonlyArray<Plain> => [
  { type: 'RequestGateReview', project, review: of, gate: of, requestedBy: 'ada' },
  {
    type: 'DecideGate',
    project,
    review: of,
    decision,
    chair: reviewers[0]?.[0],
    reviewers: reviewers.map(([person, role]) => ({ person, role })),
    criteria:
      of === 'entry'
        ? [
            { criterion: 'worth', met: true },
            { criterion: 'known', met: known, comment: 'we have met twice' },
          ]
        : [],
    evidence: [],
  },
];

const opened = (project: string): ReadonlyArray<Plain> => [
  { type: 'DiscoverOpportunity', project, channel: 'bidding', discoveredBy: 'ada' },
  { type: 'OpenProject', project, template: 'machines', owner: 'ada' },
];

const alone = [['ada', 'reviewer']] as const;

const told: ReadonlyArray<Plain> = [
  ...['signed', 'unknown', 'halfReviewed', 'held', 'alone'].flatMap(opened),
  ...reviewed({ project: 'signed', gate: 'entry' }),
  ...reviewed({ project: 'signed', gate: 'terms' }),
  { type: 'SignContract', project: 'signed', amount: cny(5_000) },
  ...reviewed({ project: 'unknown', gate: 'entry', known: false }),
  ...reviewed({
    project: 'halfReviewed',
    gate: 'entry',
    reviewers: [
      ['mia', 'reviewer'],
      ['noa', 'reviewer'],
    ],
  }),
  ...reviewed({ project: 'held', gate: 'entry', decision: 'hold', known: false }),
  { type: 'EstimateAmount', project: 'alone', amount: cny(500) },
  ...reviewed({ project: 'alone', gate: 'entry', reviewers: alone }),
  ...reviewed({ project: 'alone', gate: 'terms', reviewers: alone }),
  { type: 'SignContract', project: 'alone', amount: cny(500) },
];

/** A database in which all of that happened under {@link machines}. */
export const soldMachines = async (): Promise<Sandbox> => {
  const made = await sandbox({ 'a.json': machines() });
  await embedded(
    made,
    async ({ does }) => {
      for (const [person, ...roles] of [
        ['ada', 'seller'],
        ['mia', 'reviewer'],
        ['noa', 'salesDirector', 'reviewer'],
      ]) {
        await does(at(1, 2), { type: 'JoinStaff', person, name: person });
        for (const role of roles) await does(at(1, 2), { type: 'GrantRole', person, role });
      }
      for (const command of told) await does(at(1, 5), command);
    },
    machines(),
  );
  return made;
};
