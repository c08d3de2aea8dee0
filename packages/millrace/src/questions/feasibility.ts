import type { Clock, Engine } from '@millrace/engine';
import type { Money, MoneyError } from '@millrace/kernel';
import { zero } from '@millrace/kernel';
import {
  type AchievedQuestion,
  achieved,
  creditsView,
  type Feasibility,
  feasibility,
  funnelOf,
  funnelView,
  type LedgerDocuments,
  type NotEnoughMatureData,
  organisationView,
  reconciliation,
  type Span,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Asking, type LogError, readInto } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';
import { asOfIn, type RuledAnswer, rulesAt } from './ruled.js';

/** What has to be sold, by whom, in which period. */
export interface FeasibilityAsking extends Asking {
  /** A month or quarter. */
  readonly period: string;
  readonly target: Money;
  /** One person; the whole organisation, when left out. */
  readonly person?: string;
  /** By the experience of journeys that began in it; of all, when left out. */
  readonly span?: Span;
}

export interface FeasibilityAnswer extends RuledAnswer, Feasibility {
  readonly credited: Money;
}

/** Whether the present prospects and shoppers can meet a target, by experience. @source DLR-35 */
export const askFeasibility =
  (
    engine: Engine,
    asking: FeasibilityAsking,
    clock: Clock,
  ): TaskEither<LogError | NoPlaybookPublished | NotEnoughMatureData | MoneyError, FeasibilityAnswer> =>
  async () => {
    const views = { funnel: funnelView, credits: creditsView, organisation: organisationView };
    const shown = await readInto(engine, views, asking)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const { playbook, version } = rules.right;
    const { target, person, period, span } = asking;
    const basis = playbook.performance.creditBasis;
    const credited = creditedOf(documents, { period, basis, currency: target.currency }, person);
    if (E.isLeft(credited)) return credited;
    const asOf = asOfIn(asking, clock);
    const holders = person === undefined ? undefined : new Set([person]);
    const definition = funnelOf(playbook);
    const found = feasibility(documents, { definition, asOf, target, credited: credited.right, basis, span, holders });
    if (E.isLeft(found)) return found;
    return E.right({ asOf, knownAt, playbook: version, credited: credited.right, ...found.right });
  };

/** What one person was credited in a period, or everybody. */
const creditedOf = (
  documents: LedgerDocuments,
  question: AchievedQuestion,
  person: string | undefined,
): E.Either<MoneyError, Money> => {
  if (person !== undefined) return achieved(documents, { person }, question);
  const books = reconciliation(documents, question);
  if (E.isLeft(books)) return books;
  const { currency } = question;
  return E.right(books.right.find((book) => book.currency === currency)?.total ?? zero(currency));
};
