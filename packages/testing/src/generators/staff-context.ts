import type { BusinessId } from '@millrace/kernel';
import { replay } from '@millrace/kernel';
import {
  initialPerson,
  initialUnit,
  type Person,
  type PersonCommand,
  type PersonContext,
  personFold,
  type Unit,
  type UnitCommand,
  type UnitContext,
  unitFold,
} from '@millrace/sales';
import type { ContextOf } from '../decider-laws/index.js';
import { customerContext } from './customer-context.js';
import { sellerIds, unitIds } from './people.js';
import { hoursIn, timeAt } from './time.js';

/** A unit that opened ten days before walks begin, and closes at a step of them where one is given. */
const unitOf = (closed?: number): Unit => {
  const [unit] = unitIds;
  return replay(unitFold, [
    { type: 'UnitOpened', data: { unit, unitKind: 'branch', name: 'North' }, effectiveAt: hoursIn(-240) },
    ...(closed === undefined ? [] : [{ type: 'UnitClosed' as const, data: {}, effectiveAt: timeAt(closed) }]),
  ]);
};

/** Somebody who joins as walks begin, and is gone from a step on where one is given. */
const personOf = (gone?: number): Person => {
  const [person] = sellerIds;
  return replay(personFold, [
    { type: 'StaffJoined', data: { person, name: 'Ada' }, effectiveAt: timeAt(0) },
    ...(gone === undefined
      ? []
      : [{ type: 'SellerResigned' as const, data: { reason: 'ownWish' as never }, effectiveAt: timeAt(gone) }]),
  ]);
};

const units: ReadonlyArray<Unit> = [unitOf(), unitOf(), unitOf(10), unitOf(0), initialUnit];
const people: ReadonlyArray<Person> = [personOf(), personOf(), personOf(10), initialPerson];

/** The moment of a step, as of now or some days ago; mostly the operator's, else nobody's who may ask. */
const moment = (step: number, roll: number) => {
  const { other: _, ...governed } = customerContext(
    step,
    { type: 'UnlinkDuplicate', customer: 'c1' as BusinessId },
    roll,
  );
  if ((roll >> 16) % 16 === 1) return { ...governed, role: 'seller' as BusinessId };
  if ((roll >> 16) % 16 === 2) return { ...governed, actor: 'import' as BusinessId };
  return (roll >> 20) % 32 === 1 ? { ...governed, playbook: { phase: 'unpublished' as const } } : governed;
};

/** The context of a command about a person: the unit to be joined is open, closed on the way, or unknown. */
export const personContext: ContextOf<PersonCommand, PersonContext> = (step, _, roll) => ({
  ...moment(step, roll),
  unit: units[(roll >> 8) % units.length],
});

/** The context of a command about a unit: parent and leader are there, gone on the way, or unknown. */
export const unitContext: ContextOf<UnitCommand, UnitContext> = (step, _, roll) => ({
  ...moment(step, roll),
  parent: units[(roll >> 8) % units.length],
  leader: people[(roll >> 8) % people.length],
});
