import { replay } from '@millrace/kernel';
import { initialUnit, personModule, unitModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { afterIn, askIn, joined, opened, resigned, unitFrom, unitOn, wasIn } from '../support/staff-story.js';
import { day, known, msFrom, on } from '../support/story.js';

const branch = { unitKind: 'branch', name: 'North' };
const top = { unit: 'north', ...branch };
const open = (more: object = {}) => askIn('OpenUnit', { ...branch, ...more });
const appoint = (leader = 'ada') => askIn('AppointUnitLeader', { leader });
const led = [...opened, wasIn(5, 'UnitLeaderAppointed', { leader: 'ada' })];
const closed = [...opened, wasIn(10, 'UnitClosed', {})];

describe('opening a unit DLR-51', () => {
  test('is at the top of the tree, or under a unit that is open then', () => {
    afterIn()
      .when(open())
      .thenEvents(wasIn(30, 'UnitOpened', top));
    for (const when of [day(5), msFrom(day(10), -1)]) {
      afterIn()
        .when(open({ parent: 'dealer' }), unitOn(when, { parent: unitFrom(5, 10) }))
        .thenEvents(wasIn(when, 'UnitOpened', { ...top, parent: 'dealer' }));
    }
    for (const when of [msFrom(day(5), -1), day(10)]) {
      afterIn()
        .when(open({ parent: 'dealer' }), unitOn(when, { parent: unitFrom(5, 10) }))
        .thenRefused({ type: 'UnitNotOpen', unit: 'dealer', openedAt: day(5), closedAt: day(10) });
    }
  });

  test('under itself is not possible: nothing is there yet', () => {
    const command = open({ parent: 'north' });
    const playbook = { 'playbook-main': on(30).playbook };
    const parent = unitModule.contextOf(
      command,
      on(30),
      known(initialUnit, { ...playbook, 'unit-north': initialUnit }),
    );
    afterIn().when(command, parent).thenRefused({ type: 'UnitUnknown', unit: 'north' });
  });

  test('is already so for the same kind, name, parent and time only', () => {
    afterIn(...opened)
      .when(open(), unitOn(1))
      .thenNothing();
    const others = [open({ name: 'South' }), open({ unitKind: 'outlet' }), open({ parent: 'dealer' })];
    for (const command of others) {
      afterIn(...opened)
        .when(command, unitOn(1, { parent: unitFrom(1) }))
        .thenRefused({ type: 'UnitAlreadyOpened', openedAt: day(1) });
    }
    afterIn(...opened)
      .when(open(), unitOn(2))
      .thenRefused({ type: 'UnitAlreadyOpened', openedAt: day(1) });
  });
});

test('a unit is renamed while it is open DLR-51', () => {
  const rename = askIn('RenameUnit', { name: 'South' });
  afterIn(...opened)
    .when(rename)
    .thenEvents(wasIn(30, 'UnitRenamed', { name: 'South' }));
  afterIn(...opened)
    .when(askIn('RenameUnit', { name: 'North' }))
    .thenNothing();
  for (const when of [msFrom(day(1), -1), day(10)]) {
    afterIn(...closed)
      .when(rename, unitOn(when))
      .thenRefused({ type: 'UnitNotOpen', unit: 'north', openedAt: day(1), closedAt: day(10) });
  }
});

describe('leading a unit ORG-25', () => {
  test('is for one at a time, who works here then', () => {
    afterIn(...opened)
      .when(appoint())
      .thenEvents(wasIn(30, 'UnitLeaderAppointed', { leader: 'ada' }));
    const leaver = replay(personModule.decider, resigned);
    for (const [when, refused] of [
      [msFrom(day(20), -1), false],
      [day(20), true],
    ] as const) {
      const asked = afterIn(...opened).when(appoint(), unitOn(when, { leader: leaver }));
      if (refused) asked.thenRefused({ type: 'LeaderNotEmployed', leader: 'ada' });
      else asked.thenEvents(wasIn(when, 'UnitLeaderAppointed', { leader: 'ada' }));
    }
    afterIn(...opened)
      .when(appoint(), unitOn(msFrom(day(1), 1), { leader: replay(personModule.decider, joined.slice(0, 0)) }))
      .thenRefused({ type: 'LeaderNotEmployed', leader: 'ada' });
  });

  test('by the same person is already so, from when it began', () => {
    for (const when of [5, 30]) {
      afterIn(...led)
        .when(appoint(), unitOn(when))
        .thenNothing();
    }
    afterIn(...led)
      .when(appoint(), unitOn(msFrom(day(5), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'leadership', last: day(5) });
    afterIn(...led, wasIn(7, 'UnitLeaderReleased', { leader: 'ada' }))
      .when(appoint(), unitOn(7))
      .thenEvents(wasIn(7, 'UnitLeaderAppointed', { leader: 'ada' }));
  });

  test('passes on in order of time', () => {
    for (const when of [day(5), day(30)]) {
      afterIn(...led)
        .when(appoint('bob'), unitOn(when))
        .thenEvents(wasIn(when, 'UnitLeaderAppointed', { leader: 'bob' }));
    }
    afterIn(
      ...led,
      wasIn(5, 'UnitLeaderAppointed', { leader: 'bob' }),
      wasIn(5, 'UnitLeaderReleased', { leader: 'bob' }),
    )
      .when(appoint('cyd'), unitOn(4))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'leadership', last: day(5) });
  });

  test('is given up once', () => {
    const release = askIn('ReleaseUnitLeader');
    for (const when of [day(5), day(30)]) {
      afterIn(...led)
        .when(release, unitOn(when))
        .thenEvents(wasIn(when, 'UnitLeaderReleased', { leader: 'ada' }));
      afterIn(...led, wasIn(when, 'UnitLeaderReleased', { leader: 'ada' }))
        .when(release, unitOn(when))
        .thenNothing();
    }
    for (const nobody of [opened, closed]) {
      afterIn(...nobody)
        .when(release)
        .thenNothing();
    }
  });
});

describe('closing a unit DLR-51', () => {
  const close = askIn('CloseUnit');

  test('comes once, no sooner than it was opened or last led by another', () => {
    afterIn(...opened)
      .when(close, unitOn(1))
      .thenEvents(wasIn(1, 'UnitClosed', {}));
    afterIn(...closed)
      .when(close)
      .thenNothing();
    afterIn(...opened)
      .when(close, unitOn(msFrom(day(1), -1)))
      .thenRefused({ type: 'UnitNotOpen', unit: 'north', openedAt: day(1), closedAt: null });
    afterIn(...led)
      .when(close, unitOn(msFrom(day(5), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'leadership', last: day(5) });
    afterIn(...led)
      .when(close, unitOn(5))
      .thenEvents(wasIn(5, 'UnitClosed', {}));
  });

  test('ends its leadership for good: nobody is dated back into it ORG-25', () => {
    afterIn(...led, wasIn(10, 'UnitClosed', {}))
      .when(askIn('ReleaseUnitLeader'))
      .thenNothing();
    afterIn(...closed)
      .when(appoint(), unitOn(msFrom(day(10), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'leadership', last: day(10) });
    afterIn(...closed)
      .when(appoint(), unitOn(10))
      .thenRefused({ type: 'UnitNotOpen', unit: 'north', openedAt: day(1), closedAt: day(10) });
  });
});

test('a decision reads the parent, or who is to lead', () => {
  const reads = (command: Parameters<typeof unitModule.reads>[0]) =>
    unitModule
      .reads(command, on(30), known(initialUnit, { 'playbook-main': on(30).playbook }))
      .map(({ stream }) => stream);
  expect(reads(open())).toEqual(['playbook-main']);
  expect(reads(open({ parent: 'dealer' }))).toEqual(['playbook-main', 'unit-dealer']);
  expect(reads(appoint())).toEqual(['playbook-main', 'person-ada']);
  expect(reads(askIn('CloseUnit'))).toEqual(['playbook-main']);
});
