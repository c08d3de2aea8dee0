import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type BusinessId, type Moment, replay } from '@millrace/kernel';
import {
  type Customer,
  type CustomerCommand,
  type CustomerContext,
  customerModule,
  dealership,
  type Playbook,
  type PlaybookState,
  playbookModule,
  type Term,
} from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type ContextOf, historyOf } from '../decider-laws/index.js';
import { customerIds, managerIds, sellerIds } from './people.js';
import { hoursIn, timeAt } from './time.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const momentAt = (step: number): Moment => ({
  effectiveAt: timeAt(step),
  now: timeAt(step),
  actor: 'operator' as BusinessId,
  role: 'operator' as BusinessId,
  sha256,
});

/** The state of the rules once `playbook` is published. @throws AssertionError where it is not fit to be. */
export const publishedPlaybook = (playbook: Playbook): PlaybookState => {
  const answer = playbookModule.decider.decide(
    { type: 'PublishPlaybook', playbook },
    playbookModule.decider.initial,
    momentAt(0),
  );
  assert(E.isRight(answer), 'the playbook breaks a rule');
  return replay(playbookModule.decider, answer.right);
};

const rules = publishedPlaybook(dealership);

/**
 * When the command drawn at a step is asked, and as of when: three times in four of now, else of up
 * to three days ago; one in sixteen of a time to come. A roll of 0 is of now.
 */
const timesOf = (step: number, roll: number): Pick<Moment, 'effectiveAt' | 'now'> => {
  const now = timeAt(step);
  if (roll % 16 === 15) return { now, effectiveAt: timeAt(step + 2) };
  return roll % 4 === 3
    ? { now, effectiveAt: hoursIn(24 * Math.floor(step / 2) - ((roll >> 2) % 73)) }
    : { now, effectiveAt: now };
};

/** The context of a step, for a customer whose links lead to `other`. */
export const contextWith = (other: Customer, step: number, roll: number): CustomerContext => ({
  ...momentAt(step),
  ...timesOf(step, roll),
  playbook: rules,
  other,
});

const decider = customerModule.decider;
const [, other = 'c2' as BusinessId, third = 'c3' as BusinessId] = customerIds;
const [seller = 'ada' as BusinessId] = sellerIds;
const [manager = 'mia' as BusinessId] = managerIds;

/** The way of the customer that a link leads to. */
const way: ReadonlyArray<CustomerCommand> = [
  { type: 'CollectProspect', customer: other, collectedBy: seller, sheet: { source: 'walkIn' as Term, mobile: '138' } },
  { type: 'AcceptProspect', customer: other, screenedBy: manager },
  { type: 'EnterCustomer', customer: other, custodian: seller },
  { type: 'LinkDuplicate', customer: other, of: third },
];

/** Where the first `asked` commands of that way lead, a link finding `target`. */
const after = (asked: number, target: Customer = decider.initial): Customer =>
  replay(
    decider,
    historyOf(decider, way.slice(0, asked), () => contextWith(target, 0, 0)),
  );

/** Unknown, pending, entered, and a duplicate itself. */
const others: ReadonlyArray<Customer> = [after(0), after(1), after(3), after(4, after(3))];

/**
 * The context of a command in a walk over one customer, under the published `dealership`: time goes
 * on with the step, some commands are dated back, and a link finds whichever customer the roll says.
 */
export const customerContext: ContextOf<CustomerCommand, CustomerContext> = (step, _, roll) =>
  contextWith(others[(roll >> 8) % others.length] ?? decider.initial, step, roll);
