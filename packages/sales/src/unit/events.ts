/**
 * What can have happened to a unit of the organisation. Storage format: append-only.
 *
 * @source requirements DLR-51, ORG-25, ORG-27
 */
import { BusinessId, type EventOf, eventSet, struct } from '@millrace/kernel';
import * as t from 'io-ts';

/** Dealer, branch, outlet or department. @source DLR-51 */
export const UnitKind = t.keyof({ dealer: null, branch: null, outlet: null, department: null }, 'UnitKind');
export type UnitKind = t.TypeOf<typeof UnitKind>;

const specs = {
  /** Under `parent`, which it keeps for good; at the top of the tree where there is none. */
  UnitOpened: { data: struct({ unit: BusinessId, unitKind: UnitKind, name: t.string }, { parent: BusinessId }) },
  UnitRenamed: { data: struct({ name: t.string }) },
  UnitLeaderAppointed: { data: struct({ leader: BusinessId }) },
  UnitLeaderReleased: { data: struct({ leader: BusinessId }) },
  UnitClosed: { data: struct({}) },
};

export type UnitEvent = EventOf<typeof specs>;
export const unitEvents = eventSet('unit', specs);
