/** The rules of units, named. Each says in its first line where it comes from. */
import type { Instant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import { notBefore } from '../dating.js';
import { covers, type Person, spanAt } from '../person/readable.js';
import type { Ruled } from './context.js';
import type { OpenedUnit, Unit } from './evolve.js';
import type { Check } from './refusals.js';

/** DLR-51: a unit is opened before anything else. */
export const whenOpened = (unit: Unit | undefined, id: string): Check<OpenedUnit> =>
  unit?.phase === 'opened' ? E.right(unit) : refuse({ type: 'UnitUnknown', unit: id });

/** DLR-51: nothing is done in a unit before it is opened or after it is closed. */
export const openThen = (id: string, { openedAt, closedAt }: OpenedUnit, at: Instant): Check =>
  covers({ from: openedAt, ...(closedAt === undefined ? {} : { to: closedAt }) }, at)
    ? ok
    : refuse({ type: 'UnitNotOpen', unit: id, openedAt, closedAt: closedAt ?? null });

/** ORG-25: a unit is led by somebody who works here. */
export const works = (id: string, person: Person | undefined, at: Instant): Check =>
  person?.phase === 'staff' && spanAt(person.employments, at) !== undefined
    ? ok
    : refuse({ type: 'LeaderNotEmployed', leader: id });

/** Design decision 11: leadership never goes back in effective time; closing is the last of its moves. */
export const leadershipOnTime = ({ leaders, openedAt, closedAt }: OpenedUnit, context: Ruled): Check => {
  const last = leaders.at(-1);
  return notBefore('leadership', closedAt ?? last?.to ?? last?.from ?? openedAt, context);
};
