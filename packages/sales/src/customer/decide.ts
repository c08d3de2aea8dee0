import * as E from 'fp-ts/lib/Either.js';
import { absurd, pipe } from 'fp-ts/lib/function.js';
import type { CustomerCommand } from './commands.js';
import type { Ruled } from './context.js';
import { classify, proposeClass } from './decide-class.js';
import { correctMove } from './decide-correction.js';
import { assign, claim, endTemporary, release, startTemporary, transfer } from './decide-custody.js';
import { advance, closeJourney, observeBuyerStep, openJourney, revert } from './decide-journey.js';
import { link, unlink } from './decide-link.js';
import { completePurchase, decidePurchase } from './decide-purchase.js';
import { accept, collect, enter, logContact, reject, resubmit, updateSheet } from './decide-record.js';
import type { Collected, Customer, Entered } from './evolve.js';
import { type OpenJourney, whenCollected, whenEntered, whenKnown, whenOpen } from './policy.js';
import type { Decision } from './refusals.js';

/**
 * Answer a command, one line each: who must be there, and which file has the answer. Asking twice is
 * safe: what is already so yields no events.
 */
export const decide = (command: CustomerCommand, customer: Customer, context: Ruled): Decision => {
  const ask = (decision: (entered: Entered) => Decision): Decision =>
    pipe(whenEntered(customer, command.customer), E.flatMap(decision));
  const askOpen = (decision: (open: OpenJourney) => Decision): Decision =>
    ask((entered) => pipe(whenOpen(entered), E.flatMap(decision)));
  const askRecord = (decision: (record: Collected) => Decision): Decision =>
    pipe(whenCollected(customer, command.customer), E.flatMap(decision));
  const askKnown = (decision: (known: Collected | Entered) => Decision): Decision =>
    pipe(whenKnown(customer, command.customer), E.flatMap(decision));

  switch (command.type) {
    case 'CollectProspect':
      return collect(command, customer, context);
    case 'ResubmitProspect':
      return askRecord((record) => resubmit(command, record, context));
    case 'AcceptProspect':
      return askRecord((record) => accept(command, record, context));
    case 'RejectProspect':
      return askRecord((record) => reject(command, record, context));
    case 'EnterCustomer':
      return askRecord((record) => enter(command, record, context));
    case 'UpdateDataSheet':
      return askKnown(({ sheet }) => updateSheet(command, sheet, context));
    case 'LogContact':
      return askKnown(() => logContact(command, context));

    case 'OpenJourney':
      return ask((entered) => openJourney(entered, context));
    case 'AdvanceStage':
      return askOpen((open) => advance(command, open, context));
    case 'RevertStage':
      return askOpen((open) => revert(command, open, context));
    case 'DecidePurchase':
      return ask((entered) => decidePurchase(command, entered, context));
    case 'CompletePurchase':
      return ask((entered) => completePurchase(command, entered, context));
    case 'CloseJourney':
      return ask((entered) => closeJourney(command, entered, context));
    case 'CorrectJourneyMove':
      return ask((entered) => correctMove(command, entered, context));
    case 'ObserveBuyerStep':
      return ask((entered) => observeBuyerStep(command, entered, context));

    case 'ProposeClass':
      return ask(() => proposeClass(command, context));
    case 'ClassifyCustomer':
      return ask((entered) => classify(command, entered, context));
    case 'LinkDuplicate':
      return ask((entered) => link(command, entered, context));
    case 'UnlinkDuplicate':
      return ask((entered) => unlink(entered, context));

    case 'AssignCustody':
      return ask((entered) => assign(command, entered, context));
    case 'TransferCustody':
      return ask((entered) => transfer(command, entered, context));
    case 'ReleaseToPool':
      return ask((entered) => release(command, entered, context));
    case 'ClaimFromPool':
      return ask((entered) => claim(command, entered, context));
    case 'StartTemporaryCustody':
      return ask((entered) => startTemporary(command, entered, context));
    case 'EndTemporaryCustody':
      return ask((entered) => endTemporary(command, entered, context));
    default:
      return absurd(command);
  }
};
