import * as E from 'fp-ts/lib/Either.js';
import { absurd, pipe } from 'fp-ts/lib/function.js';
import type { PeriodCommand } from './commands.js';
import type { Ruled } from './context.js';
import { announce, holdPledgeMeeting, open, setTarget } from './decide-opening.js';
import { close, completeSettlement, cutOffPeriod, holdSettlementMeeting } from './decide-settlement.js';
import type { OpenedPeriod, SalesPeriod } from './evolve.js';
import { whenOpened } from './policy.js';
import type { Decision } from './refusals.js';

/** Answer a command, one line each. Asking twice is safe: what is already so yields no events. */
export const decide = (command: PeriodCommand, period: SalesPeriod, context: Ruled): Decision => {
  const ask = (decision: (opened: OpenedPeriod) => Decision): Decision =>
    pipe(whenOpened(period, command.period), E.flatMap(decision));
  switch (command.type) {
    case 'OpenPeriod':
      return open(command, period, context);
    case 'SetTarget':
      return ask((opened) => setTarget(command, opened, context));
    case 'HoldPledgeMeeting':
      return ask((opened) => holdPledgeMeeting(command, opened, context));
    case 'AnnounceIncentive':
      return ask((opened) => announce(command, opened, context));
    case 'CutOffPeriod':
      return ask((opened) => cutOffPeriod(command, opened, context));
    case 'CompleteSettlement':
      return ask((opened) => completeSettlement(command, opened, context));
    case 'HoldSettlementMeeting':
      return ask((opened) => holdSettlementMeeting(command, opened, context));
    case 'ClosePeriod':
      return ask((opened) => close(command, opened, context));
    default:
      return absurd(command);
  }
};
