/** What stories of periods, pledges, sales and boards are told with. */
import assert from 'node:assert/strict';
import {
  type BusinessId,
  type CommandSet,
  type DomainEvent,
  type EventSet,
  type Fold,
  type Instant,
  type Moment,
  replay,
} from '@millrace/kernel';
import {
  type OpenedPeriod,
  type Person,
  type Playbook,
  periodEvents,
  periodFold,
  personEvents,
  personFold,
  readableUnit,
  type SalesPeriod,
  salesOrganisation,
  type Unit,
  unitEvents,
} from '@millrace/sales';
import { publishedPlaybook } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { day, sha256 } from './story.js';

const published = publishedPlaybook(salesOrganisation);

/** When a decision is taken and under which rules: by the operator unless somebody else is named. */
export const at = (
  when: number | Instant,
  actor = 'operator',
  role = 'operator',
  playbook = published,
): Moment & { readonly playbook: typeof published } => {
  const instant = typeof when === 'number' ? day(when) : when;
  return { effectiveAt: instant, now: instant, actor: actor as BusinessId, role: role as BusinessId, sha256, playbook };
};

/** The rules of a sales organisation with something in place of what the preset has. */
export const rulesWith = (changes: Partial<Playbook>): typeof published =>
  publishedPlaybook({ ...salesOrganisation, ...changes });

/** A type without its brands: stories write ids, terms and amounts as plain text and numbers. */
type Plain<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? T
      : { readonly [K in keyof T]: Plain<T[K]> };

/** How events of a set are written in stories, their data checked by their codec. */
export const tells =
  <Event extends DomainEvent<string, unknown>>(events: EventSet<Event>) =>
  <Type extends Event['type']>(
    when: number | Instant,
    type: Type,
    data: Plain<Extract<Event, { type: Type }>['data']>,
  ): Event => {
    const read = events.read(type, events.schemaOf(type), data);
    assert(E.isRight(read), `not the data of ${type}: ${JSON.stringify(read)}`);
    return { type, data: read.right, effectiveAt: typeof when === 'number' ? day(when) : when } as unknown as Event;
  };

/** How commands of a set are written in stories, read as ones from outside. */
export const asks =
  <Command extends { readonly type: string }, Common extends object>(commands: CommandSet<Command>, common: Common) =>
  <Type extends Command['type']>(
    type: Type,
    fields: Plain<Omit<Extract<Command, { type: Type }>, 'type' | keyof Common>>,
  ): Command => {
    const read = commands.read({ type, ...common, ...(fields as object) });
    assert(E.isRight(read), `no command ${type}: ${JSON.stringify(read)}`);
    return read.right;
  };

export const cny = (minor: number) => ({ minor, currency: 'CNY' });

const person = tells(personEvents);
const unit = tells(unitEvents);
export const ofPeriod = tells(periodEvents);

const recordOf = <State, Event extends DomainEvent<string, unknown>>(
  fold: Fold<State, Event>,
  ...events: ReadonlyArray<Event>
): State => replay(fold, events);

/** Ada, a seller qualified and at work since day 1. */
export const ada: Person = recordOf(
  personFold,
  person(1, 'StaffJoined', { person: 'ada', name: 'Ada Li' }),
  person(1, 'RoleGranted', { role: 'seller' }),
  person(1, 'PostQualified', { post: 'seller' }),
);

/** The same, gone on a day. */
export const goneOn = (when: number): Person =>
  recordOf(
    personFold,
    person(1, 'StaffJoined', { person: 'ada', name: 'Ada Li' }),
    person(when, 'SellerResigned', { reason: 'ownWish' }),
  );

/** At work since day 1, and qualified for nothing. */
export const unqualified: Person = recordOf(personFold, person(1, 'StaffJoined', { person: 'ada', name: 'Ada Li' }));

/** The unit east, led by ada since day 2. */
export const east: Unit = recordOf(
  readableUnit.fold,
  unit(1, 'UnitOpened', { unit: 'east', unitKind: 'branch', name: '东区销售部' }),
  unit(2, 'UnitLeaderAppointed', { leader: 'ada' }),
);

/** February 2026 in Shanghai, opened on day 10 (10 January). */
export const opened = ofPeriod(10, 'PeriodOpened', {
  period: '2026-02',
  cadence: 'month',
  zone: 'Asia/Shanghai',
  start: '2026-01-31T16:00:00.000Z',
  end: '2026-02-28T16:00:00.000Z',
});

/** The state of a period after events. */
export const periodAfter = (...events: ReadonlyArray<typeof opened>): SalesPeriod => replay(periodFold, events);

/** February once it was cut off on day 61, 2 March. */
export const cutOff = ofPeriod(61, 'PeriodCutOff', {});

export const isOpened = (period: SalesPeriod): OpenedPeriod => {
  assert(period.phase === 'opened');
  return period;
};
