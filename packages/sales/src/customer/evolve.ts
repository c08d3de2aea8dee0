import type { BusinessId, Evolve, Instant } from '@millrace/kernel';
import type { Draft } from 'immer';
import type { Term } from '../playbook/index.js';
import { heldBy } from './custody.js';
import type { CustomerEvent } from './events.js';
import { type Counted, type Entered, evolveEntered } from './evolve-entered.js';
import { type DataSheet, updateSheet } from './sheet.js';

export type { Entered };

/** What `decide` must know, and not one field more; views belong to projections. */
export type Customer = Unknown | Collected | Entered;

interface Unknown extends Counted {
  readonly phase: 'unknown';
}

/** Where the screening of collected data stands. */
export type Screening =
  | { readonly status: 'pending' }
  | { readonly status: 'accepted' }
  | { readonly status: 'rejected'; readonly reason: Term };

/** Collected and not yet entered. */
export interface Collected extends Counted {
  readonly phase: 'collected';
  readonly screening: Screening;
  readonly collectedBy: BusinessId;
  readonly sheet: DataSheet;
  readonly since: Instant;
}

export const initial: Customer = { phase: 'unknown', events: 0 };

/** A change of phase returns a new state; a change within a phase edits the draft. */
export const evolve: Evolve<Customer, CustomerEvent> = (customer, event) => {
  if (event.type === 'ProspectCollected') return collected(customer, event);
  if (event.type === 'CustomerEntered') return entered(customer, event);
  customer.events += 1;
  switch (event.type) {
    case 'ProspectAccepted':
    case 'ProspectRejected':
    case 'ProspectResubmitted':
      if (customer.phase === 'collected') screened(customer, event);
      return undefined;
    case 'DataSheetUpdated':
      if (customer.phase !== 'unknown') updateSheet(customer.sheet, event.data);
      return undefined;
    case 'ContactLogged':
    case 'ClassProposed':
      return undefined;
    default:
      if (customer.phase === 'entered') evolveEntered(customer, event);
      return undefined;
  }
};

type Of<Type extends CustomerEvent['type']> = Extract<CustomerEvent, { type: Type }>;

const collected = ({ events }: Counted, { data, effectiveAt }: Of<'ProspectCollected'>): Draft<Collected> => ({
  phase: 'collected',
  events: events + 1,
  screening: { status: 'pending' },
  collectedBy: data.collectedBy,
  sheet: { ...data.sheet } as Draft<DataSheet>,
  since: effectiveAt,
});

const entered = (record: Draft<Customer>, { data, effectiveAt }: Of<'CustomerEntered'>): Draft<Entered> => ({
  phase: 'entered',
  events: record.events + 1,
  enteredAt: effectiveAt,
  sheet: record.phase === 'unknown' ? { source: data.source } : record.sheet,
  journeys: [],
  custody: { holder: heldBy(data.custodian), since: effectiveAt },
});

const screened = (
  record: Draft<Collected>,
  event: Of<'ProspectAccepted' | 'ProspectRejected' | 'ProspectResubmitted'>,
): void => {
  record.screening = screeningBy(event);
  record.since = event.effectiveAt;
};

const screeningBy = (event: Of<'ProspectAccepted' | 'ProspectRejected' | 'ProspectResubmitted'>): Screening => {
  switch (event.type) {
    case 'ProspectAccepted':
      return { status: 'accepted' };
    case 'ProspectRejected':
      return { status: 'rejected', reason: event.data.reason };
    case 'ProspectResubmitted':
      return { status: 'pending' };
  }
};
