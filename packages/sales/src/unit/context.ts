import type { Governed, Ruled as RuledMoment } from '../governance/index.js';
import type { Person } from '../person/readable.js';
import type { Unit } from './evolve.js';

/** What a decision about a unit reads besides the unit. */
export interface Others {
  /** The unit it is opened under; absent at the top of the tree. */
  readonly parent?: Unit | undefined;
  /** Who is to lead it; absent for any other command. */
  readonly leader?: Person | undefined;
}

/** What the engine gives to a decision. */
export type UnitContext = Governed & Others;

/** The same, once a playbook is known to be in force. */
export type Ruled = RuledMoment & Others;
