import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { BusinessId, Instant, Known, StreamId } from '@millrace/kernel';
import {
  type Customer,
  type CustomerCommand,
  type CustomerContext,
  type CustomerEvent,
  customerEvents,
  customerModule,
  dealership,
  type Playbook,
} from '@millrace/sales';
import { given, publishedPlaybook } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';

/** Nine in the morning, UTC, of a day counted from 1 January 2026. */
export const day = (n: number, time = '09:00:00.000'): Instant => {
  const date = new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10);
  return `${date}T${time}Z` as Instant;
};

/** A millisecond before, or after, an instant. */
export const msFrom = (instant: Instant, by: number): Instant =>
  new Date(Date.parse(instant) + by).toISOString() as Instant;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What decisions are given on a day, under the dealership's rules unless others are named. */
export const on = (n: number, playbook: Playbook = dealership): CustomerContext => ({
  effectiveAt: day(n),
  now: day(n),
  actor: 'operator' as BusinessId,
  role: 'operator' as BusinessId,
  sha256,
  playbook: publishedPlaybook(playbook),
  other: customerModule.decider.initial,
});

type DataOf<Type extends CustomerEvent['type']> = Plain<Extract<CustomerEvent, { type: Type }>['data']>;
type FieldsOf<Type extends CustomerCommand['type']> = Plain<
  Omit<Extract<CustomerCommand, { type: Type }>, 'type' | 'customer'>
>;

/** A type without its brands: stories write ids and terms as plain text. */
type Plain<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? T
      : { readonly [K in keyof T]: Plain<T[K]> };

/** An event of a day, its data checked by its codec. */
export const was = <Type extends CustomerEvent['type']>(
  when: number | Instant,
  type: Type,
  data: DataOf<Type>,
): CustomerEvent => {
  const read = customerEvents.read(type, customerEvents.schemaOf(type), data);
  assert(E.isRight(read), `not the data of ${type}: ${JSON.stringify(read)}`);
  return { type, data: read.right, effectiveAt: typeof when === 'number' ? day(when) : when } as CustomerEvent;
};

/** A command about customer `c1`, read as one from outside. */
export const ask = <Type extends CustomerCommand['type']>(type: Type, fields: FieldsOf<Type>): CustomerCommand => {
  const read = customerModule.commands.read({ type, customer: 'c1', ...(fields as object) });
  assert(E.isRight(read), `no command ${type}: ${JSON.stringify(read)}`);
  return read.right;
};

/** What was read for a decision: the command's own stream, and others by name. */
export const known = <State>(own: State, others: { readonly [stream: string]: unknown } = {}): Known<State> => ({
  own,
  stateOf: <S>(stream: StreamId) => others[stream] as S | undefined,
});

/** The names of the streams a command about a customer reads, once the rules are known. */
export const readsOf = (command: CustomerCommand, customer: Customer = customerModule.decider.initial) =>
  customerModule
    .reads(command, on(30), known(customer, { 'playbook-main': on(30).playbook }))
    .map(({ stream }) => stream);

/** A history, ready to be asked on day 30 unless another context is given. */
export const after = given(customerModule.decider, on(30));

/** Customer `c1` on the way in: collected by ada on day 1, accepted by mia on day 2, entered on day 3. */
export const collected: ReadonlyArray<CustomerEvent> = [
  was(1, 'ProspectCollected', { collectedBy: 'ada', sheet: { source: 'walkIn', mobile: '139' } }),
];
export const accepted = [...collected, was(2, 'ProspectAccepted', { screenedBy: 'mia', selfScreened: false })];
export const rejected = [
  ...collected,
  was(2, 'ProspectRejected', { screenedBy: 'mia', selfScreened: false, reason: 'incomplete' }),
];

/** Entered and at the first stage, in the custody of ada. */
export const entered = [
  ...accepted,
  was(3, 'CustomerEntered', { collectedBy: 'ada', source: 'walkIn', custodian: 'ada' }),
  was(3, 'JourneyOpened', { journey: 1, stage: 'prospect' }),
];

/** Entered into the pool. */
export const pooled = [
  ...accepted,
  was(3, 'CustomerEntered', { collectedBy: 'ada', source: 'walkIn' }),
  was(3, 'JourneyOpened', { journey: 1, stage: 'prospect' }),
];

/** A shopper since day 5: the move has revision 4. */
export const shopper = [
  ...entered,
  was(5, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'shopper', evidence: { note: 'compares two' } }),
];

/** Lost on day 8, for its price: the closing has revision 5. */
export const lost = [...shopper, was(8, 'JourneyClosed', { journey: 1, outcome: 'lost', reason: 'price' })];

/** A buyer since day 7: the move has revision 5. */
export const decided = [...shopper, was(7, 'PurchaseDecided', { journey: 1, from: 'shopper', to: 'buyer' })];

/** Won on day 9 for 250,000 CNY: the move has revision 6. */
export const won = [
  ...decided,
  was(9, 'PurchaseCompleted', { journey: 1, amount: { minor: 25_000_000, currency: 'CNY' } }),
];

/** A playbook with something in place of what the dealership has. */
export const dealershipWith = (customer: Partial<Playbook['customer']>): Playbook => ({
  ...dealership,
  customer: { ...dealership.customer, ...customer },
});
