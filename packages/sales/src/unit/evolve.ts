import type { BusinessId, Evolve, Instant } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import { defined } from '../checks.js';
import { endedAt, type Span } from '../person/readable.js';
import type { UnitEvent, UnitKind } from './events.js';

/** What decisions must know of a unit. */
export type Unit = { readonly phase: 'unknown' } | OpenedUnit;

export interface OpenedUnit {
  readonly phase: 'opened';
  readonly name: string;
  readonly unitKind: UnitKind;
  readonly parent?: BusinessId;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  /** One leader at a time. */
  readonly leaders: ReadonlyArray<Span<BusinessId>>;
}

export const initial: Unit = { phase: 'unknown' };

export const evolve: Evolve<Unit, UnitEvent> = (unit, event) => {
  const at = event.effectiveAt;
  if (event.type === 'UnitOpened') {
    const { name, unitKind, parent } = event.data;
    return { phase: 'opened', name, unitKind, openedAt: at, leaders: [], ...defined({ parent }) };
  }
  if (unit.phase !== 'opened') return undefined;
  switch (event.type) {
    case 'UnitRenamed':
      unit.name = event.data.name;
      return undefined;
    case 'UnitLeaderAppointed':
      unit.leaders = [...endedAt(unit.leaders, at), { what: event.data.leader, from: at }];
      return undefined;
    case 'UnitLeaderReleased':
      unit.leaders = [...endedAt(unit.leaders, at)];
      return undefined;
    case 'UnitClosed':
      unit.closedAt = at;
      unit.leaders = [...endedAt(unit.leaders, at)];
      return undefined;
    default:
      return absurd(event);
  }
};
