/** The company's written standard: relationship and won amount decide the class. @source ORG-34, ORG-35, Q3, Q4 */
import { type Currency, epochMillis, type Instant, type Money, type MoneyError, plus } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Classification, ClassRule } from '../playbook/index.js';
import type { Journey } from './journey.js';

const DAY = 86_400_000;

/** What was won in the window, a sum per currency in order of first appearance. */
export const wonOf = (
  journeys: ReadonlyArray<Journey>,
  { windowDays }: Classification,
  at: Instant,
): E.Either<MoneyError, ReadonlyArray<Money>> => {
  const since = windowDays === undefined ? Number.NEGATIVE_INFINITY : epochMillis(at) - windowDays * DAY;
  const totals = new Map<Currency, Money>();
  for (const move of journeys.flatMap(({ moves }) => moves)) {
    if (move.step.kind !== 'completed' || move.step.amount === undefined) continue;
    if (epochMillis(move.at) < since || move.at > at) continue;
    const { amount } = move.step;
    const standing = totals.get(amount.currency);
    const total = standing === undefined ? E.right(amount) : plus(standing, amount);
    if (E.isLeft(total)) return total;
    totals.set(amount.currency, total.right);
  }
  return E.right([...totals.values()]);
};

/** The class that the standard gives: that of the first rule that holds. */
export const classOf = (
  { rules, otherwise }: Classification,
  relationship: string | undefined,
  won: ReadonlyArray<Money>,
): Classification['otherwise'] => rules.find((rule) => holds(rule, relationship, won))?.class ?? otherwise;

const holds = ({ relationships, wonAtLeast }: ClassRule, relationship: string | undefined, won: ReadonlyArray<Money>) =>
  (relationships === undefined || relationships.some((name) => name === relationship)) &&
  (wonAtLeast === undefined ||
    won.some(({ currency, minor }) => currency === wonAtLeast.currency && minor >= wonAtLeast.minor));
