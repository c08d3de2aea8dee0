import type { BusinessId } from '@millrace/kernel';
import {
  type GovernanceRefusal,
  initialPerson,
  type UnitCommand,
  type UnitContext,
  type UnitEvent,
  type UnitRefusal,
} from '@millrace/sales';
import { describe, test } from 'vitest';
import { afterIn, askIn, opened, unitFrom, unitOn, wasIn } from '../support/staff-story.js';
import { day, msFrom } from '../support/story.js';

/** A question that is refused in one way. */
interface Case<Refusal> {
  readonly history: ReadonlyArray<UnitEvent>;
  readonly command: UnitCommand;
  readonly context?: UnitContext;
  readonly refusal: Refusal;
}

type Refusals = UnitRefusal | GovernanceRefusal;

const branch = { unitKind: 'branch', name: 'North' };

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in Refusals['type']]: Case<Extract<Refusals, { type: Type }>> } = {
  NoPlaybook: {
    history: opened,
    command: askIn('CloseUnit'),
    context: unitOn(30, { playbook: { phase: 'unpublished' } }),
    refusal: { type: 'NoPlaybook' },
  },
  EffectiveInFuture: {
    history: opened,
    command: askIn('CloseUnit'),
    context: unitOn(31),
    refusal: { type: 'EffectiveInFuture', effectiveAt: day(31), now: day(30) },
  },
  NotPermitted: {
    history: opened,
    command: askIn('CloseUnit'),
    context: unitOn(30, { role: 'manager' as BusinessId }),
    refusal: { type: 'NotPermitted', role: 'manager', command: 'CloseUnit' },
  },
  RoleNotHeld: {
    history: opened,
    command: askIn('CloseUnit'),
    context: unitOn(30, { role: 'businessHead' as BusinessId }),
    refusal: { type: 'RoleNotHeld', actor: 'operator', role: 'businessHead' },
  },
  UnitUnknown: {
    history: [],
    command: askIn('OpenUnit', { ...branch, parent: 'dealer' }),
    refusal: { type: 'UnitUnknown', unit: 'dealer' },
  },
  UnitAlreadyOpened: {
    history: opened,
    command: askIn('OpenUnit', branch),
    refusal: { type: 'UnitAlreadyOpened', openedAt: day(1) },
  },
  UnitNotOpen: {
    history: [],
    command: askIn('OpenUnit', { ...branch, parent: 'dealer' }),
    context: unitOn(1, { parent: unitFrom(2) }),
    refusal: { type: 'UnitNotOpen', unit: 'dealer', openedAt: day(2), closedAt: null },
  },
  LeaderNotEmployed: {
    history: opened,
    command: askIn('AppointUnitLeader', { leader: 'ada' }),
    context: unitOn(30, { leader: initialPerson }),
    refusal: { type: 'LeaderNotEmployed', leader: 'ada' },
  },
  EffectiveBeforeLast: {
    history: [...opened, wasIn(5, 'UnitLeaderAppointed', { leader: 'ada' })],
    command: askIn('ReleaseUnitLeader'),
    context: unitOn(msFrom(day(5), -1)),
    refusal: { type: 'EffectiveBeforeLast', dimension: 'leadership', last: day(5) },
  },
};

describe('every way a command about a unit is turned down is met LAW-5', () => {
  test.each(Object.entries(cases))('%s', (_, { history, command, context = unitOn(), refusal }) =>
    afterIn(...history)
      .when(command, context)
      .thenRefused(refusal),
  );
});
