import { replay } from '@millrace/kernel';
import { type Customer, customerModule, LEGAL_OWNER } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { after, ask, collected, day, entered, msFrom, on, pooled, was, won } from '../support/story.js';

const at = (effectiveAt: ReturnType<typeof day>) => ({ ...on(30), effectiveAt });
const standIn = [...entered, was(10, 'TemporaryCustodyStarted', { manager: 'mia', from: 'ada', until: day(40) })];
const poolStandIn = [...pooled, was(10, 'TemporaryCustodyStarted', { manager: 'mia' })];
const transfer = ask('TransferCustody', { to: 'bob', reason: 'workload' });

test('the dealer owns every record, whoever has custody DLR-33 OWN-3', () => {
  expect(LEGAL_OWNER).toBe('dealer');
});

describe('a transfer', () => {
  test('goes from the custodian to another, with a reason of the playbook OWN-6', () => {
    after(...entered)
      .when(transfer)
      .thenEvents(was(30, 'CustodyTransferred', { from: 'ada', to: 'bob', reason: 'workload' }));
    after(...entered)
      .when(ask('TransferCustody', { to: 'bob', reason: 'mood' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'transfer', id: 'mood' });
  });

  test('to the present custodian is already so', () =>
    after(...entered)
      .when(ask('TransferCustody', { to: 'ada', reason: 'workload' }))
      .thenNothing());

  test('is possible after the journey was closed: custody belongs to the customer I-13 I-14', () =>
    after(...won)
      .when(transfer)
      .thenEvents(was(30, 'CustodyTransferred', { from: 'ada', to: 'bob', reason: 'workload' })));

  test('touches custody only OWN-6 I-13 I-15', () => {
    const state = (history: typeof won): object => {
      const {
        custody: _,
        events: __,
        ...rest
      } = replay(customerModule.decider, history) as Extract<Customer, { phase: 'entered' }>;
      return rest;
    };
    const moved = [...won, was(30, 'CustodyTransferred', { from: 'ada', to: 'bob', reason: 'workload' })];
    expect(state(moved)).toEqual(state(won));
  });

  test('needs somebody to take from: not the pool, not a manager for the time being OWN-1', () => {
    after(...pooled)
      .when(transfer)
      .thenRefused({ type: 'InPool' });
    after(...standIn)
      .when(transfer)
      .thenRefused({ type: 'UnderTemporaryCustody', manager: 'mia' });
    after(...standIn)
      .when(ask('TransferCustody', { to: 'mia', reason: 'workload' }))
      .thenRefused({ type: 'UnderTemporaryCustody', manager: 'mia' });
  });

  test('is dated no earlier than custody last moved OWN-2', () => {
    after(...entered)
      .when(transfer, at(msFrom(day(3), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'custody', last: day(3) });
    after(...entered)
      .when(transfer, at(day(3)))
      .thenEvents(was(3, 'CustodyTransferred', { from: 'ada', to: 'bob', reason: 'workload' }));
  });

  test('is of a customer that is entered DLR-34', () =>
    after(...collected)
      .when(transfer)
      .thenRefused({ type: 'CustomerNotEntered', status: 'pending' }));
});

describe('the pool', () => {
  const release = ask('ReleaseToPool', { reason: 'noProgress' });
  const assign = ask('AssignCustody', { to: 'bob' });
  const claim = ask('ClaimFromPool', { by: 'bob' });

  test('takes what its custodian gives back, with a reason OWN-1', () => {
    after(...entered)
      .when(release)
      .thenEvents(was(30, 'CustodyReleasedToPool', { from: 'ada', reason: 'noProgress' }));
    after(...entered)
      .when(ask('ReleaseToPool', { reason: 'workload' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'release', id: 'workload' });
    after(...pooled)
      .when(release)
      .thenNothing();
    after(...standIn)
      .when(release)
      .thenRefused({ type: 'UnderTemporaryCustody', manager: 'mia' });
  });

  test('gives to whom it is assigned, with a reason where there is one', () => {
    after(...pooled)
      .when(assign)
      .thenEvents(was(30, 'CustodyAssigned', { to: 'bob' }));
    after(...pooled)
      .when(ask('AssignCustody', { to: 'bob', reason: 'territory' }))
      .thenEvents(was(30, 'CustodyAssigned', { to: 'bob', reason: 'territory' }));
    after(...pooled)
      .when(ask('AssignCustody', { to: 'bob', reason: 'mood' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'transfer', id: 'mood' });
  });

  test('gives to who claims', () =>
    after(...pooled)
      .when(claim)
      .thenEvents(was(30, 'ClaimedFromPool', { by: 'bob' })));

  test('gives to one only: who has custody already has it, anybody else is told who does OWN-1', () => {
    for (const ways of [assign, claim]) {
      after(...entered)
        .when(ways)
        .thenRefused({ type: 'NotInPool', holder: 'ada' });
      after(...standIn)
        .when(ways)
        .thenRefused({ type: 'UnderTemporaryCustody', manager: 'mia' });
      after(...pooled, was(4, 'ClaimedFromPool', { by: 'bob' }))
        .when(ways)
        .thenNothing();
    }
  });

  test('is left and entered in order of time OWN-2', () => {
    for (const ways of [assign, claim]) {
      after(...pooled)
        .when(ways, at(msFrom(day(3), -1)))
        .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'custody', last: day(3) });
    }
    after(...pooled)
      .when(claim, at(day(3)))
      .thenEvents(was(3, 'ClaimedFromPool', { by: 'bob' }));
    after(...pooled)
      .when(assign, at(day(3)))
      .thenEvents(was(3, 'CustodyAssigned', { to: 'bob' }));
    after(...entered)
      .when(release, at(msFrom(day(3), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'custody', last: day(3) });
    after(...entered)
      .when(release, at(day(3)))
      .thenEvents(was(3, 'CustodyReleasedToPool', { from: 'ada', reason: 'noProgress' }));
  });
});

describe('temporary custody', () => {
  const start = ask('StartTemporaryCustody', { manager: 'mia' });

  test('is a manager’s, and knows who had custody before DLR-47', () => {
    after(...entered)
      .when(ask('StartTemporaryCustody', { manager: 'mia', until: day(40) }))
      .thenEvents(was(30, 'TemporaryCustodyStarted', { manager: 'mia', from: 'ada', until: day(40) }));
    after(...pooled)
      .when(start)
      .thenEvents(was(30, 'TemporaryCustodyStarted', { manager: 'mia' }));
  });

  test('is already so for the same manager until the same time only', () => {
    after(...standIn)
      .when(ask('StartTemporaryCustody', { manager: 'mia', until: day(40) }))
      .thenNothing();
    const others = [
      start,
      ask('StartTemporaryCustody', { manager: 'mia', until: day(41) }),
      ask('StartTemporaryCustody', { manager: 'noa', until: day(40) }),
    ];
    for (const other of others) {
      after(...standIn)
        .when(other)
        .thenRefused({ type: 'UnderTemporaryCustody', manager: 'mia' });
    }
  });

  test('ends after it began OWN-13', () => {
    after(...entered)
      .when(ask('StartTemporaryCustody', { manager: 'mia', until: day(30) }))
      .thenRefused({ type: 'TemporaryCustodyWithoutLength', from: day(30), until: day(30) });
    const next = msFrom(day(30), 1);
    after(...entered)
      .when(ask('StartTemporaryCustody', { manager: 'mia', until: next }))
      .thenEvents(was(30, 'TemporaryCustodyStarted', { manager: 'mia', from: 'ada', until: next }));
  });

  test('goes back to who had custody, to whoever is named, or to the pool DLR-47', () => {
    after(...standIn)
      .when(ask('EndTemporaryCustody', {}))
      .thenEvents(was(30, 'TemporaryCustodyEnded', { manager: 'mia', to: 'ada' }));
    after(...standIn)
      .when(ask('EndTemporaryCustody', { to: 'bob' }))
      .thenEvents(was(30, 'TemporaryCustodyEnded', { manager: 'mia', to: 'bob' }));
    after(...poolStandIn)
      .when(ask('EndTemporaryCustody', {}))
      .thenEvents(was(30, 'TemporaryCustodyEnded', { manager: 'mia' }));
    after(...poolStandIn)
      .when(ask('EndTemporaryCustody', { to: 'bob' }))
      .thenEvents(was(30, 'TemporaryCustodyEnded', { manager: 'mia', to: 'bob' }));
  });

  test('ends exactly once OWN-13', () => {
    for (const history of [
      entered,
      pooled,
      [...standIn, was(12, 'TemporaryCustodyEnded', { manager: 'mia', to: 'ada' })],
    ]) {
      after(...history)
        .when(ask('EndTemporaryCustody', {}))
        .thenRefused({ type: 'NotUnderTemporaryCustody' });
    }
  });

  test('leaves the customer where it says OWN-1', () => {
    const ended = (history: typeof entered, to?: string) => [
      ...history,
      was(12, 'TemporaryCustodyEnded', { manager: 'mia', ...(to === undefined ? {} : { to }) }),
    ];
    after(...ended(standIn, 'ada'))
      .when(ask('TransferCustody', { to: 'ada', reason: 'workload' }))
      .thenNothing();
    after(...ended(poolStandIn))
      .when(ask('ReleaseToPool', { reason: 'noProgress' }))
      .thenNothing();
  });

  test('begins and ends in order of time OWN-2', () => {
    after(...entered)
      .when(start, at(msFrom(day(3), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'custody', last: day(3) });
    after(...entered)
      .when(start, at(day(3)))
      .thenEvents(was(3, 'TemporaryCustodyStarted', { manager: 'mia', from: 'ada' }));
    after(...standIn)
      .when(ask('EndTemporaryCustody', {}), at(msFrom(day(10), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'custody', last: day(10) });
    after(...standIn)
      .when(ask('EndTemporaryCustody', {}), at(day(10)))
      .thenEvents(was(10, 'TemporaryCustodyEnded', { manager: 'mia', to: 'ada' }));
  });
});
