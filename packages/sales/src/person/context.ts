import type { Governed, Ruled as RuledMoment } from '../governance/index.js';
import type { Unit } from '../unit/readable.js';

/** What a decision about a person reads besides the person. */
export interface Others {
  /** The unit to be joined; absent for any other command. */
  readonly unit?: Unit | undefined;
}

/** What the engine gives to a decision. */
export type PersonContext = Governed & Others;

/** The same, once a playbook is known to be in force. */
export type Ruled = RuledMoment & Others;
