import * as E from 'fp-ts/lib/Either.js';
import { absurd, pipe } from 'fp-ts/lib/function.js';
import type { PledgeCommand } from './commands.js';
import type { Ruled } from './context.js';
import { consent, decline, receive, returnDonation, waive } from './decide-donation.js';
import { adjust, payReward, settle } from './decide-settlement.js';
import { swear, withdraw } from './decide-swearing.js';
import type { Pledge, Settled } from './evolve.js';
import { whenSettled } from './policy.js';
import type { Decision } from './refusals.js';

/** Answer a command, one line each. Asking twice is safe: what is already so yields no events. */
export const decide = (command: PledgeCommand, pledge: Pledge, context: Ruled): Decision => {
  const ask = (decision: (settled: Settled) => Decision): Decision => pipe(whenSettled(pledge), E.flatMap(decision));
  switch (command.type) {
    case 'SwearPledge':
      return swear(command, pledge, context);
    case 'WithdrawPledge':
      return withdraw(command, pledge, context);
    case 'SettlePledge':
      return settle(command, pledge, context);
    case 'AdjustSettlement':
      return ask((settled) => adjust(command, settled, context));
    case 'PayReward':
      return ask((settled) => payReward(command, settled, context));
    case 'ConsentToDonation':
      return ask((settled) => consent(command, settled, context));
    case 'DeclineDonation':
      return ask((settled) => decline(command, settled, context));
    case 'WaiveDonation':
      return ask((settled) => waive(command, settled, context));
    case 'ReceiveDonation':
      return ask((settled) => receive(command, settled, context));
    case 'ReturnDonation':
      return ask((settled) => returnDonation(command, settled, context));
    default:
      return absurd(command);
  }
};
