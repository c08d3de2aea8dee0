/** The company's written standard: relationship and won amount decide the class. @source ORG-34, ORG-35, Q3, Q4 */
import { epochMillis, type Instant, type Money, type MoneyError, sum } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import type { Classification, ClassRule } from '../playbook/index.js';
import type { Journey } from './journey.js';

const DAY = 86_400_000;

/**
 * What was won at most `windowDays` before `at`, a sum per currency in order of first appearance.
 *
 * @units days of 24 hours
 */
export const wonOf = (
  journeys: ReadonlyArray<Journey>,
  { windowDays = Number.POSITIVE_INFINITY }: Classification,
  at: Instant,
): E.Either<MoneyError, ReadonlyArray<Money>> => {
  const since = epochMillis(at) - windowDays * DAY;
  const won = journeys
    .flatMap(({ moves }) => moves)
    .filter((move) => move.at <= at && epochMillis(move.at) >= since)
    .flatMap(({ step }) => (step.kind === 'completed' && step.amount !== undefined ? [step.amount] : []));
  const currencies = [...new Set(won.map(({ currency }) => currency))];
  return pipe(
    currencies,
    RA.traverse(E.Applicative)((currency) =>
      sum(
        currency,
        won.filter((amount) => amount.currency === currency),
      ),
    ),
  );
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
