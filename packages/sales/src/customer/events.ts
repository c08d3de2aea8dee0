/**
 * What can have happened to a customer: record, journeys, custody, class, links.
 *
 * The type names and field names are the storage format, so this file is append-only: a new
 * meaning is a new event, never an edited one. `from` is where the journey stood when the move was
 * recorded; a correction does not rewrite it.
 *
 * @source requirements DLR-7..15, 18, 30, 33, 34, 47..50, ORG-33..35, Q1, Q4, Q5, Q8, Q28, Q29
 */
import { BusinessId, type EventOf, eventSet, Instant, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term } from '../playbook/index.js';
import { ClearableField, DataSheet, SheetFields } from './sheet.js';
import { Closing, ContactNote, Evidence } from './terms.js';

/** The number of a journey of this customer, from 1. */
const Journey = SafeInteger;

const specs = {
  /** A seller wrote down a prospect. */
  ProspectCollected: { data: struct({ collectedBy: BusinessId, sheet: DataSheet }) },
  /** A rejected prospect was handed in again. */
  ProspectResubmitted: { data: struct({ resubmittedBy: BusinessId }) },
  ProspectAccepted: { data: struct({ screenedBy: BusinessId, selfScreened: t.boolean }) },
  ProspectRejected: { data: struct({ screenedBy: BusinessId, selfScreened: t.boolean, reason: Term }) },
  /**
   * The accepted data became a customer of the dealer, in the custody of `custodian` or, where nobody
   * is named, in the pool. Collector and source are those of that moment.
   */
  CustomerEntered: { data: struct({ collectedBy: BusinessId, source: Term }, { custodian: BusinessId }) },
  DataSheetUpdated: { data: struct({ changes: SheetFields, cleared: t.readonlyArray(ClearableField) }) },
  ContactLogged: { data: struct({ by: BusinessId, contactType: Term }, { message: ContactNote }) },

  JourneyOpened: { data: struct({ journey: Journey, stage: Term }) },
  StageAdvanced: { data: struct({ journey: Journey, from: Term, to: Term }, { evidence: Evidence }) },
  StageReverted: { data: struct({ journey: Journey, from: Term, to: Term, reason: Term }) },
  /** The customer decided to buy: a buyer from here on. */
  PurchaseDecided: { data: struct({ journey: Journey, from: Term, to: Term }, { evidence: Evidence }) },
  /** The purchase was made: the journey is won. */
  PurchaseCompleted: { data: struct({ journey: Journey }, { amount: Money }) },
  JourneyClosed: { data: struct({ journey: Journey, outcome: Closing, reason: Term }) },
  /**
   * The move recorded at revision `target` was a mistake: void where there is no replacement. It is
   * effective from the earlier of the two times, from where the journey reads otherwise.
   */
  JourneyMoveCorrected: {
    data: struct(
      { journey: Journey, target: SafeInteger, reason: Term },
      { replacement: struct({ effectiveAt: Instant }, { to: Term, evidence: Evidence }) },
    ),
  },
  /** The buyer's own step was seen; one out of sequence is marked. */
  BuyerStepObserved: { data: struct({ journey: Journey, step: Term, outOfSequence: t.boolean }) },

  ClassProposed: { data: struct({ class: Term, proposedBy: BusinessId }) },
  /** The standard gave the class: its version, and all that it was given. */
  CustomerClassified: {
    data: struct(
      { from: Term, to: Term, policyVersion: t.string, won: t.readonlyArray(Money) },
      { relationship: Term },
    ),
  },

  /** This customer is a duplicate of another; nothing is merged. */
  DuplicateLinked: { data: struct({ of: BusinessId }) },
  DuplicateUnlinked: { data: struct({ of: BusinessId }) },

  /** Out of the pool, by whoever distributes. */
  CustodyAssigned: { data: struct({ to: BusinessId }, { reason: Term }) },
  CustodyTransferred: { data: struct({ from: BusinessId, to: BusinessId, reason: Term }) },
  CustodyReleasedToPool: { data: struct({ from: BusinessId, reason: Term }) },
  /** Out of the pool, by the seller's own hand. */
  ClaimedFromPool: { data: struct({ by: BusinessId }) },
  /** A manager stands in; `from` is who had custody, and nobody where it was the pool. */
  TemporaryCustodyStarted: { data: struct({ manager: BusinessId }, { from: BusinessId, until: Instant }) },
  /** Left to a custodian, or to the pool where nobody is named. */
  TemporaryCustodyEnded: { data: struct({ manager: BusinessId }, { to: BusinessId }) },
};

export type CustomerEvent = EventOf<typeof specs>;
export const customerEvents = eventSet('customer', specs);
