export type { AmountText, PledgeCommand } from './commands.js';
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
export { pledgeFold, pledgeStream, readablePledge } from './readable.js';
