import type { Instant } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import { defined } from '../checks.js';
import type { Term } from '../playbook/index.js';
import { type Holder, heldBy } from './custody.js';
import type { CustomerEvent } from './events.js';
import type { Entered } from './evolve.js';
import { correctMoves, type Journey, type Move } from './journey.js';
import { updateSheet } from './sheet.js';

/** What an event does to a customer of the dealer; one about a journey that is not there does nothing. */
export const evolveEntered = (customer: Draft<Entered>, event: CustomerEvent): void => {
  const at = event.effectiveAt;
  switch (event.type) {
    case 'JourneyOpened':
      customer.journeys.push({ number: event.data.journey, openedAt: at, start: event.data.stage, moves: [] });
      return;
    case 'StageAdvanced':
      return move(customer, event.data.journey, at, { kind: 'stage', to: event.data.to, way: 'ahead' });
    case 'StageReverted':
      return move(customer, event.data.journey, at, { kind: 'stage', to: event.data.to, way: 'back' });
    case 'PurchaseDecided':
      return move(customer, event.data.journey, at, { kind: 'decided', to: event.data.to });
    case 'PurchaseCompleted':
      return move(customer, event.data.journey, at, { kind: 'completed', ...defined({ amount: event.data.amount }) });
    case 'JourneyClosed':
      return move(customer, event.data.journey, at, {
        kind: 'closed',
        outcome: event.data.outcome,
        reason: event.data.reason,
      });
    case 'JourneyMoveCorrected':
      return correct(customer, event.data);
    case 'BuyerStepObserved':
      return observe(customer, event.data.journey, event.data.step);

    case 'CustodyAssigned':
    case 'CustodyTransferred':
    case 'TemporaryCustodyEnded':
      return hold(customer, heldBy(event.data.to), at);
    case 'ClaimedFromPool':
      return hold(customer, heldBy(event.data.by), at);
    case 'CustodyReleasedToPool':
      return hold(customer, heldBy(undefined), at);
    case 'TemporaryCustodyStarted': {
      const { manager, from, until } = event.data;
      return hold(customer, { kind: 'temporary', manager, ...defined({ before: from, until }) }, at);
    }

    case 'DataSheetUpdated':
      return updateSheet(customer.sheet, event.data);
    case 'CustomerClassified':
      customer.class = { id: event.data.to, policyVersion: event.data.policyVersion, since: at };
      return;
    case 'DuplicateLinked':
      customer.link = { of: event.data.of, since: at };
      return;
    case 'DuplicateUnlinked':
      customer.link = { since: at };
      return;

    case 'ProspectCollected':
    case 'ProspectAccepted':
    case 'ProspectRejected':
    case 'ProspectResubmitted':
    case 'CustomerEntered':
    case 'ContactLogged':
    case 'ClassProposed':
      return;
    default:
      return absurd(event);
  }
};

const hold = (customer: Draft<Entered>, holder: Holder, since: Instant): void => {
  customer.custody = { holder, since };
};

const move = (customer: Draft<Entered>, journey: number, at: Instant, step: Draft<Move['step']>): void => {
  find(customer, journey)?.moves.push({ revision: customer.events - 1, at, step });
};

const observe = (customer: Draft<Entered>, journey: number, step: Term): void => {
  const open = find(customer, journey);
  if (open !== undefined) open.buyerStep = step;
};

const correct = (
  customer: Draft<Entered>,
  { journey, target, replacement }: Extract<CustomerEvent, { type: 'JourneyMoveCorrected' }>['data'],
): void => {
  const corrected = find(customer, journey);
  if (corrected === undefined) return;
  corrected.moves = correctMoves(corrected.moves, target, replacement) as Draft<Move>[];
};

const find = (customer: Draft<Entered>, journey: number): Draft<Journey> | undefined =>
  customer.journeys.find(({ number }) => number === journey);
