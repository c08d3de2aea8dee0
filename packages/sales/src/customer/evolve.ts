import type { BusinessId, Evolve, Instant } from '@millrace/kernel';
import type { Draft } from 'immer';
import type { Term } from '../playbook/index.js';
import { type Holder, heldBy } from './custody.js';
import type { CustomerEvent } from './events.js';
import { evolveEntered } from './evolve-entered.js';
import type { Journey } from './journey.js';
import { type DataSheet, updateSheet } from './sheet.js';

/** What `decide` must know, and not one field more; views belong to projections. */
export type Customer = Unknown | Collected | Entered;

interface Counted {
  /** Events so far: the revision that the next one will have. */
  readonly events: number;
}

export interface Unknown extends Counted {
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

/** A customer of the dealer, until for ever. Each dimension knows when it last moved. */
export interface Entered extends Counted {
  readonly phase: 'entered';
  readonly enteredAt: Instant;
  readonly sheet: DataSheet;
  /** In order of number, the last one open or closed. */
  readonly journeys: ReadonlyArray<Journey>;
  readonly custody: { readonly holder: Holder; readonly since: Instant };
  /** Absent until first classified. */
  readonly class?: { readonly id: Term; readonly policyVersion: string; readonly since: Instant };
  /** Absent until first linked; `of` is absent once unlinked. */
  readonly link?: { readonly of?: BusinessId; readonly since: Instant };
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

const evolveCollected = (record: Draft<Collected>, event: CustomerEvent): void => {
  switch (event.type) {
    case 'ProspectAccepted':
      return screened(record, { status: 'accepted' }, event.effectiveAt);
    case 'ProspectRejected':
      return screened(record, { status: 'rejected', reason: event.data.reason }, event.effectiveAt);
    case 'ProspectResubmitted':
      return screened(record, { status: 'pending' }, event.effectiveAt);
    case 'DataSheetUpdated':
      return updateSheet(record.sheet, event.data);
    default:
      return;
  }
};

const screened = (record: Draft<Collected>, screening: Screening, at: Instant): void => {
  record.screening = screening;
  record.since = at;
};
