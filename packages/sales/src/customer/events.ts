/**
 * What can have happened to a customer: record, journeys, custody, class, links.
 *
 * The type names and field names are the storage format, so this file is append-only: a new
 * meaning is a new event, never an edited one.
 *
 * @source requirements DLR-7..15, 18, 30, 33, 34, 48..50, ORG-33..35, Q5..Q8, Q28, Q29
 */
import { BusinessId, type EventOf, eventSet, Instant, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term } from '../playbook/index.js';
import { DataSheet, SheetField, SheetFields } from './sheet.js';
import { ContactNote, Evidence } from './terms.js';

/** The number of a journey of this customer, from 1. */
const Journey = SafeInteger;

const specs = {
  /** A seller wrote down a prospect. */
  ProspectCollected: { data: struct({ customer: BusinessId, collectedBy: BusinessId, sheet: DataSheet }) },
  /** A rejected prospect was handed in again. */
  ProspectResubmitted: { data: struct({ resubmittedBy: BusinessId }) },
  ProspectAccepted: { data: struct({ screenedBy: BusinessId, selfScreened: t.boolean }) },
  ProspectRejected: { data: struct({ screenedBy: BusinessId, selfScreened: t.boolean, reason: Term }) },
  /** The accepted data became a customer of the dealer; its journey and custody begin in the same append. */
  CustomerEntered: { data: struct({ collectedBy: BusinessId, source: Term }) },
  DataSheetUpdated: { data: struct({ changes: SheetFields, cleared: t.readonlyArray(SheetField) }) },
  ContactLogged: { data: struct({ by: BusinessId, contactType: Term }, { message: ContactNote }) },

  JourneyOpened: { data: struct({ journey: Journey, stage: Term }) },
  StageAdvanced: { data: struct({ journey: Journey, from: Term, to: Term }, { evidence: Evidence }) },
  StageReverted: { data: struct({ journey: Journey, from: Term, to: Term, reason: Term }) },
  /** The customer decided to buy: a buyer from here on. */
  PurchaseDecided: { data: struct({ journey: Journey, from: Term, to: Term }, { evidence: Evidence }) },
  /** The purchase was made: the journey is won. */
  PurchaseCompleted: { data: struct({ journey: Journey }, { amount: Money }) },
  JourneyClosed: {
    data: struct({
      journey: Journey,
      outcome: t.keyof({ lost: null, disqualified: null, dormant: null }),
      reason: Term,
    }),
  },
  /** A move recorded by mistake: void where there is no replacement. In force from the earlier of the two times. */
  JourneyMoveCorrected: {
    data: struct(
      { journey: Journey, target: SafeInteger, reason: Term },
      { replacement: struct({ effectiveAt: Instant }, { to: Term }) },
    ),
  },
  BuyerStepObserved: { data: struct({ journey: Journey, step: Term, outOfSequence: t.boolean }) },

  ClassProposed: { data: struct({ class: Term, proposedBy: BusinessId }) },
  CustomerClassified: {
    data: struct(
      { from: Term, to: Term, policyVersion: t.string, won: t.readonlyArray(Money) },
      { relationship: Term },
    ),
  },

  /** This customer is a duplicate of another; nothing is merged. */
  DuplicateLinked: { data: struct({ of: BusinessId }) },
  DuplicateUnlinked: { data: struct({ of: BusinessId }) },

  CustodyAssigned: { data: struct({ to: BusinessId }, { reason: Term }) },
  CustodyTransferred: { data: struct({ from: BusinessId, to: BusinessId, reason: Term }) },
  /** Entered into the pool: nobody has custody yet. */
  PlacedInPool: { data: struct({}) },
  CustodyReleasedToPool: { data: struct({ from: BusinessId, reason: Term }) },
  ClaimedFromPool: { data: struct({ by: BusinessId }) },
  TemporaryCustodyStarted: { data: struct({ manager: BusinessId }, { from: BusinessId, until: Instant }) },
  /** Left to a custodian, or to the pool where nobody is named. */
  TemporaryCustodyEnded: { data: struct({ manager: BusinessId }, { to: BusinessId }) },
};

export type CustomerEvent = EventOf<typeof specs>;
export const customerEvents = eventSet('customer', specs);
