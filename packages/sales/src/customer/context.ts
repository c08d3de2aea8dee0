import type { Moment } from '@millrace/kernel';
import type { PlaybookInForce, PlaybookState } from '../playbook/index.js';
import type { Customer } from './evolve.js';

/** What a decision about a customer reads besides the customer. */
export interface CustomerContext extends Moment {
  readonly playbook: PlaybookState;
  /** The customer that a link names; unknown for any other command. */
  readonly other: Customer;
}

/** The same, once a playbook is known to be in force. */
export interface Ruled extends Moment {
  readonly rules: PlaybookInForce;
  readonly other: Customer;
}
