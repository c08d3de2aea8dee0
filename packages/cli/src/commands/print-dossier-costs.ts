import { type Money, sum } from '@millrace/kernel';
import type { Dossier, PhaseCost } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { areWhole, figureOf, percentOf } from '../render/money.js';
import { table } from '../session.js';
import { fill } from '../texts/fill.js';
import type { Page } from './print-page.js';

/** Prints budget and cost by phase, then the chances as they were assessed. @source PRJ-34, PRJ-35 */
export const printCosts = (page: Page, { costs, probabilities }: Dossier): void => {
  const { session, names, called } = page;
  const { words } = session.texts;
  const amounts = costs.flatMap(({ budget, cost, late }) => [budget, cost, late]).filter((one) => one !== null);
  const [known] = amounts;
  if (known !== undefined) {
    const figure = (one: Money | null): string => (one === null ? '' : figureOf(one, areWhole(amounts)));
    session.io.out('\n');
    table(session, {
      head: [words.costs, ...[words.budget, words.cost].map((word) => `${word} (${known.currency})`), words.notes],
      rows: [
        ...costs.map((one) => [
          called.phase(one.phase),
          figure(one.budget),
          figure(one.cost),
          notesOf(page, one, figure).join(words.listing),
        ]),
        ...(costs.length < 2
          ? []
          : [[words.sum, figure(sumOf(known, costs, 'budget')), figure(sumOf(known, costs, 'cost')), '']]),
      ],
      figures: [1, 2],
    });
  }
  if (probabilities.length === 0) return;
  session.io.out('\n');
  table(session, {
    head: [words.assessed, words.phase, words.probability, words.by],
    rows: probabilities.map(({ at, phase, bp, by }) => [names.day(at), called.phase(phase), percentOf(bp), by]),
    figures: [2],
  });
};

const notesOf = (
  { session }: Page,
  { budget, cost, late, approvers }: PhaseCost,
  figure: (amount: Money) => string,
): ReadonlyArray<string> => {
  const { words } = session.texts;
  const over = budget !== null && cost !== null && cost.minor > budget.minor;
  return [
    ...(over ? [words.overBudget] : []),
    ...(approvers.length === 0 ? [] : [fill(words.approvedBy, { people: approvers })]),
    ...(late === null ? [] : [fill(words.bookedLate, { amount: figure(late) })]),
  ];
};

/** All are of one currency; what would be no amount any more is left out. */
const sumOf = ({ currency }: Money, costs: ReadonlyArray<PhaseCost>, what: 'budget' | 'cost'): Money | null =>
  pipe(
    sum(
      currency,
      costs.flatMap((one) => one[what] ?? []),
    ),
    E.getOrElse((): Money | null => null),
  );
