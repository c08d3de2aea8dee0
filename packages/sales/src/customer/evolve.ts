import type { BusinessId, Evolve, Instant } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import type { Term } from '../playbook/index.js';
import type { CustomerEvent } from './events.js';
import { correctMoves, type Journey, type Move } from './journey.js';
import type { DataSheet, SheetFields } from './sheet.js';

/** What `decide` must know, and not one field more; views belong to projections. */
export type Customer = Unknown | Collected | Entered;

interface Counted {
  /** Events so far: the revision that the next one will have. */
  readonly events: number;
}

export interface Unknown extends Counted {
  readonly phase: 'unknown';
}

/** Collected and not yet entered. */
export interface Collected extends Counted {
  readonly phase: 'collected';
  readonly status: 'pending' | 'accepted' | 'rejected';
  readonly collectedBy: BusinessId;
  readonly sheet: DataSheet;
  readonly since: Instant;
}

/** Who holds a customer: always exactly one of these. @source OWN-1 */
export type Holder =
  | { readonly kind: 'pool' }
  | { readonly kind: 'custodian'; readonly person: BusinessId }
  | { readonly kind: 'temporary'; readonly manager: BusinessId; readonly before?: BusinessId };

export interface Entered extends Counted {
  readonly phase: 'entered';
  readonly sheet: DataSheet;
  /** In order of number, the last one open or closed. */
  readonly journeys: ReadonlyArray<Journey>;
  readonly holder: Holder;
  readonly heldSince: Instant;
  /** Absent until first classified. */
  readonly class?: { readonly id: Term; readonly since: Instant };
  readonly duplicateOf?: BusinessId;
}

export const initial: Customer = { phase: 'unknown', events: 0 };

/** A change of phase returns a new state; a change within a phase edits the draft. */
export const evolve: Evolve<Customer, CustomerEvent> = (customer, event) => {
  if (event.type === 'ProspectCollected') return collected(customer, event);
  if (event.type === 'CustomerEntered') return entered(customer, event);
  customer.events += 1;
  if (customer.phase === 'collected') evolveCollected(customer, event);
  if (customer.phase === 'entered') evolveEntered(customer, event);
  return undefined;
};

type Of<Type extends CustomerEvent['type']> = Extract<CustomerEvent, { type: Type }>;

const collected = ({ events }: Counted, { data, effectiveAt }: Of<'ProspectCollected'>): Draft<Collected> => ({
  phase: 'collected',
  events: events + 1,
  status: 'pending',
  collectedBy: data.collectedBy,
  sheet: { ...data.sheet } as Draft<DataSheet>,
  since: effectiveAt,
});

const entered = (record: Draft<Customer>, { data, effectiveAt }: Of<'CustomerEntered'>): Draft<Entered> => ({
  phase: 'entered',
  events: record.events + 1,
  sheet: record.phase === 'unknown' ? { source: data.source } : record.sheet,
  journeys: [],
  holder: { kind: 'pool' },
  heldSince: effectiveAt,
});

const evolveCollected = (record: Draft<Collected>, event: CustomerEvent): void => {
  switch (event.type) {
    case 'ProspectAccepted':
      return screened(record, 'accepted', event.effectiveAt);
    case 'ProspectRejected':
      return screened(record, 'rejected', event.effectiveAt);
    case 'ProspectResubmitted':
      return screened(record, 'pending', event.effectiveAt);
    case 'DataSheetUpdated':
      return updateSheet(record.sheet, event.data.changes, event.data.cleared);
    default:
      return;
  }
};

const screened = (record: Draft<Collected>, status: Collected['status'], at: Instant): void => {
  record.status = status;
  record.since = at;
};

const updateSheet = (sheet: Draft<DataSheet>, changes: SheetFields, cleared: ReadonlyArray<string>): void => {
  Object.assign(sheet, changes);
  for (const field of cleared) delete sheet[field as keyof SheetFields];
};

const evolveEntered = (customer: Draft<Entered>, event: CustomerEvent): void => {
  const at = event.effectiveAt;
  switch (event.type) {
    case 'JourneyOpened':
      customer.journeys.push({ number: event.data.journey, openedAt: at, start: event.data.stage, moves: [] });
      return;
    case 'StageAdvanced':
    case 'StageReverted':
      return move(customer, event.data.journey, at, { kind: 'stage', to: event.data.to });
    case 'PurchaseDecided':
      return move(customer, event.data.journey, at, { kind: 'decided', to: event.data.to });
    case 'PurchaseCompleted': {
      const { amount } = event.data;
      return move(customer, event.data.journey, at, {
        kind: 'completed',
        ...(amount === undefined ? {} : { amount: { ...amount } }),
      });
    }
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
      return hold(customer, { kind: 'custodian', person: event.data.to }, at);
    case 'ClaimedFromPool':
      return hold(customer, { kind: 'custodian', person: event.data.by }, at);
    case 'PlacedInPool':
    case 'CustodyReleasedToPool':
      return hold(customer, { kind: 'pool' }, at);
    case 'TemporaryCustodyStarted': {
      const { manager, from } = event.data;
      return hold(customer, { kind: 'temporary', manager, ...(from === undefined ? {} : { before: from }) }, at);
    }
    case 'TemporaryCustodyEnded': {
      const { to } = event.data;
      return hold(customer, to === undefined ? { kind: 'pool' } : { kind: 'custodian', person: to }, at);
    }

    case 'DataSheetUpdated':
      return updateSheet(customer.sheet, event.data.changes, event.data.cleared);
    case 'CustomerClassified':
      customer.class = { id: event.data.to, since: at };
      return;
    case 'DuplicateLinked':
      customer.duplicateOf = event.data.of;
      return;
    case 'DuplicateUnlinked':
      delete customer.duplicateOf;
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

const hold = (customer: Draft<Entered>, holder: Draft<Holder>, at: Instant): void => {
  customer.holder = holder;
  customer.heldSince = at;
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
  { journey, target, replacement }: Of<'JourneyMoveCorrected'>['data'],
): void => {
  const corrected = find(customer, journey);
  if (corrected === undefined) return;
  corrected.moves = correctMoves(corrected.moves, target, replacement) as Draft<Move>[];
};

const find = (customer: Draft<Entered>, journey: number): Draft<Journey> | undefined =>
  customer.journeys.find(({ number }) => number === journey);
