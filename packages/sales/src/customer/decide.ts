import type { Moment } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { absurd, pipe } from 'fp-ts/lib/function.js';
import type { PlaybookState } from '../playbook/index.js';
import type { CustomerCommand } from './commands.js';
import { classify, link, proposeClass, unlink } from './decide-class.js';
import { assign, claim, endTemporary, release, startTemporary, transfer } from './decide-custody.js';
import {
  advance,
  closeJourney,
  completePurchase,
  correctMove,
  decidePurchase,
  observeBuyerStep,
  openJourney,
  revert,
} from './decide-journey.js';
import { accept, collect, enter, logContact, reject, resubmit, updateSheet } from './decide-record.js';
import type { Collected, Customer, Entered } from './evolve.js';
import {
  type Check,
  type Decision,
  notInFuture,
  type OpenJourney,
  type Ruled,
  refuse,
  whenEntered,
  whenOpen,
} from './policy.js';

/** What a decision about a customer reads besides the customer. */
export interface CustomerContext extends Moment {
  readonly playbook: PlaybookState;
  /** The customer that a link names; unknown for any other command. */
  readonly other: Customer;
}

/** Answer a command. Asking twice is safe: what is already so yields no events. */
export const decide = (command: CustomerCommand, customer: Customer, context: CustomerContext): Decision => {
  if (context.playbook.phase === 'unpublished') return refuse({ type: 'NoPlaybook' });
  const timely = notInFuture(context);
  if (E.isLeft(timely)) return timely;
  return answer(command, customer, { ...context, rules: context.playbook });
};

const answer = (command: CustomerCommand, customer: Customer, context: Ruled & CustomerContext): Decision => {
  const entered = whenEntered(customer, command.customer);
  const ask = (decision: (entered: Entered) => Decision): Decision => pipe(entered, E.flatMap(decision));
  const askOpen = (decision: (open: OpenJourney) => Decision): Decision =>
    pipe(entered, E.flatMap(whenOpen), E.flatMap(decision));
  const askRecord = (decision: (record: Collected) => Decision): Decision =>
    pipe(whenCollected(customer, command.customer), E.flatMap(decision));

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
      return customer.phase === 'unknown'
        ? refuse({ type: 'CustomerUnknown', customer: command.customer })
        : updateSheet(command, customer.sheet, context);
    case 'LogContact':
      return customer.phase === 'unknown'
        ? refuse({ type: 'CustomerUnknown', customer: command.customer })
        : logContact(command, context);

    case 'OpenJourney':
      return ask((known) => openJourney(known, context));
    case 'AdvanceStage':
      return askOpen((open) => advance(command, open, context));
    case 'RevertStage':
      return askOpen((open) => revert(command, open, context));
    case 'DecidePurchase':
      return ask((known) => decidePurchase(command, known, context));
    case 'CompletePurchase':
      return ask((known) => completePurchase(command, known, context));
    case 'CloseJourney':
      return ask((known) => closeJourney(command, known, context));
    case 'CorrectJourneyMove':
      return ask((known) => correctMove(command, known, context));
    case 'ObserveBuyerStep':
      return askOpen((open) => observeBuyerStep(command, open, context));

    case 'ProposeClass':
      return ask(() => proposeClass(command, context));
    case 'ClassifyCustomer':
      return ask((known) => classify(command, known, context));
    case 'LinkDuplicate':
      return ask((known) => link(command, known, context.other, context));
    case 'UnlinkDuplicate':
      return ask((known) => unlink(known, context));

    case 'AssignCustody':
      return ask((known) => assign(command, known, context));
    case 'TransferCustody':
      return ask((known) => transfer(command, known, context));
    case 'ReleaseToPool':
      return ask((known) => release(command, known, context));
    case 'ClaimFromPool':
      return ask((known) => claim(command, known, context));
    case 'StartTemporaryCustody':
      return ask((known) => startTemporary(command, known, context));
    case 'EndTemporaryCustody':
      return ask((known) => endTemporary(command, known, context));
    default:
      return absurd(command);
  }
};

/** DLR-34: screening and entry come once, in between collection and custody. */
const whenCollected = (customer: Customer, id: string): Check<Collected> => {
  switch (customer.phase) {
    case 'collected':
      return E.right(customer);
    case 'unknown':
      return refuse({ type: 'CustomerUnknown', customer: id });
    case 'entered':
      return refuse({ type: 'CustomerAlreadyEntered' });
  }
};
