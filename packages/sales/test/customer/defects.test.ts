import { replay } from '@millrace/kernel';
import { customerModule, dealership, type Playbook } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { accepted, after, ask, dealershipWith, entered, on, was } from '../support/story.js';

const { decider } = customerModule;

describe('a bug, and nothing that the business says', () => {
  test('a command of a type that does not exist throws', () => {
    const command = { ...ask('OpenJourney', {}), type: 'CloneCustomer' } as never;
    expect(() => decider.decide(command, replay(decider, entered), on(30))).toThrow();
  });

  test('an event of a type that does not exist throws: the codec refuses it before LAW-3', () => {
    const event = { type: 'CustomerCloned', data: {}, effectiveAt: on(30).now } as never;
    expect(() => replay(decider, [...entered, event])).toThrow();
    expect(customerModule.events.read('CustomerCloned', 1, {})).toMatchObject({ left: { type: 'UnknownEventType' } });
  });

  test('rules without stages throw: such a playbook is never published', () => {
    const playbook: Playbook = { ...dealership, customer: { ...dealership.customer, stages: [] } };
    const broken = { ...on(30), playbook: { ...on(30).playbook, playbook } as never };
    expect(() => decider.decide(ask('EnterCustomer', {}), replay(decider, accepted), broken)).toThrow(RangeError);
  });
});

describe('what is told out of order', () => {
  test('an entry of which nothing else is known is one LAW-3', () => {
    const only = replay(decider, [was(3, 'CustomerEntered', { collectedBy: 'ada', source: 'radio' })]);
    expect(only).toMatchObject({ phase: 'entered', sheet: { source: 'radio' }, journeys: [] });
  });

  test('a move of a journey that is not there moves nothing LAW-3', () => {
    const state = (events: typeof entered) => ({ ...replay(decider, events), events: 0 });
    const strays = [
      was(5, 'StageAdvanced', { journey: 7, from: 'prospect', to: 'shopper' }),
      was(5, 'BuyerStepObserved', { journey: 7, step: 'needRecognised', outOfSequence: false }),
      was(5, 'JourneyMoveCorrected', { journey: 7, target: 3, reason: 'wrongDate' }),
      was(5, 'ProspectAccepted', { screenedBy: 'mia', selfScreened: false }),
    ];
    expect(state([...entered, ...strays])).toEqual(state(entered));
  });

  test('what only a customer has is not had before the entry LAW-3', () => {
    const early = [was(2, 'CustodyAssigned', { to: 'bob' }), was(2, 'DataSheetUpdated', { changes: {}, cleared: [] })];
    expect(replay(decider, early)).toEqual({ phase: 'unknown', events: 2 });
    const state = replay(decider, [...accepted, ...early]);
    expect({ ...state, events: 0 }).toEqual({ ...replay(decider, accepted), events: 0 });
  });
});

test('a list that the playbook has not, has no terms', () => {
  const { lists, classification } = dealership.customer;
  const bare = dealershipWith({
    lists: lists.filter(({ list }) => list !== 'relationships'),
    classification: { ...classification, rules: [] },
  });
  after(...entered)
    .when(ask('ClassifyCustomer', { relationship: 'partner' }), on(30, bare))
    .thenRefused({ type: 'UndefinedTerm', list: 'relationships', id: 'partner' });
});
