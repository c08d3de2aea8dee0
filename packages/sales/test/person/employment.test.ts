import type { BusinessId } from '@millrace/kernel';
import { describe, test } from 'vitest';
import { afterOf, askOf, joined, rejoined, resigned, staffOn, wasOf } from '../support/staff-story.js';
import { day, msFrom } from '../support/story.js';

const join = (name = 'Ada', more: object = {}) => askOf('JoinStaff', { name, ...more });
const resign = askOf('ResignSeller', { reason: 'ownWish' });
const accept = (terms = '2026') => askOf('AcceptDataTerms', { terms });

describe('joining ORG-14', () => {
  test('is recorded with the name, and with the talent where it is said', () => {
    afterOf()
      .when(join())
      .thenEvents(wasOf(30, 'StaffJoined', { person: 'ada', name: 'Ada' }));
    afterOf()
      .when(join('Ada', { talent: 'directSeller' }))
      .thenEvents(wasOf(30, 'StaffJoined', { person: 'ada', name: 'Ada', talent: 'directSeller' }));
  });

  test('is already so at the same instant, under the same name, with the same talent only', () => {
    afterOf(...joined)
      .when(join(), staffOn(1))
      .thenNothing();
    for (const other of [join('Eve'), join('Ada', { talent: 'salesManager' })]) {
      afterOf(...joined)
        .when(other, staffOn(1))
        .thenRefused({ type: 'PersonAlreadyJoined', since: day(1) });
    }
  });

  test('comes once: neither later, nor dated back before', () => {
    for (const when of [msFrom(day(1), 1), msFrom(day(1), -1)]) {
      afterOf(...joined)
        .when(join(), staffOn(when))
        .thenRefused({ type: 'PersonAlreadyJoined', since: day(1) });
    }
  });

  test('again is from the very instant of resigning on, and not before', () => {
    afterOf(...resigned)
      .when(join(), staffOn(msFrom(day(20), -1)))
      .thenRefused({ type: 'PersonAlreadyJoined', since: day(1) });
    afterOf(...resigned)
      .when(join(), staffOn(20))
      .thenEvents(wasOf(20, 'StaffJoined', { person: 'ada', name: 'Ada' }));
    afterOf(...rejoined)
      .when(join(), staffOn(22))
      .thenRefused({ type: 'PersonAlreadyJoined', since: day(25) });
    afterOf(...rejoined)
      .when(join(), staffOn(1))
      .thenNothing();
  });

  test('needs a new name to be renamed, whatever time it is dated', () => {
    const rename = askOf('RenamePerson', { name: 'Ada Lovelace' });
    afterOf(...joined)
      .when(rename)
      .thenEvents(wasOf(30, 'PersonRenamed', { name: 'Ada Lovelace' }));
    afterOf(...joined, wasOf(2, 'PersonRenamed', { name: 'Ada Lovelace' }))
      .when(rename)
      .thenNothing();
  });
});

describe('resigning DLR-44', () => {
  test('is for a reason of the playbook, and comes once OWN-4', () => {
    afterOf(...joined)
      .when(resign)
      .thenEvents(wasOf(30, 'SellerResigned', { reason: 'ownWish' }));
    afterOf(...joined)
      .when(askOf('ResignSeller', { reason: 'mood' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'resignation', id: 'mood' });
    afterOf(...resigned)
      .when(resign, staffOn(20))
      .thenNothing();
    for (const when of [day(30), msFrom(day(20), -1), msFrom(day(20), 1)]) {
      afterOf(...resigned)
        .when(resign, staffOn(when))
        .thenRefused({ type: 'PersonResigned', person: 'ada', since: day(20) });
    }
  });

  test('at the instant of joining leaves nobody behind: the person is gone from there on OWN-4', () => {
    const atOnce = [...joined, wasOf(1, 'SellerResigned', { reason: 'ownWish' })];
    afterOf(...joined)
      .when(resign, staffOn(1))
      .thenEvents(wasOf(1, 'SellerResigned', { reason: 'ownWish' }));
    afterOf(...atOnce)
      .when(resign, staffOn(1))
      .thenNothing();
    afterOf(...atOnce)
      .when(askOf('GrantRole', { role: 'seller' }))
      .thenRefused({ type: 'PersonResigned', person: 'ada', since: day(1) });
    afterOf(...atOnce)
      .when(join(), staffOn(1))
      .thenEvents(wasOf(1, 'StaffJoined', { person: 'ada', name: 'Ada' }));
  });

  test('from an earlier employment is over once there is a later one', () => {
    afterOf(...rejoined)
      .when(resign, staffOn(10))
      .thenRefused({ type: 'PersonResigned', person: 'ada', since: day(20) });
    afterOf(...rejoined)
      .when(resign, staffOn(22))
      .thenRefused({ type: 'PersonResigned', person: 'ada', since: day(20) });
    afterOf(...rejoined)
      .when(resign, staffOn(25))
      .thenEvents(wasOf(25, 'SellerResigned', { reason: 'ownWish' }));
  });

  test('contradicts whatever began later, and only that', () => {
    const began = [
      wasOf(10, 'RoleGranted', { role: 'seller' }),
      wasOf(10, 'TeamJoined', { unit: 'north' }),
      wasOf(10, 'PostQualified', { post: 'seller' }),
      wasOf(10, 'DataTermsAccepted', { terms: '2026' }),
    ];
    const whats = ['seller', 'north', 'seller', '2026'];
    for (const [index, event] of began.entries()) {
      afterOf(...joined, event)
        .when(resign, staffOn(msFrom(day(10), -1)))
        .thenRefused({ type: 'BeganLater', what: whats[index] ?? '', from: day(10) });
      afterOf(...joined, event)
        .when(resign, staffOn(10))
        .thenEvents(wasOf(10, 'SellerResigned', { reason: 'ownWish' }));
    }
  });

  test('is not before joining', () =>
    afterOf(...joined)
      .when(resign, staffOn(msFrom(day(1), -1)))
      .thenRefused({ type: 'BeforeJoining', joined: day(1) }));
});

describe('accepting the data terms DLR-33', () => {
  test('is by name of the terms, for good, and again for other terms', () => {
    afterOf(...joined)
      .when(accept())
      .thenEvents(wasOf(30, 'DataTermsAccepted', { terms: '2026' }));
    const once = [...joined, wasOf(10, 'DataTermsAccepted', { terms: '2026' })];
    afterOf(...once)
      .when(accept(), staffOn(10))
      .thenNothing();
    afterOf(...once)
      .when(accept('2027'))
      .thenEvents(wasOf(30, 'DataTermsAccepted', { terms: '2027' }));
    afterOf(...once, wasOf(12, 'DataTermsAccepted', { terms: '2027' }))
      .when(accept())
      .thenNothing();
  });

  test('may be dated back, within the employment', () => {
    const once = [...joined, wasOf(10, 'DataTermsAccepted', { terms: '2026' })];
    afterOf(...once)
      .when(accept(), staffOn(msFrom(day(10), -1)))
      .thenEvents(wasOf(msFrom(day(10), -1), 'DataTermsAccepted', { terms: '2026' }));
    afterOf(...once, wasOf(5, 'DataTermsAccepted', { terms: '2026' }))
      .when(accept(), staffOn(5))
      .thenNothing();
    afterOf(...joined)
      .when(accept(), staffOn(msFrom(day(1), -1)))
      .thenRefused({ type: 'BeforeJoining', joined: day(1) });
    afterOf(...resigned)
      .when(accept(), staffOn(20))
      .thenRefused({ type: 'PersonResigned', person: 'ada', since: day(20) });
    afterOf(...resigned)
      .when(accept(), staffOn(msFrom(day(20), -1)))
      .thenEvents(wasOf(msFrom(day(20), -1), 'DataTermsAccepted', { terms: '2026' }));
  });

  test('is one’s own act, unless who records it is no person', () => {
    const roles = [{ what: 'seller' as never, from: day(1) }];
    const actorRecord = {
      phase: 'staff' as const,
      employments: [],
      roles,
      teams: [],
      qualifications: [],
      dataTerms: [],
    };
    const as = (actor: string) =>
      staffOn(30, { actor: actor as BusinessId, role: 'seller' as BusinessId, actorRecord });
    afterOf(...joined)
      .when(accept(), as('bob'))
      .thenRefused({ type: 'NotThePerson', person: 'ada', actor: 'bob' });
    afterOf(...joined)
      .when(accept(), as('ada'))
      .thenEvents(wasOf(30, 'DataTermsAccepted', { terms: '2026' }));
  });
});
