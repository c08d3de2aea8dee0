import type { Governed, Ruled as RuledMoment } from '../governance/index.js';
import type { PeriodLabel, SalesPeriod } from '../period/readable.js';
import type { Person } from '../person/readable.js';

/** A month or quarter that the sale falls in, and what is known of it. */
export interface Placed {
  readonly label: PeriodLabel;
  readonly period: SalesPeriod;
}

/** What a decision about a credit reads besides the sale. */
export interface Others {
  /** The record of everybody who gets a share. */
  readonly people: ReadonlyMap<string, Person>;
  /** Whether the customer named is entered. */
  readonly customerEntered: boolean;
  /** The month and the quarter of the credit's effective time. */
  readonly periods: ReadonlyArray<Placed>;
}

/** What the engine gives to a decision. */
export type SaleContext = Governed & Others;

/** The same, once a playbook is known to be in force. */
export type Ruled = RuledMoment & Others;
