import { credits } from './credits.js';
import { handovers, type Intent, journey, type Plain } from './intents.js';
import { organise } from './organise.js';
import { pledges } from './pledges.js';
import { type Random, randomOf } from './random.js';
import { dayOfYear, MANAGER, someSeller, YEAR } from './staff.js';
import { step, type Timed } from './step.js';

const DAY = 86_400_000;
const PROSPECTS = 2_000;

const SOURCES: ReadonlyArray<readonly [string, number]> = [
  ['walkIn', 5],
  ['field', 8],
  ['referral', 4],
  ['internet', 4],
  ['exhibition', 2],
  ['billboard', 1],
  ['newspaper', 1],
];
const FAMILY = ['Wang', 'Li', 'Zhang', 'Liu', 'Chen', 'Yang', 'Huang', 'Zhao'];
const GIVEN = ['Wei', 'Fang', 'Na', 'Min', 'Jing', 'Qiang', 'Lei', 'Yan', 'Jun', 'Tao'];

interface Step {
  readonly at: number;
  readonly actor: string;
  readonly role: string;
  readonly command: Plain;
}

/** A year of a dealership as commands in order of time, but for what follows from its settlements: the same every time. */
export const simulate = (): ReadonlyArray<Timed> => {
  const worked = Array.from({ length: PROSPECTS }, (_, i) => simulateCustomer(randomOf(i), i))
    .flat()
    .sort(byTime);
  return [...organise(), ...pledges(), ...worked, ...credits(worked)].sort(byTime);
};

const byTime = (a: Timed, b: Timed): number => a.at - b.at;

const simulateCustomer = (random: Random, i: number): ReadonlyArray<Timed> => {
  const customer = `C${String(i + 1).padStart(4, '0')}`;
  return stepsOf(random, customer, i)
    .filter(({ at }) => at < YEAR.end)
    .map(({ at, actor, role, command }, index) => step(at, { actor, role }, [customer, index], command));
};

const stepsOf = (random: Random, customer: string, order: number): ReadonlyArray<Step> => {
  const collected = dayOfYear(random.between(0, 360));
  const collector = someSeller(random, collected);
  const manager = { actor: MANAGER, role: 'manager' };
  const sheet = {
    kind: 'person',
    name: `${FAMILY[Math.floor(random.between(0, FAMILY.length))]} ${GIVEN[Math.floor(random.between(0, GIVEN.length))]}`,
    mobile: `138${String(Math.floor(random.between(0, 1e8))).padStart(8, '0')}`,
    source: random.pick(SOURCES),
  };
  const steps: Array<Step> = [
    {
      at: collected,
      actor: collector,
      role: 'seller',
      command: { type: 'CollectProspect', customer, collectedBy: collector, sheet },
    },
  ];
  const screen = (at: number, type: 'AcceptProspect' | 'RejectProspect', fields: object = {}): void => {
    steps.push({ at, ...manager, command: { type, customer, screenedBy: manager.actor, ...fields } });
  };

  let screened = collected + random.between(0.1, 3) * DAY;
  if (random.chance(0.08)) {
    screen(screened, 'RejectProspect', { reason: random.chance(0.5) ? 'incomplete' : 'noNeed' });
    if (random.chance(0.6)) return steps;
    const again = screened + random.between(1, 10) * DAY;
    const command: Plain = { type: 'ResubmitProspect', customer, resubmittedBy: collector };
    steps.push({ at: again, actor: collector, role: 'seller', command });
    screened = again + random.between(0.1, 3) * DAY;
  }
  screen(screened, 'AcceptProspect');

  const entered = screened + random.between(0.01, 1) * DAY;
  const custodian = random.chance(0.05) ? '' : someSeller(random, entered, random.chance(0.15) ? [collector] : []);
  const intoCustody = custodian === '' ? {} : { custodian };
  steps.push({ at: entered, ...manager, command: { type: 'EnterCustomer', customer, ...intoCustody } });
  return [...steps, ...worked(random, customer, { entered, custodian, order })];
};

interface Entry {
  readonly entered: number;
  /** Nobody for the pool. */
  readonly custodian: string;
  readonly order: number;
}

/** What happens after entry, done by who has custody by then. */
const worked = (random: Random, customer: string, { entered, custodian: first, order }: Entry): ReadonlyArray<Step> => {
  if (first === '' && random.chance(0.3)) return [];
  const claimed = entered + random.between(0.5, 6) * DAY;
  const intents: ReadonlyArray<Intent> = [
    ...journey(random, customer, first === '' ? claimed : entered),
    ...handovers(random, customer, first === '' ? claimed : entered, order),
  ];
  let custodian = first;
  const steps: Array<Step> = [];
  if (first === '') {
    custodian = someSeller(random, claimed);
    const command: Plain = { type: 'ClaimFromPool', customer, by: custodian };
    steps.push({ at: claimed, actor: custodian, role: 'seller', command });
  }
  for (const { at, by, command } of [...intents].sort((a, b) => a.at - b.at)) {
    const asked = command(custodian);
    if (asked === undefined) continue;
    const actor = by === 'manager' ? MANAGER : custodian;
    steps.push({ at, actor, role: by === 'manager' ? 'manager' : 'seller', command: asked });
    if (asked.type === 'TransferCustody') custodian = String(asked['to']);
  }
  return steps;
};
