/** The rules of a customer, named. Each says in its first line where it comes from. */
import type { Instant, Moment } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { type ListName, type PlaybookInForce, rankOf, termsOf } from '../playbook/index.js';
import type { CustomerRefusal, Dimension } from './commands.js';
import type { CustomerEvent } from './events.js';
import type { Customer, Entered } from './evolve.js';
import { type Journey, type Standing, standingOf } from './journey.js';
import { hasContactDatum, type SheetFields } from './sheet.js';
import type { Evidence } from './terms.js';

/** What a decision about a customer is given, a playbook in force included. */
export interface Ruled extends Moment {
  readonly rules: PlaybookInForce;
}

export type Decision = E.Either<CustomerRefusal, ReadonlyArray<CustomerEvent>>;
export type Check<A = undefined> = E.Either<CustomerRefusal, A>;

export const ok: Check = E.right(undefined);
export const refuse = (refusal: CustomerRefusal): E.Either<CustomerRefusal, never> => E.left(refusal);

/** The first of `checks` that refuses, or `events`. The order of the checks is the policy. */
export const unless = (checks: ReadonlyArray<Check<unknown>>, events: () => ReadonlyArray<CustomerEvent>): Decision => {
  const refusal = checks.find(E.isLeft);
  return refusal ?? E.right(events());
};

/** Design decision 11: what has not happened yet is not recorded. */
export const notInFuture = ({ effectiveAt, now }: Moment): Check =>
  effectiveAt <= now ? ok : refuse({ type: 'EffectiveInFuture', effectiveAt, now });

/** Design decision 11: moves of one dimension never go back in effective time. */
export const notBefore = (dimension: Dimension, last: Instant, { effectiveAt }: Moment): Check =>
  effectiveAt >= last ? ok : refuse({ type: 'EffectiveBeforeLast', dimension, last });

/** Style: no free-text reasons; what is named is in the playbook. */
export const isTerm = (list: ListName, id: string, { rules }: Ruled): Check =>
  termsOf(rules.playbook.customer, list).some((term) => term.id === id)
    ? ok
    : refuse({ type: 'UndefinedTerm', list, id });

export const isStage = (id: string, { rules }: Ruled): Check =>
  rankOf(rules.playbook.customer, id) < 0 ? refuse({ type: 'UndefinedTerm', list: 'stages', id }) : ok;

/** DLR-18: a prospect is somebody we can reach. */
export const reachable = (sheet: SheetFields): Check =>
  hasContactDatum(sheet) ? ok : refuse({ type: 'ContactDatumMissing' });

/** DLR-9: some stages are entered on recorded evidence only. */
export const evidenced = (stage: string, evidence: Evidence | undefined, { rules }: Ruled): Check => {
  const needed = rules.playbook.customer.evidenceFor.some((name) => name === stage);
  const given = evidence !== undefined && (evidence.note.trim() !== '' || (evidence.traits ?? []).length > 0);
  return given || !needed ? ok : refuse({ type: 'EvidenceMissing', stage });
};

/** DLR-34: a customer has journeys, custody and class only once entered. */
export const whenEntered = (customer: Customer, id: string): Check<Entered> => {
  if (customer.phase === 'entered') return E.right(customer);
  return customer.phase === 'unknown'
    ? refuse({ type: 'CustomerUnknown', customer: id })
    : refuse({ type: 'CustomerNotEntered', status: customer.status });
};

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
