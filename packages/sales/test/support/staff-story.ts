import assert from 'node:assert/strict';
import { type EventSet, type Instant, type Module, replay } from '@millrace/kernel';
import {
  dealership,
  initialUnit,
  type PeopleRules,
  type PersonCommand,
  type PersonContext,
  type PersonEvent,
  type Playbook,
  personEvents,
  personModule,
  type Unit,
  type UnitCommand,
  type UnitContext,
  type UnitEvent,
  unitEvents,
  unitFold,
  unitModule,
} from '@millrace/sales';
import { given, publishedPlaybook } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { day, on } from './story.js';

/** The moment of a day, without what only customers' decisions are given. */
const { other: _, ...moment } = on(30);

/** An event of a day, its data checked by its codec. */
const eventIn =
  <Event extends { readonly type: string; readonly data: unknown }>(events: EventSet<never>) =>
  (when: number | Instant, type: Event['type'], data: object): Event => {
    const read = events.read(type, events.schemaOf(type), data);
    assert(E.isRight(read), `not the data of ${type}: ${JSON.stringify(read)}`);
    return { type, data: read.right, effectiveAt: typeof when === 'number' ? day(when) : when } as unknown as Event;
  };

const commandIn =
  <Command extends { readonly type: string }>(
    { commands }: Pick<Module<Command, never, never, never, never>, 'commands'>,
    subject: object,
  ) =>
  (type: Command['type'], fields: object = {}): Command => {
    const read = commands.read({ type, ...subject, ...fields });
    assert(E.isRight(read), `no command ${type}: ${JSON.stringify(read)}`);
    return read.right;
  };

/** An event of a person's record, and of a unit's. */
export const wasOf = eventIn<PersonEvent>(personEvents as unknown as EventSet<never>);
export const wasIn = eventIn<UnitEvent>(unitEvents as unknown as EventSet<never>);

/** A command about person `ada`, and about unit `north`. */
export const askOf = commandIn<PersonCommand>(personModule, { person: 'ada' });
export const askIn = commandIn<UnitCommand>(unitModule, { unit: 'north' });

/** A unit that was opened on a day, and closed on another where one is given. */
export const unitFrom = (opened: number, closed?: number): Unit =>
  replay(unitFold, [
    wasIn(opened, 'UnitOpened', { unit: 'north', unitKind: 'branch', name: 'North' }),
    ...(closed === undefined ? [] : [wasIn(closed, 'UnitClosed', {})]),
  ]);

/** What decisions about a person are given on day 30, dated `when`; the unit to be joined is open since day 1. */
export const staffOn = (when: number | Instant = 30, more: Partial<PersonContext> = {}): PersonContext => ({
  ...moment,
  effectiveAt: typeof when === 'number' ? day(when) : when,
  unit: unitFrom(1),
  ...more,
});

/** What decisions about a unit are given on day 30, dated `when`. */
export const unitOn = (when: number | Instant = 30, more: Partial<UnitContext> = {}): UnitContext => ({
  ...moment,
  effectiveAt: typeof when === 'number' ? day(when) : when,
  parent: initialUnit,
  leader: replay(personModule.decider, joined),
  ...more,
});

/** Ada on the way: with us since day 1. */
export const joined: ReadonlyArray<PersonEvent> = [wasOf(1, 'StaffJoined', { person: 'ada', name: 'Ada' })];
/** A leaver: resigned on day 20. */
export const resigned = [...joined, wasOf(20, 'SellerResigned', { reason: 'ownWish' })];
/** Back again on day 25. */
export const rejoined = [...resigned, wasOf(25, 'StaffJoined', { person: 'ada', name: 'Ada' })];

/** Unit `north`, a branch, open since day 1. */
export const opened: ReadonlyArray<UnitEvent> = [
  wasIn(1, 'UnitOpened', { unit: 'north', unitKind: 'branch', name: 'North' }),
];

/** Histories ready to be asked on day 30, unless another context is given. */
export const afterOf = given(personModule.decider, staffOn());
export const afterIn = given(unitModule.decider, unitOn());

/** The dealership's playbook with other rules of people. */
export const peopleWith = (people: Partial<PeopleRules>): Playbook => ({
  ...dealership,
  people: { ...dealership.people, ...people },
});

/** The rules in force after a playbook is published. */
export const rulesOf = (playbook: Playbook) => ({ playbook: publishedPlaybook(playbook) });
