import { type Module, streamRead } from '@millrace/kernel';
import { type GovernanceRefusal, governed } from '../governance/index.js';
import { periodStream, readablePeriod, initial as unopened } from '../period/readable.js';
import { personStream, readablePerson, initial as unknown } from '../person/readable.js';
import { readableUnit, unitStream } from '../unit/readable.js';
import { type PledgeCommand, pledgeCommands } from './commands.js';
import type { Others, PledgeContext } from './context.js';
import { decide } from './decide.js';
import { type PledgeEvent, pledgeEvents } from './events.js';
import { evolve, initial, type Pledge } from './evolve.js';
import { pledgeStream } from './readable.js';
import type { PledgeRefusal } from './refusals.js';

/** One stream per pledge, named by period, person and, for a team, unit: so there is one of each (Q15). */
export const pledgeModule: Module<
  PledgeCommand,
  Pledge,
  PledgeEvent,
  PledgeRefusal | GovernanceRefusal,
  PledgeContext
> = governed<PledgeCommand, Pledge, PledgeEvent, PledgeRefusal, Others>({
  kind: 'pledge',
  events: pledgeEvents,
  commands: pledgeCommands,
  initial,
  evolve,
  decide,
  streamOf: pledgeStream,
  reads: ({ period, person, unit }) => [
    streamRead(periodStream(period), readablePeriod),
    streamRead(personStream(person), readablePerson),
    ...(unit === undefined ? [] : [streamRead(unitStream(unit), readableUnit)]),
  ],
  others: ({ period, person, unit }, _, { stateOf }) => ({
    period: stateOf(periodStream(period), readablePeriod) ?? unopened,
    person: stateOf(personStream(person), readablePerson) ?? unknown,
    unit: unit === undefined ? undefined : stateOf(unitStream(unit), readableUnit),
  }),
});

export { type CertificateTerms, CURRENT_TEMPLATE, certificateHashes, certificateText } from './certificate.js';
export type { AmountText, PledgeCommand } from './commands.js';
export type { PledgeContext } from './context.js';
export { donationOf, incentivesFor, isMet, rewardOf, rewardsOf } from './entitlement.js';
export { type PledgeEvent, pledgeEvents } from './events.js';
export {
  type Donation,
  initial as initialPledge,
  type Pledge,
  type Reward,
  type Settled,
  type Sworn,
  type Terms,
} from './evolve.js';
export { type PledgeName, pledgeFold, pledgeId, pledgeStream, readablePledge } from './readable.js';
export type { PledgeRefusal } from './refusals.js';
