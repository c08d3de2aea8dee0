import { type BusinessId, replay } from '@millrace/kernel';
import {
  type Person,
  type PersonEvent,
  type Playbook,
  type PlaybookContext,
  personModule,
  playbookModule,
} from '@millrace/sales';
import { given, publishedPlaybook } from '@millrace/testing';
import { describe, expect, test } from 'vitest';
import { afterOf, askOf, joined, rulesOf, staffOn, wasOf } from '../support/staff-story.js';
import { day, dealershipWith, known, msFrom, on } from '../support/story.js';

const as = (actor: string, role = actor) => ({ actor: actor as BusinessId, role: role as BusinessId });
const rename = askOf('RenamePerson', { name: 'Ada Lovelace' });
const teams = askOf('JoinTeam', { unit: 'north' });
const joinedTeam = wasOf(30, 'TeamJoined', { unit: 'north' });

/** The record of mia, a manager in a stretch of days. */
const manager = (from: number, ...more: ReadonlyArray<PersonEvent>): Person =>
  replay(personModule.decider, [
    wasOf(1, 'StaffJoined', { person: 'mia', name: 'Mia' }),
    wasOf(from, 'RoleGranted', { role: 'manager' }),
    ...more,
  ]);

describe('who may ask for what REL-12', () => {
  test('is what the playbook lists for the role, and nothing else', () => {
    afterOf(...joined)
      .when(teams, staffOn(30, { ...as('mia', 'manager'), actorRecord: manager(2) }))
      .thenEvents(joinedTeam);
    for (const role of ['seller', 'captain', 'tester']) {
      afterOf(...joined)
        .when(teams, staffOn(30, { ...as('mia', role), actorRecord: manager(2) }))
        .thenRefused({ type: 'NotPermitted', role, command: 'JoinTeam' });
    }
  });

  test('a role of persons is held by the actor’s own record, when asking', () => {
    const asked = (record: Person | undefined, when: Parameters<typeof staffOn>[0] = 30) =>
      afterOf(...joined).when(teams, staffOn(when, { ...as('mia', 'manager'), actorRecord: record }));
    const refusal = { type: 'RoleNotHeld', actor: 'mia', role: 'manager' } as const;
    asked(undefined).thenRefused(refusal);
    asked(replay(personModule.decider, [])).thenRefused(refusal);
    asked(manager(30)).thenEvents(joinedTeam);
    asked(manager(2, wasOf(30, 'RoleRevoked', { role: 'manager' }))).thenRefused(refusal);
    asked(manager(2, wasOf(30, 'SellerResigned', { reason: 'ownWish' }))).thenRefused(refusal);
  });

  test('nobody who lost a role uses it by dating back, and who has it may speak of earlier days', () => {
    const lost = manager(2, wasOf(20, 'RoleRevoked', { role: 'manager' }));
    afterOf(...joined)
      .when(teams, staffOn(10, { ...as('mia', 'manager'), actorRecord: lost }))
      .thenRefused({ type: 'RoleNotHeld', actor: 'mia', role: 'manager' });
    afterOf(...joined)
      .when(teams, staffOn(10, { ...as('mia', 'manager'), actorRecord: manager(20) }))
      .thenEvents(wasOf(10, 'TeamJoined', { unit: 'north' }));
  });

  test('a system role is held by the actor of that very name only', () => {
    for (const role of ['operator', 'import']) {
      afterOf(...joined)
        .when(rename, staffOn(30, as(role)))
        .thenEvents(wasOf(30, 'PersonRenamed', { name: 'Ada Lovelace' }));
      afterOf(...joined)
        .when(rename, staffOn(30, { ...as('mia', role), actorRecord: manager(2) }))
        .thenRefused({ type: 'RoleNotHeld', actor: 'mia', role });
    }
  });

  test('is everything, for everybody, under a playbook that allows everything', () => {
    const all = rulesOf({ ...dealershipWith({}), permissions: { allow: 'all' } });
    afterOf(...joined)
      .when(rename, staffOn(30, { ...all, ...as('anybody', 'nothing') }))
      .thenEvents(wasOf(30, 'PersonRenamed', { name: 'Ada Lovelace' }));
  });

  test('no rules, a time to come, no permission, no role: in this order', () => {
    const early = { ...as('mia', 'captain'), actorRecord: undefined };
    const ahead = staffOn(msFrom(day(30), 1), early);
    afterOf()
      .when(rename, { ...ahead, playbook: { phase: 'unpublished' } })
      .thenRefused({ type: 'NoPlaybook' });
    afterOf()
      .when(rename, ahead)
      .thenRefused({ type: 'EffectiveInFuture', effectiveAt: msFrom(day(30), 1), now: day(30) });
    afterOf()
      .when(rename, staffOn(30, early))
      .thenRefused({ type: 'NotPermitted', role: 'captain', command: 'RenamePerson' });
    afterOf()
      .when(teams, staffOn(30, as('mia', 'manager')))
      .thenRefused({ type: 'RoleNotHeld', actor: 'mia', role: 'manager' });
  });

  test('an actor cannot be set by a payload', () => {
    for (const field of ['actor', 'role']) {
      const read = personModule.commands.read({ ...rename, [field]: 'operator' });
      expect(read).toEqual({ _tag: 'Left', left: { type: 'UnknownField', path: field } });
    }
  });
});

describe('what a governed decision reads REL-12', () => {
  const { playbook } = on(30);
  const reads = (role: string, rules = playbook) =>
    personModule
      .reads(rename, { ...on(30), ...as('mia', role) }, known(personModule.decider.initial, { 'playbook-main': rules }))
      .map(({ stream }) => stream);

  test('the playbook first, and what it leads to then', () => {
    expect(reads('manager', { phase: 'unpublished' })).toEqual(['playbook-main']);
    expect(reads('operator')).toEqual(['playbook-main']);
    expect(reads('captain')).toEqual(['playbook-main']);
    expect(reads('manager')).toEqual(['playbook-main', 'person-mia']);
  });
});

describe('publishing a playbook REL-12', () => {
  const { playbook: inForce, other: _, ...moment } = on(30);
  const next: Playbook = dealershipWith({ selfScreening: 'refused' });
  const publish = { type: 'PublishPlaybook', playbook: next } as const;
  const state = publishedPlaybook(dealershipWith({}));
  const before = state.phase === 'published' ? state : undefined;
  const history = [
    {
      type: 'PlaybookPublished' as const,
      data: { version: before?.version ?? '', hash: before?.hash ?? '', playbook: dealershipWith({}) },
      effectiveAt: day(1),
    },
  ];
  const asked = (more: Partial<PlaybookContext>) =>
    given(playbookModule.decider, { ...moment, ...more })(...history).when(publish);

  test('is anybody’s as long as there is none, then of who the one in force permits to', () => {
    expect(inForce.phase).toBe('published');
    const first = given(playbookModule.decider, { ...moment, ...as('anybody', 'nothing') })().when(publish);
    const published = publishedPlaybook(next);
    const { version, hash } = published.phase === 'published' ? published : { version: '', hash: '' };
    const event = { type: 'PlaybookPublished' as const, data: { version, hash, playbook: next }, effectiveAt: day(30) };
    first.thenEvents(event);
    asked({}).thenEvents(event);
    asked({ ...as('mia', 'manager'), actorRecord: manager(2) }).thenRefused({
      type: 'NotPermitted',
      role: 'manager',
      command: 'PublishPlaybook',
    });
    asked(as('mia', 'businessHead')).thenRefused({ type: 'RoleNotHeld', actor: 'mia', role: 'businessHead' });
    const head = manager(2, wasOf(3, 'RoleGranted', { role: 'businessHead' }));
    asked({ ...as('mia', 'businessHead'), actorRecord: head }).thenEvents(event);
  });

  test('reads the record of who asks in a role of persons', () => {
    const reads = (role: string) =>
      playbookModule.reads(publish, { ...moment, ...as('mia', role) }, known(state)).map(({ stream }) => stream);
    expect(reads('businessHead')).toEqual(['person-mia']);
    expect(reads('operator')).toEqual([]);
  });
});
