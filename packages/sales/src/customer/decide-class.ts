/** What the company says of a customer as a whole: its class. @source ORG-34, ORG-35, Q1, Q3, Q4 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, refuse, unless } from '../checks.js';
import { classOf, wonOf } from './classify.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Entered } from './evolve.js';
import { classOnTime, isClass, isTerm } from './policy.js';
import type { Decision } from './refusals.js';

/** ORG-35 (default): sellers propose; the class itself does not move. */
export const proposeClass = ({ class: id, proposedBy }: CommandTo<'ProposeClass'>, context: Ruled): Decision =>
  unless([isClass(id, context)], () => [
    { type: 'ClassProposed', data: { class: id, proposedBy }, effectiveAt: context.effectiveAt },
  ]);

/** ORG-35: the company decides, by the written standard; a new version of it is gone by anew, whatever class it gives. */
export const classify = (
  { relationship }: CommandTo<'ClassifyCustomer'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const known = isTerm('relationships', relationship, context);
  if (E.isLeft(known)) return known;
  const { classification } = context.rules.playbook.customer;
  const won = wonOf(customer.journeys, classification, context.effectiveAt);
  if (E.isLeft(won)) return refuse({ type: 'WonAmountOutOfRange', cause: won.left });

  const from = customer.class?.id ?? classification.otherwise;
  const to = classOf(classification, relationship, won.right);
  const { version: policyVersion } = classification;
  if (customer.class?.id === to && customer.class.policyVersion === policyVersion) return E.right([]);
  return unless([classOnTime(customer, context)], () => [
    {
      type: 'CustomerClassified',
      data: { from, to, policyVersion, won: won.right, ...defined({ relationship }) },
      effectiveAt: context.effectiveAt,
    },
  ]);
};
