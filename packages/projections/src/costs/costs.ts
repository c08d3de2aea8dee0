import type { Currency, Documents, Instant, Money, MoneyError } from '@millrace/kernel';
import type { ProjectOutcome, Term } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { byTextOf } from '../count.js';
import { halfEven } from '../half-even.js';
import { openedProjects } from '../opened-projects.js';
import {
  CERTAIN,
  moneyMaker,
  type PipelineDocument,
  type PipelineUnit,
  probabilityOf,
  type Share,
} from '../pipeline/index.js';
import { entriesUntil, type ProjectDocument } from '../projects/index.js';
import { isIn, type Span } from '../timeline.js';
import { type CostSheet, sheetOf } from './phases.js';

/** What something may cost, and what it has cost. */
export interface Cost {
  /** Null where none is set. */
  readonly budget: Money | null;
  readonly cost: Money;
  /** Budget less cost: below zero where it cost more; null without a budget. */
  readonly variance: Money | null;
}

export interface ProjectPhaseCost extends Cost {
  readonly phase: Term;
}

/** What a project costs; the phases add up to it. @source GAT-9 */
export interface ProjectCost extends Cost {
  readonly project: string;
  readonly owner: string | null;
  /** Null while it is open. */
  readonly outcome: ProjectOutcome | null;
  readonly phases: ReadonlyArray<ProjectPhaseCost>;
  /** In force; null where nobody assessed it. @units basis points */
  readonly probabilityBp: number | null;
  /**
   * What it has cost, and the budgets of the phases that stand after the one it is in, each by the
   * probability in force: certain once won, nothing for what nobody assessed, lost, ended or closed.
   */
  readonly expected: Money;
}

export interface CostReport {
  readonly currency: Currency;
  /** By id. */
  readonly projects: ReadonlyArray<ProjectCost>;
  readonly cost: Money;
  readonly expected: Money;
  /** What all projects decided in the span have cost, over the value of those won in it; null where nothing was won. @units minor units */
  readonly costPerWon: Share | null;
}

export interface CostDocuments {
  readonly pipeline: Documents<PipelineDocument>;
  readonly projects: Documents<ProjectDocument>;
}

export interface CostQuestion {
  readonly asOf: Instant;
  /** Of every amount. */
  readonly currency: Currency;
  /** In which the projects of `costPerWon` were decided; at any time, when left out. */
  readonly span?: Span | undefined;
}

interface Line {
  readonly unit: PipelineUnit;
  readonly sheet: CostSheet;
  readonly cost: bigint;
  /** Of later phases. @units minor units by basis points */
  readonly products: bigint;
}

/** The costs of all projects, as of an instant. @source PRJ-34, Q14, GAT-9 */
export const costsOf = (
  documents: CostDocuments,
  { asOf, currency, span }: CostQuestion,
): E.Either<MoneyError, CostReport> => {
  const lines = openedProjects(documents.pipeline, asOf)
    .map((unit) => lineOf(unit, documents.projects.get(unit.id), asOf))
    .sort(byTextOf(({ unit }) => unit.id));
  const amounts = lines.flatMap(({ unit, sheet }) => [...sheet.amounts, ...(unit.amount ? [unit.amount] : [])]);
  return E.map((moneyOf: MoneyOf): CostReport => {
    const decided = lines.filter(
      ({ unit: { outcome } }) => outcome !== undefined && (span === undefined || isIn(outcome.at, span)),
    );
    const wonValue = total(decided, ({ unit: { outcome, amount } }) =>
      outcome?.outcome === 'won' ? BigInt(amount?.minor ?? 0) : 0n,
    );
    const spent = total(decided, ({ cost }) => cost);
    return {
      currency,
      projects: lines.map((line) => projectCost(line, asOf, moneyOf)),
      cost: moneyOf(total(lines, ({ cost }) => cost)),
      expected: moneyOf(total(lines, ({ cost }) => cost) + rounded(total(lines, ({ products }) => products))),
      costPerWon: wonValue === 0n ? null : { numerator: moneyOf(spent).minor, denominator: moneyOf(wonValue).minor },
    };
  })(moneyMaker(amounts, currency));
};

type MoneyOf = (minor: bigint) => Money;

const rounded = (products: bigint): bigint => halfEven(products, BigInt(CERTAIN));

const total = (lines: ReadonlyArray<Line>, of: (line: Line) => bigint): bigint =>
  lines.reduce((all, line) => all + of(line), 0n);

const lineOf = (unit: PipelineUnit, file: ProjectDocument | undefined, asOf: Instant): Line => {
  const sheet = sheetOf(file === undefined ? [] : entriesUntil(file, asOf));
  const { phase, closed, terminated } = unit;
  const standing = phase === undefined ? -1 : sheet.order.indexOf(phase);
  const later = new Set(closed || terminated ? [] : sheet.order.slice(standing + 1));
  const budgets = sheet.phases.reduce((all, one) => (later.has(one.phase) ? all + (one.budget ?? 0n) : all), 0n);
  return {
    unit,
    sheet,
    cost: sheet.phases.reduce((all, { cost }) => all + cost, 0n),
    products: budgets * BigInt(probabilityOf(unit, asOf) ?? 0),
  };
};

const projectCost = ({ unit, sheet, cost, products }: Line, asOf: Instant, moneyOf: MoneyOf): ProjectCost => {
  const budgets = sheet.phases.flatMap(({ budget }) => budget ?? []);
  const budget = budgets.length === 0 ? undefined : budgets.reduce((all, one) => all + one, 0n);
  return {
    project: unit.id,
    owner: unit.owner,
    outcome: unit.outcome?.outcome ?? null,
    ...costOf({ budget, cost }, moneyOf),
    phases: sheet.phases.map((one) => ({ phase: one.phase, ...costOf(one, moneyOf) })),
    probabilityBp: probabilityOf(unit, asOf) ?? null,
    expected: moneyOf(cost + rounded(products)),
  };
};

const costOf = (
  { budget, cost }: { readonly budget: bigint | undefined; readonly cost: bigint },
  moneyOf: MoneyOf,
): Cost => ({
  budget: budget === undefined ? null : moneyOf(budget),
  cost: moneyOf(cost),
  variance: budget === undefined ? null : moneyOf(budget - cost),
});
