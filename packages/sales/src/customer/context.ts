import type { Governed, Ruled as RuledMoment } from '../governance/index.js';
import type { Person } from '../person/readable.js';
import type { Customer } from './evolve.js';

/** What a decision about a customer reads besides the customer. */
export interface Others {
  /** The customer that a link names; unknown for any other command. */
  readonly other: Customer;
  /** The record of who is to have custody, where somebody is. */
  readonly receiver?: Person | undefined;
}

/** What the engine gives to a decision. */
export type CustomerContext = Governed & Others;

/** The same, once a playbook is known to be in force. */
export type Ruled = RuledMoment & Others;
