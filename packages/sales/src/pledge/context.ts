import type { Governed, Ruled as RuledMoment } from '../governance/index.js';
import type { SalesPeriod } from '../period/readable.js';
import type { Person } from '../person/readable.js';
import type { Unit } from '../unit/readable.js';

/** What a decision about a pledge reads besides the pledge. */
export interface Others {
  readonly period: SalesPeriod;
  readonly person: Person;
  /** The unit of a team's pledge. */
  readonly unit?: Unit | undefined;
}

/** What the engine gives to a decision. */
export type PledgeContext = Governed & Others;

/** The same, once a playbook is known to be in force. */
export type Ruled = RuledMoment & Others;
