import type { BusinessId } from '@millrace/kernel';
import {
  type GovernanceRefusal,
  initialUnit,
  type PersonCommand,
  type PersonContext,
  type PersonEvent,
  type PersonRefusal,
} from '@millrace/sales';
import { describe, test } from 'vitest';
import { afterOf, askOf, joined, resigned, staffOn, unitFrom, wasOf } from '../support/staff-story.js';
import { day, msFrom } from '../support/story.js';

/** A question that is refused in one way. */
interface Case<Refusal> {
  readonly history: ReadonlyArray<PersonEvent>;
  readonly command: PersonCommand;
  readonly context?: PersonContext;
  readonly refusal: Refusal;
}

type Refusals = PersonRefusal | GovernanceRefusal;

const team = [...joined, wasOf(5, 'TeamJoined', { unit: 'south', until: day(10) })];
const north = { unit: 'north' };

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in Refusals['type']]: Case<Extract<Refusals, { type: Type }>> } = {
  NoPlaybook: {
    history: joined,
    command: askOf('JoinTeam', north),
    context: staffOn(30, { playbook: { phase: 'unpublished' } }),
    refusal: { type: 'NoPlaybook' },
  },
  EffectiveInFuture: {
    history: joined,
    command: askOf('JoinTeam', north),
    context: staffOn(31),
    refusal: { type: 'EffectiveInFuture', effectiveAt: day(31), now: day(30) },
  },
  NotPermitted: {
    history: joined,
    command: askOf('GrantRole', { role: 'manager' }),
    context: staffOn(30, { role: 'seller' as BusinessId }),
    refusal: { type: 'NotPermitted', role: 'seller', command: 'GrantRole' },
  },
  RoleNotHeld: {
    history: joined,
    command: askOf('GrantRole', { role: 'manager' }),
    context: staffOn(30, { actor: 'ada' as BusinessId }),
    refusal: { type: 'RoleNotHeld', actor: 'ada', role: 'operator' },
  },
  PersonUnknown: {
    history: [],
    command: askOf('RenamePerson', { name: 'Ada' }),
    refusal: { type: 'PersonUnknown', person: 'ada' },
  },
  PersonAlreadyJoined: {
    history: joined,
    command: askOf('JoinStaff', { name: 'Ada' }),
    refusal: { type: 'PersonAlreadyJoined', since: day(1) },
  },
  PersonResigned: {
    history: resigned,
    command: askOf('JoinTeam', north),
    refusal: { type: 'PersonResigned', person: 'ada', since: day(20) },
  },
  BeforeJoining: {
    history: joined,
    command: askOf('GrantRole', { role: 'seller' }),
    context: staffOn(msFrom(day(1), -1)),
    refusal: { type: 'BeforeJoining', joined: day(1) },
  },
  NotThePerson: {
    history: joined,
    command: askOf('AcceptDataTerms', { terms: '2026' }),
    context: staffOn(30, {
      actor: 'bob' as BusinessId,
      role: 'seller' as BusinessId,
      actorRecord: { ...seller(), employments: [{ what: 'staff', from: day(1) }] },
    }),
    refusal: { type: 'NotThePerson', person: 'ada', actor: 'bob' },
  },
  StretchWithoutLength: {
    history: joined,
    command: askOf('GrantRole', { role: 'seller', until: day(29) }),
    refusal: { type: 'StretchWithoutLength', from: day(30), until: day(29) },
  },
  StretchesOverlap: {
    history: team,
    command: askOf('JoinTeam', north),
    context: staffOn(9),
    refusal: { type: 'StretchesOverlap', what: 'south', from: day(5), to: day(10) },
  },
  NothingToEnd: {
    history: team,
    command: askOf('LeaveTeam', north),
    context: staffOn(7),
    refusal: { type: 'NothingToEnd', what: 'north' },
  },
  UndefinedTerm: {
    history: joined,
    command: askOf('QualifyForPost', { post: 'pilot' }),
    refusal: { type: 'UndefinedTerm', list: 'posts', id: 'pilot' },
  },
  UnitUnknown: {
    history: joined,
    command: askOf('JoinTeam', north),
    context: staffOn(30, { unit: initialUnit }),
    refusal: { type: 'UnitUnknown', unit: 'north' },
  },
  UnitNotOpen: {
    history: joined,
    command: askOf('JoinTeam', north),
    context: staffOn(10, { unit: unitFrom(2, 10) }),
    refusal: { type: 'UnitNotOpen', unit: 'north', openedAt: day(2), closedAt: day(10) },
  },
  BeganLater: {
    history: team,
    command: askOf('ResignSeller', { reason: 'ownWish' }),
    context: staffOn(msFrom(day(5), -1)),
    refusal: { type: 'BeganLater', what: 'south', from: day(5) },
  },
};

function seller() {
  return {
    phase: 'staff' as const,
    roles: [{ what: 'seller' as never, from: day(1) }],
    teams: [],
    qualifications: [],
    dataTerms: [],
  };
}

describe('every way a command about a person is turned down is met LAW-5', () => {
  test.each(Object.entries(cases))('%s', (_, { history, command, context = staffOn(), refusal }) =>
    afterOf(...history)
      .when(command, context)
      .thenRefused(refusal),
  );
});
