import { describe, test } from 'vitest';
import {
  afterOf,
  askOf,
  joined,
  rejoined,
  resigned,
  rulesOf,
  staffOn,
  unitFrom,
  wasOf,
} from '../support/staff-story.js';
import { day, dealershipWith, msFrom } from '../support/story.js';
import { kinds } from '../support/stretch-kinds.js';

describe.each(kinds)('$name', ({ begin, end, begun, ended, what, id }) => {
  const begins = askOf(begin, what);
  const lasting = [...joined, wasOf(10, begun, what)];
  const ending = [...joined, wasOf(10, begun, { ...what, until: day(15) })];

  test('begins when it is said to, and ends where an end is named', () => {
    afterOf(...joined)
      .when(begins)
      .thenEvents(wasOf(30, begun, what));
    afterOf(...joined)
      .when(askOf(begin, { ...what, until: day(40) }))
      .thenEvents(wasOf(30, begun, { ...what, until: day(40) }));
  });

  test('has a length', () => {
    afterOf(...joined)
      .when(askOf(begin, { ...what, until: day(30) }))
      .thenRefused({ type: 'StretchWithoutLength', from: day(30), until: day(30) });
    afterOf(...joined)
      .when(askOf(begin, { ...what, until: msFrom(day(30), 1) }))
      .thenEvents(wasOf(30, begun, { ...what, until: msFrom(day(30), 1) }));
  });

  test('is already so for the same stretch only', () => {
    afterOf(...lasting)
      .when(begins, staffOn(10))
      .thenNothing();
    afterOf(...ending)
      .when(askOf(begin, { ...what, until: day(15) }), staffOn(10))
      .thenNothing();
    afterOf(...ending)
      .when(begins, staffOn(10))
      .thenRefused({ type: 'StretchesOverlap', what: id, from: day(10), to: day(15) });
    afterOf(...lasting)
      .when(begins, staffOn(11))
      .thenRefused({ type: 'StretchesOverlap', what: id, from: day(10), to: null });
  });

  test('is half-open: one ends where the next begins', () => {
    afterOf(...ending)
      .when(begins, staffOn(15))
      .thenEvents(wasOf(15, begun, what));
    afterOf(...ending)
      .when(begins, staffOn(msFrom(day(15), -1)))
      .thenRefused({ type: 'StretchesOverlap', what: id, from: day(10), to: day(15) });
  });

  test('may be dated back before another, up to where that begins', () => {
    const before = (until: string) => askOf(begin, { ...what, until });
    afterOf(...lasting)
      .when(before(day(10)), staffOn(5))
      .thenEvents(wasOf(5, begun, { ...what, until: day(10) }));
    afterOf(...lasting)
      .when(before(msFrom(day(10), 1)), staffOn(5))
      .thenRefused({ type: 'StretchesOverlap', what: id, from: day(10), to: null });
  });

  test('begins no sooner than the person joined', () => {
    afterOf(...joined)
      .when(begins, staffOn(1))
      .thenEvents(wasOf(1, begun, what));
    afterOf(...joined)
      .when(begins, staffOn(msFrom(day(1), -1), { unit: unitFrom(-1) }))
      .thenRefused({ type: 'BeforeJoining', joined: day(1) });
  });

  test('does not begin once the person has resigned, until joining again OWN-4', () => {
    for (const when of [20, 24]) {
      afterOf(...rejoined)
        .when(begins, staffOn(when))
        .thenRefused({ type: 'PersonResigned', person: 'ada', since: day(20) });
    }
    afterOf(...rejoined)
      .when(begins, staffOn(25))
      .thenEvents(wasOf(25, begun, what));
  });

  test('ends while it holds, and where it began; that again is already so', () => {
    const ends = askOf(end, what);
    for (const when of [day(10), day(12), msFrom(day(15), -1)]) {
      afterOf(...ending)
        .when(ends, staffOn(when))
        .thenEvents(wasOf(when, ended, what));
      afterOf(...ending, wasOf(when, ended, what))
        .when(ends, staffOn(when))
        .thenNothing();
    }
    afterOf(...ending)
      .when(ends, staffOn(15))
      .thenNothing();
    for (const when of [msFrom(day(10), -1), day(16)]) {
      afterOf(...ending)
        .when(ends, staffOn(when))
        .thenRefused({ type: 'NothingToEnd', what: id });
    }
  });

  test('that ended where it began stands in nobody’s way', () => {
    const noTime = [...lasting, wasOf(10, ended, what)];
    afterOf(...noTime)
      .when(begins, staffOn(10))
      .thenEvents(wasOf(10, begun, what));
    afterOf(...noTime)
      .when(begins, staffOn(9))
      .thenEvents(wasOf(9, begun, what));
    afterOf(...noTime)
      .when(askOf(begin, { ...what, until: day(10) }), staffOn(10))
      .thenRefused({ type: 'StretchWithoutLength', from: day(10), until: day(10) });
  });
});

test.each(kinds.slice(0, 2))('$name lies within one employment OWN-4', ({ begin, begun, what }) => {
  afterOf(...resigned)
    .when(askOf(begin, { ...what, until: day(20) }), staffOn(10))
    .thenEvents(wasOf(10, begun, { ...what, until: day(20) }));
  for (const until of [{}, { until: msFrom(day(20), 1) }]) {
    afterOf(...rejoined)
      .when(askOf(begin, { ...what, ...until }), staffOn(10))
      .thenRefused({ type: 'PersonResigned', person: 'ada', since: day(20) });
  }
});

test('what was passed stays passed after resigning ORG-12', () =>
  afterOf(...resigned)
    .when(askOf('QualifyForPost', { post: 'seller' }), staffOn(10))
    .thenEvents(wasOf(10, 'PostQualified', { post: 'seller' })));

describe('resigning ends what lasts OWN-4', () => {
  const leaver = [
    ...joined,
    wasOf(5, 'RoleGranted', { role: 'seller', until: day(28) }),
    wasOf(5, 'TeamJoined', { unit: 'north' }),
    wasOf(20, 'SellerResigned', { reason: 'ownWish' }),
    wasOf(20, 'StaffJoined', { person: 'ada', name: 'Ada' }),
  ];

  test('roles and membership at that very instant, so that they may begin anew from there', () => {
    for (const [command, event, what] of [
      ['GrantRole', 'RoleGranted', { role: 'seller' }],
      ['JoinTeam', 'TeamJoined', { unit: 'south' }],
    ] as const) {
      afterOf(...leaver)
        .when(askOf(command, what), staffOn(20))
        .thenEvents(wasOf(20, event, what));
    }
    afterOf(...leaver)
      .when(askOf('LeaveTeam', { unit: 'north' }), staffOn(20))
      .thenNothing();
    afterOf(...leaver)
      .when(askOf('RevokeRole', { role: 'seller' }), staffOn(21))
      .thenRefused({ type: 'NothingToEnd', what: 'seller' });
  });
});

describe('what may be begun at all', () => {
  test('at most one unit at a time, whichever it is; two roles and two posts do not disturb each other DLR-51', () => {
    afterOf(...joined, wasOf(10, 'TeamJoined', { unit: 'south' }))
      .when(askOf('JoinTeam', { unit: 'north' }))
      .thenRefused({ type: 'StretchesOverlap', what: 'south', from: day(10), to: null });
    afterOf(...joined, wasOf(10, 'RoleGranted', { role: 'seller' }))
      .when(askOf('GrantRole', { role: 'manager' }))
      .thenEvents(wasOf(30, 'RoleGranted', { role: 'manager' }));
  });

  test('a unit that is open then DLR-51', () => {
    const joinTeam = askOf('JoinTeam', { unit: 'north' });
    for (const [when, opens, closes] of [
      [msFrom(day(5), -1), 5, undefined],
      [day(10), 5, 10],
    ] as const) {
      const closedAt = closes === undefined ? null : day(closes);
      afterOf(...joined)
        .when(joinTeam, staffOn(when, { unit: unitFrom(opens, closes) }))
        .thenRefused({ type: 'UnitNotOpen', unit: 'north', openedAt: day(opens), closedAt });
    }
    for (const when of [day(5), msFrom(day(10), -1)]) {
      afterOf(...joined)
        .when(joinTeam, staffOn(when, { unit: unitFrom(5, 10) }))
        .thenEvents(wasOf(when, 'TeamJoined', { unit: 'north' }));
    }
    afterOf(...joined)
      .when(joinTeam, staffOn(30, { unit: undefined }))
      .thenRefused({ type: 'UnitUnknown', unit: 'north' });
  });

  test('a role that persons hold; any where everything is allowed REL-12', () => {
    for (const role of ['operator', 'import', 'captain']) {
      afterOf(...joined)
        .when(askOf('GrantRole', { role }))
        .thenRefused({ type: 'UndefinedTerm', list: 'roles', id: role });
    }
    const open = rulesOf({ ...dealershipWith({}), permissions: { allow: 'all' } });
    afterOf(...joined)
      .when(askOf('GrantRole', { role: 'captain' }), staffOn(30, open))
      .thenEvents(wasOf(30, 'RoleGranted', { role: 'captain' }));
  });
});
