import type { Governed, Ruled as RuledMoment } from '../governance/index.js';
import type { Person } from '../person/readable.js';
import type { Unit } from '../unit/readable.js';

/** What a decision about a period reads besides the period. */
export interface Others {
  /** Whose target is set, where it is a person's. */
  readonly person?: Person | undefined;
  /** Whose target is set, where it is a unit's. */
  readonly unit?: Unit | undefined;
}

/** What the engine gives to a decision. */
export type PeriodContext = Governed & Others;

/** The same, once a playbook is known to be in force. */
export type Ruled = RuledMoment & Others;
