import { replay, streamId } from '@millrace/kernel';
import { type Customer, type CustomerEvent, customerModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { accepted, after, ask, collected, day, entered, msFrom, on, readsOf, shopper, was } from '../support/story.js';

const stateOf = (history: ReadonlyArray<CustomerEvent>): Customer => replay(customerModule.decider, history);
const with2 = (other: Customer, effectiveAt = day(30)) => ({ ...on(30), other, effectiveAt });
const two = stateOf(entered);
const linked = [...shopper, was(10, 'DuplicateLinked', { of: 'c2' })];
const unlinked = [...linked, was(12, 'DuplicateUnlinked', { of: 'c2' })];

describe('a duplicate', () => {
  test('is linked, never merged: the other stream is read, and only this one written I-23 FUN-19', () => {
    after(...shopper)
      .when(ask('LinkDuplicate', { of: 'c2' }), with2(two))
      .thenEvents(was(30, 'DuplicateLinked', { of: 'c2' }));
    expect(readsOf(ask('LinkDuplicate', { of: 'c2' }))).toEqual(['playbook-main', streamId('customer', 'c2')]);
  });

  test('keeps its journeys, its custody and its class FUN-19', () => {
    const { link: _, events: __, ...rest } = stateOf(linked) as Customer & { link?: unknown };
    const { events: ___, ...before } = stateOf(shopper);
    expect(rest).toEqual(before);
  });

  test('is one of a customer that is entered DLR-34', () => {
    for (const history of [[], collected, accepted]) {
      after(...shopper)
        .when(ask('LinkDuplicate', { of: 'c2' }), with2(stateOf(history)))
        .thenRefused({ type: 'DuplicateTargetNotEntered', customer: 'c2' });
    }
  });

  test('is one of a customer that is no duplicate itself; once unlinked it is none FUN-19', () => {
    const third = [...entered, was(6, 'DuplicateLinked', { of: 'c3' })];
    after(...shopper)
      .when(ask('LinkDuplicate', { of: 'c2' }), with2(stateOf(third)))
      .thenRefused({ type: 'DuplicateTargetIsDuplicate', customer: 'c2', of: 'c3' });
    after(...shopper)
      .when(ask('LinkDuplicate', { of: 'c2' }), with2(stateOf([...third, was(7, 'DuplicateUnlinked', { of: 'c3' })])))
      .thenEvents(was(30, 'DuplicateLinked', { of: 'c2' }));
  });

  test('is not one of itself, and reads no second stream to know it', () => {
    after(...shopper)
      .when(ask('LinkDuplicate', { of: 'c1' }), with2(two))
      .thenRefused({ type: 'DuplicateOfItself' });
    expect(readsOf(ask('LinkDuplicate', { of: 'c1' }))).toHaveLength(1);
  });

  test('is one of one: linked to it again is already so, to another is refused', () => {
    after(...linked)
      .when(ask('LinkDuplicate', { of: 'c2' }), with2(two))
      .thenNothing();
    after(...linked)
      .when(ask('LinkDuplicate', { of: 'c3' }), with2(two))
      .thenRefused({ type: 'AlreadyDuplicateOf', of: 'c2' });
  });

  test('is unlinked, and may be linked anew FUN-19', () => {
    after(...linked)
      .when(ask('UnlinkDuplicate', {}))
      .thenEvents(was(30, 'DuplicateUnlinked', { of: 'c2' }));
    after(...unlinked)
      .when(ask('UnlinkDuplicate', {}))
      .thenNothing();
    after(...shopper)
      .when(ask('UnlinkDuplicate', {}))
      .thenNothing();
    after(...unlinked)
      .when(ask('LinkDuplicate', { of: 'c3' }), with2(two))
      .thenEvents(was(30, 'DuplicateLinked', { of: 'c3' }));
  });
});

describe('links', () => {
  const link = ask('LinkDuplicate', { of: 'c2' });

  test('never go back in time: an unlink is not before its link, a link not before the last unlink FUN-19', () => {
    after(...linked)
      .when(ask('UnlinkDuplicate', {}), with2(two, msFrom(day(10), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'link', last: day(10) });
    after(...linked)
      .when(ask('UnlinkDuplicate', {}), with2(two, day(10)))
      .thenEvents(was(10, 'DuplicateUnlinked', { of: 'c2' }));
    after(...unlinked)
      .when(link, with2(two, msFrom(day(12), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'link', last: day(12) });
    after(...unlinked)
      .when(link, with2(two, day(12)))
      .thenEvents(was(12, 'DuplicateLinked', { of: 'c2' }));
  });

  test('begin when both customers are entered FUN-19', () => {
    after(...shopper)
      .when(link, with2(two, msFrom(day(3), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'link', last: day(3) });
    after(...shopper)
      .when(link, with2(two, day(3)))
      .thenEvents(was(3, 'DuplicateLinked', { of: 'c2' }));
    const later = stateOf([...accepted, was(20, 'CustomerEntered', { collectedBy: 'ada', source: 'walkIn' })]);
    after(...shopper)
      .when(link, with2(later, msFrom(day(20), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'link', last: day(20) });
    after(...shopper)
      .when(link, with2(later, day(20)))
      .thenEvents(was(20, 'DuplicateLinked', { of: 'c2' }));
  });

  test('move on their own: a journey or a transfer in between holds none of them up', () => {
    const history = [
      ...linked,
      was(20, 'CustodyTransferred', { from: 'ada', to: 'bob', reason: 'workload' }),
      was(21, 'JourneyClosed', { journey: 1, outcome: 'lost', reason: 'price' }),
    ];
    after(...history)
      .when(ask('UnlinkDuplicate', {}), with2(two, day(11)))
      .thenEvents(was(11, 'DuplicateUnlinked', { of: 'c2' }));
  });
});
