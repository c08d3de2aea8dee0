/** Purchases: decided makes a buyer, completed closes the journey won. @source DLR-10, DLR-37, Q5, Q8 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { openJourney } from './decide-journey.js';
import type { Entered } from './evolve.js';
import type { Standing } from './journey.js';
import {
  evidenced,
  firstStage,
  journeyOnTime,
  lastJourney,
  notBelowZero,
  purchaseDecided,
  whenOpen,
} from './policy.js';
import type { Decision } from './refusals.js';
import { type Evidence, sameAmount } from './terms.js';

/** Q8: who decides after a closing does so in a new journey, opened in the same append. */
export const decidePurchase = (
  { evidence }: CommandTo<'DecidePurchase'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const last = lastJourney(customer);
  if (last !== undefined && last.standing.outcome === undefined) {
    return last.standing.decided ? E.right([]) : decided(last.journey.number, last.standing, evidence, context);
  }
  const opened = openJourney(customer, context);
  if (E.isLeft(opened)) return opened;
  const standing = { stage: firstStage(context), since: context.effectiveAt };
  const purchase = decided(customer.journeys.length + 1, standing, evidence, context);
  return E.isLeft(purchase) ? purchase : E.right([...opened.right, ...purchase.right]);
};

const decided = (
  journey: number,
  standing: Pick<Standing, 'stage' | 'since'>,
  evidence: Evidence | undefined,
  context: Ruled,
): Decision => {
  const to = context.rules.playbook.customer.purchaseStage;
  return unless([evidenced(to, evidence, context), journeyOnTime(standing, context)], () => [
    {
      type: 'PurchaseDecided',
      data: { journey, from: standing.stage, to, ...defined({ evidence }) },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

export const completePurchase = (
  { amount }: CommandTo<'CompletePurchase'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const last = lastJourney(customer)?.standing;
  if (last?.outcome === 'won' && sameAmount(last.amount, amount)) return E.right([]);
  const open = whenOpen(customer);
  if (E.isLeft(open)) return open;
  const { journey, standing } = open.right;
  return unless([purchaseDecided(standing), notBelowZero(amount), journeyOnTime(standing, context)], () => [
    {
      type: 'PurchaseCompleted',
      data: { journey: journey.number, ...defined({ amount }) },
      effectiveAt: context.effectiveAt,
    },
  ]);
};
