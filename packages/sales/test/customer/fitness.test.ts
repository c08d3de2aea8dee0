import { type BusinessId, replay } from '@millrace/kernel';
import {
  type CustomerCommand,
  type CustomerContext,
  type CustomerEvent,
  customerModule,
  type PeopleRules,
  type Person,
  type PersonEvent,
  personModule,
  salesOrganisation,
} from '@millrace/sales';
import { publishedPlaybook } from '@millrace/testing';
import { describe, expect, test } from 'vitest';
import { peopleWith, wasOf } from '../support/staff-story.js';
import { accepted, after, ask, day, entered, known, msFrom, on, pooled, was } from '../support/story.js';

const standIn = [...entered, was(10, 'TemporaryCustodyStarted', { manager: 'mia', from: 'ada' })];
const poolStandIn = [...pooled, was(10, 'TemporaryCustodyStarted', { manager: 'mia' })];

/** A way into custody, and whose record it reads. */
interface Way {
  readonly history: ReadonlyArray<CustomerEvent>;
  readonly command: CustomerCommand;
  readonly receiver: string;
  readonly events: ReadonlyArray<Parameters<typeof was>>;
}

const journeyOpened = [30, 'JourneyOpened', { journey: 1, stage: 'prospect' }] as Parameters<typeof was>;
const enteredFor = { collectedBy: 'ada', source: 'walkIn', custodian: 'bob' };

const ways: { readonly [name: string]: Way } = {
  entry: {
    history: accepted,
    command: ask('EnterCustomer', { custodian: 'bob' }),
    receiver: 'bob',
    events: [[30, 'CustomerEntered', enteredFor] as Parameters<typeof was>, journeyOpened],
  },
  assignment: {
    history: pooled,
    command: ask('AssignCustody', { to: 'bob' }),
    receiver: 'bob',
    events: [[30, 'CustodyAssigned', { to: 'bob' }]],
  },
  transfer: {
    history: entered,
    command: ask('TransferCustody', { to: 'bob', reason: 'workload' }),
    receiver: 'bob',
    events: [[30, 'CustodyTransferred', { from: 'ada', to: 'bob', reason: 'workload' }]],
  },
  claim: {
    history: pooled,
    command: ask('ClaimFromPool', { by: 'bob' }),
    receiver: 'bob',
    events: [[30, 'ClaimedFromPool', { by: 'bob' }]],
  },
  'standing in': {
    history: entered,
    command: ask('StartTemporaryCustody', { manager: 'mia' }),
    receiver: 'mia',
    events: [[30, 'TemporaryCustodyStarted', { manager: 'mia', from: 'ada' }]],
  },
  'return to who is named': {
    history: standIn,
    command: ask('EndTemporaryCustody', { to: 'bob' }),
    receiver: 'bob',
    events: [[30, 'TemporaryCustodyEnded', { manager: 'mia', to: 'bob' }]],
  },
  'return to who had it': {
    history: standIn,
    command: ask('EndTemporaryCustody', {}),
    receiver: 'ada',
    events: [[30, 'TemporaryCustodyEnded', { manager: 'mia', to: 'ada' }]],
  },
};

/** Everything asked of who takes on custody. */
const strict: Partial<PeopleRules> = { qualifiedFor: ['custody'], dataTermsFor: ['custody'] };

const record = (...events: ReadonlyArray<PersonEvent>): Person => replay(personModule.decider, events);
const here = wasOf(1, 'StaffJoined', { person: 'x', name: 'X' });
const passed = wasOf(10, 'PostQualified', { post: 'seller', until: day(40) });
const terms = wasOf(10, 'DataTermsAccepted', { terms: '2026' });
const gone = wasOf(30, 'SellerResigned', { reason: 'ownWish' });

const under = (people: Partial<PeopleRules>, receiver: Person | undefined, n = 30): CustomerContext => ({
  ...on(n),
  playbook: publishedPlaybook(peopleWith(people)),
  receiver,
});

describe.each(Object.entries(ways))('custody by %s', (_, { history, command, receiver, events }) => {
  const asked = (people: Partial<PeopleRules>, of: Person | undefined) =>
    after(...history).when(command, under(people, of));
  const recorded = events.map((event) => was(...event));

  test('reads the record of who is to have it DLR-33', () => {
    const own = replay(customerModule.decider, history);
    const others = { 'playbook-main': on(30).playbook };
    const streams = customerModule.reads(command, on(30), known(own, others)).map(({ stream }) => stream);
    expect(streams).toEqual(['playbook-main', `person-${receiver}`]);
    const of = record(here);
    const context = customerModule.contextOf(command, on(30), known(own, { ...others, [`person-${receiver}`]: of }));
    expect(context.receiver).toEqual(of);
  });

  test('is for a qualified person who accepted the terms, where both are asked for ORG-12 DLR-33 OWN-4', () =>
    asked(strict, record(here, passed, terms)).thenEvents(...recorded));

  test('is not for who has resigned, whatever is asked for OWN-4', () => {
    for (const people of [{}, strict]) {
      asked(people, record(here, passed, terms, gone)).thenRefused({
        type: 'PersonResigned',
        person: receiver,
        since: day(30),
      });
    }
  });

  test('is not for who is not qualified ORG-12 OWN-4', () => {
    const refusal = { type: 'PersonNotQualified', person: receiver, undertaking: 'custody' } as const;
    asked(strict, record(here, terms)).thenRefused(refusal);
    asked({ qualifiedFor: ['custody'] }, undefined).thenRefused(refusal);
    asked({ qualifiedFor: ['pledge'] }, record(here)).thenEvents(...recorded);
  });

  test('is not for who has not accepted the data terms DLR-33', () => {
    const refusal = { type: 'DataTermsNotAccepted', person: receiver, undertaking: 'custody' } as const;
    asked(strict, record(here, passed)).thenRefused(refusal);
    asked({ dataTermsFor: ['custody'] }, undefined).thenRefused(refusal);
    asked({ dataTermsFor: ['pledge'] }, record(here)).thenEvents(...recorded);
  });

  test('is for anybody, known or not, where nothing is asked for', () => {
    asked({}, undefined).thenEvents(...recorded);
    asked({}, record()).thenEvents(...recorded);
    asked({}, record(here)).thenEvents(...recorded);
  });
});

describe('fitness is of the time custody begins', () => {
  const assign = ask('AssignCustody', { to: 'bob' });
  const at = (instant: ReturnType<typeof day>, people: Partial<PeopleRules>, ...events: ReadonlyArray<PersonEvent>) =>
    after(...pooled).when(assign, { ...under(people, record(...events), 60), effectiveAt: instant });
  const given = (instant: ReturnType<typeof day>) => was(instant, 'CustodyAssigned', { to: 'bob' });

  test('from passing on, up to where the qualification expires ORG-12', () => {
    const rules = { qualifiedFor: ['custody' as const] };
    const refusal = { type: 'PersonNotQualified', person: 'bob', undertaking: 'custody' } as const;
    for (const instant of [day(10), msFrom(day(40), -1)]) at(instant, rules, here, passed).thenEvents(given(instant));
    for (const instant of [msFrom(day(10), -1), day(40)]) at(instant, rules, here, passed).thenRefused(refusal);
    const expired = wasOf(35, 'PostQualificationExpired', { post: 'seller' });
    at(day(35), rules, here, passed, expired).thenRefused(refusal);
    at(msFrom(day(35), -1), rules, here, passed, expired).thenEvents(given(msFrom(day(35), -1)));
  });

  test('from accepting the terms on, for good DLR-33', () => {
    const rules = { dataTermsFor: ['custody' as const] };
    at(msFrom(day(10), -1), rules, here, terms).thenRefused({
      type: 'DataTermsNotAccepted',
      person: 'bob',
      undertaking: 'custody',
    });
    for (const instant of [day(10), day(59)]) at(instant, rules, here, terms).thenEvents(given(instant));
    const earlier = wasOf(8, 'DataTermsAccepted', { terms: '2026' });
    at(day(8), rules, here, terms, earlier).thenEvents(given(day(8)));
  });

  test('up to resigning, and again from joining anew OWN-4', () => {
    const back = wasOf(50, 'StaffJoined', { person: 'x', name: 'X' });
    for (const instant of [msFrom(day(30), -1), day(50)]) at(instant, {}, here, gone, back).thenEvents(given(instant));
    for (const instant of [day(30), msFrom(day(50), -1)]) {
      at(instant, {}, here, gone, back).thenRefused({ type: 'PersonResigned', person: 'bob', since: day(30) });
    }
  });

  test('resigned at once is gone from there on OWN-4', () => {
    const atOnce = wasOf(1, 'SellerResigned', { reason: 'ownWish' });
    at(day(3), {}, here, atOnce).thenRefused({ type: 'PersonResigned', person: 'bob', since: day(1) });
  });
});

describe('what gives custody to nobody new asks nobody', () => {
  const unfit = under(strict, undefined);

  test('into the pool, on entry and after standing in', () => {
    after(...accepted)
      .when(ask('EnterCustomer', {}), unfit)
      .thenEvents(was(30, 'CustomerEntered', { collectedBy: 'ada', source: 'walkIn' }), was(...journeyOpened));
    after(...poolStandIn)
      .when(ask('EndTemporaryCustody', {}), unfit)
      .thenEvents(was(30, 'TemporaryCustodyEnded', { manager: 'mia' }));
    after(...entered)
      .when(ask('ReleaseToPool', { reason: 'sellerLeft' }), unfit)
      .thenEvents(was(30, 'CustodyReleasedToPool', { from: 'ada', reason: 'sellerLeft' }));
  });

  test('the custodian keeps what is his: that again is already so', () =>
    after(...entered)
      .when(ask('TransferCustody', { to: 'ada', reason: 'workload' }), unfit)
      .thenNothing());
});

test('the sales organisation asks for both, of every new custodian ORG-12 DLR-33', () => {
  const context = { ...on(30, salesOrganisation), receiver: record(here, passed) };
  after(...pooled)
    .when(ask('ClaimFromPool', { by: 'bob' }), context)
    .thenRefused({ type: 'DataTermsNotAccepted', person: 'bob', undertaking: 'custody' });
  const seller = { actor: 'bob' as BusinessId, role: 'seller' as BusinessId };
  const granted = record(here, passed, terms, wasOf(5, 'RoleGranted', { role: 'seller' }));
  after(...pooled)
    .when(ask('ClaimFromPool', { by: 'bob' }), { ...context, ...seller, receiver: granted, actorRecord: granted })
    .thenEvents(was(30, 'ClaimedFromPool', { by: 'bob' }));
});
