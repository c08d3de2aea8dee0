/** The rules of a customer, named. Each says in its first line where it comes from. */
import { type BusinessId, type Instant, later, type Money } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import { notBefore } from '../dating.js';
import { fit, initial as unknownPerson } from '../person/readable.js';
import { firstStageOf, type ListName, rankOf, type Term, termsOf } from '../playbook/index.js';
import type { Ruled } from './context.js';
import type { Holder } from './custody.js';
import type { Collected, Customer, Entered } from './evolve.js';
import { type Journey, type Standing, standingOf } from './journey.js';
import type { Check } from './refusals.js';
import { hasContactDatum, type SheetFields } from './sheet.js';
import { type Evidence, isEvidence } from './terms.js';

/** Style: no free-text reasons; what is named is in the playbook. Nothing named, nothing wrong. */
export const isTerm = (list: ListName, id: string | undefined, { rules }: Ruled): Check =>
  id === undefined || termsOf(rules.playbook.customer, list).some((term) => term.id === id)
    ? ok
    : refuse({ type: 'UndefinedTerm', list, id });

/** DLR-7: a journey opens at the first stage. */
export const firstStage = ({ rules }: Ruled): Term => firstStageOf(rules.playbook.customer);

/** DLR-7: the stages are those of the playbook. */
export const isStage = (id: string, { rules }: Ruled): Check =>
  rankOf(rules.playbook.customer, id) < 0 ? refuse({ type: 'UndefinedTerm', list: 'stages', id }) : ok;

/** ORG-34: the classes are those of the playbook. */
export const isClass = (id: string, { rules }: Ruled): Check =>
  rules.playbook.customer.classification.classes.some((entry) => entry.id === id)
    ? ok
    : refuse({ type: 'UndefinedTerm', list: 'classes', id });

/** DLR-34: screening and entry come once, in between collection and custody. */
export const whenCollected = (customer: Customer, id: string): Check<Collected> => {
  switch (customer.phase) {
    case 'collected':
      return E.right(customer);
    case 'unknown':
      return refuse({ type: 'CustomerUnknown', customer: id });
    case 'entered':
      return refuse({ type: 'CustomerAlreadyEntered' });
  }
};

/** DLR-34: a customer has journeys, custody and class only once entered. */
export const whenEntered = (customer: Customer, id: string): Check<Entered> => {
  switch (customer.phase) {
    case 'entered':
      return E.right(customer);
    case 'unknown':
      return refuse({ type: 'CustomerUnknown', customer: id });
    case 'collected':
      return refuse({ type: 'CustomerNotEntered', status: customer.screening.status });
  }
};

/** DLR-30, DLR-50: the sheet and the contacts begin with the collection. */
export const whenKnown = (customer: Customer, id: string): Check<Collected | Entered> =>
  customer.phase === 'unknown' ? refuse({ type: 'CustomerUnknown', customer: id }) : E.right(customer);

/** DLR-18: a prospect is somebody we can reach. */
export const reachable = (sheet: SheetFields): Check =>
  hasContactDatum(sheet) ? ok : refuse({ type: 'ContactDatumMissing' });

/** DLR-34: only what is pending is screened. */
export const pending = ({ screening: { status } }: Collected): Check =>
  status === 'pending' ? ok : refuse({ type: 'ProspectNotPending', status });

/** Q28: by another than the collector, where the playbook insists. */
export const mayScreen = (screenedBy: string, { collectedBy }: Collected, { rules }: Ruled): Check =>
  screenedBy === collectedBy && rules.playbook.customer.selfScreening === 'refused'
    ? refuse({ type: 'SelfScreeningForbidden', collectedBy })
    : ok;

/** Design decision 11, of the record: from collection over screening to entry. */
export const recordOnTime = ({ since }: Collected, context: Ruled): Check => notBefore('record', since, context);

/** A journey that is open, and where it stands. */
export interface OpenJourney {
  readonly journey: Journey;
  readonly standing: Standing;
}

/** The last journey and where it stands, open or closed; none before the first is opened. */
export const lastJourney = ({ journeys }: Entered): OpenJourney | undefined => {
  const journey = journeys.at(-1);
  return journey && { journey, standing: standingOf(journey) };
};

/** Q8: a closed journey does not move; a new one is opened. */
export const whenOpen = (customer: Entered): Check<OpenJourney> => {
  const last = lastJourney(customer);
  return last === undefined || last.standing.outcome !== undefined ? refuse({ type: 'NoOpenJourney' }) : E.right(last);
};

/** DLR-15: the buyer's steps are those of a journey that is open or was won: the purchase made is the last of them. */
export const whenObservable = (customer: Entered): Check<Journey> => {
  const last = lastJourney(customer);
  const outcome = last?.standing.outcome;
  return last === undefined || (outcome !== undefined && outcome !== 'won')
    ? refuse({ type: 'NoOpenJourney' })
    : E.right(last.journey);
};

/** DLR-7, Q8: ahead is a higher rank, skips included. */
export const ahead = (from: string, to: string, { rules }: Ruled): Check =>
  rankOf(rules.playbook.customer, to) > rankOf(rules.playbook.customer, from)
    ? ok
    : refuse({ type: 'StageNotAhead', from, to });

/** Q8: back is a lower rank. */
export const behind = (from: string, to: string, { rules }: Ruled): Check =>
  rankOf(rules.playbook.customer, to) < rankOf(rules.playbook.customer, from)
    ? ok
    : refuse({ type: 'StageNotBehind', from, to });

/** Q5, DLR-10: a buyer is made by a decided purchase and by nothing else. */
export const noPurchaseStage = (stage: string, { rules }: Ruled): Check =>
  stage === rules.playbook.customer.purchaseStage ? refuse({ type: 'StageNeedsDecidedPurchase', stage }) : ok;

/** DLR-9: some stages are entered on recorded evidence only. */
export const evidenced = (stage: string, evidence: Evidence | undefined, { rules }: Ruled): Check => {
  const needed = rules.playbook.customer.evidenceFor.some((name) => name === stage);
  return !needed || (evidence !== undefined && isEvidence(evidence)) ? ok : refuse({ type: 'EvidenceMissing', stage });
};

/** Q5: what was not decided is not completed. */
export const purchaseDecided = ({ decided, stage }: Standing): Check =>
  decided ? ok : refuse({ type: 'PurchaseNotDecided', stage });

/** ORG-35: nobody is paid for buying. */
export const notBelowZero = (amount: Money | undefined): Check =>
  amount === undefined || amount.minor >= 0 ? ok : refuse({ type: 'AmountBelowZero', amount });

/** Design decision 11, of journeys: also a new one begins where the last one ended, or later. */
export const journeyOnTime = ({ since }: Pick<Standing, 'since'>, context: Ruled): Check =>
  notBefore('journey', since, context);

/** OWN-1: only what nobody holds is assigned or claimed. */
export const inPool = (holder: Holder): Check => {
  switch (holder.kind) {
    case 'pool':
      return ok;
    case 'custodian':
      return refuse({ type: 'NotInPool', holder: holder.person });
    case 'temporary':
      return refuse({ type: 'UnderTemporaryCustody', manager: holder.manager });
  }
};

/** OWN-1: only what somebody holds, and not for the time being, is transferred or released. */
export const inCustody = (holder: Holder): Check<BusinessId> => {
  switch (holder.kind) {
    case 'custodian':
      return E.right(holder.person);
    case 'pool':
      return refuse({ type: 'InPool' });
    case 'temporary':
      return refuse({ type: 'UnderTemporaryCustody', manager: holder.manager });
  }
};

/** OWN-13: temporary custody ends after it began. */
export const hasLength = (until: Instant | undefined, { effectiveAt: from }: Ruled): Check =>
  until === undefined || until > from ? ok : refuse({ type: 'TemporaryCustodyWithoutLength', from, until });

/** OWN-2, design decision 11: custody is one unbroken row of intervals. */
export const custodyOnTime = ({ custody: { since } }: Entered, context: Ruled): Check =>
  notBefore('custody', since, context);

/** Design decision 11, of the class: from entry on. */
export const classOnTime = (customer: Entered, context: Ruled): Check =>
  notBefore('class', customer.class?.since ?? customer.enteredAt, context);

/** FUN-19, design decision 11, of links: from when both customers are entered. */
export const linkOnTime = ({ link, enteredAt }: Entered, other: Entered | undefined, context: Ruled): Check =>
  notBefore('link', later(link?.since ?? enteredAt, other?.enteredAt ?? enteredAt), context);

/** I-23: a link leads to a customer that is nobody's duplicate itself. */
export const linkable = (other: Customer, of: string): Check<Entered> => {
  if (other.phase !== 'entered') return refuse({ type: 'DuplicateTargetNotEntered', customer: of });
  const root = other.link?.of;
  return root === undefined ? E.right(other) : refuse({ type: 'DuplicateTargetIsDuplicate', customer: of, of: root });
};

/** ORG-12, DLR-33, OWN-4: custody is for people who are there and fit for it. */
export const fitForCustody = (person: BusinessId | undefined, { rules, receiver, effectiveAt }: Ruled): Check =>
  person === undefined
    ? ok
    : (fit(person, receiver ?? unknownPerson, 'custody', rules.playbook.people, effectiveAt).find(E.isLeft) ?? ok);
