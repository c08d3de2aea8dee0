import type { Instant, Money } from '@millrace/kernel';
import type { ProjectOutcome, Term } from '@millrace/sales';
import { addOne, byText, sorted } from '../count.js';
import { halfEven } from '../half-even.js';
import { CERTAIN, type PipelineUnit, probabilityOf } from './standing.js';

/** Projects, and what they are worth together; one without an amount adds nothing to it. */
export interface Worth {
  readonly count: number;
  readonly value: Money;
}

/** Open projects of a phase: the highest of the stage they stand in. */
export interface PipelinePhase extends Worth {
  readonly id: Term;
  /** Each amount by its probability, all together rounded once, half to even. @source GAT-10 */
  readonly weighted: Money;
  /** Those without an amount. */
  readonly unvalued: number;
  /** Those of which nobody assessed the probability: they weigh nothing. */
  readonly unassessed: number;
}

/** Signed projects that are not closed, by phase. */
export interface PipelineDelivery extends Worth {
  readonly id: Term;
}

/** An exact ratio of counts; undefined, not zero, where the denominator is zero. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The counts of projects opened: those of `phases` and of `outcomes` add up to them. */
export interface PipelineCounts {
  readonly opened: number;
  readonly phases: ReadonlyArray<PipelinePhase>;
  readonly delivery: ReadonlyArray<PipelineDelivery>;
  readonly outcomes: { readonly [Outcome in ProjectOutcome]: Worth };
  /** Of the lost, by reason. */
  readonly lostReasons: ReadonlyMap<string, number>;
  /** Of the won, those whose contract was ended. */
  readonly terminated: number;
  /** Won, of all that have an outcome. Duplicates are in no denominator. @source lessons.md I-24 */
  readonly wonOfClosed: Share;
  /** Won, of all opened. */
  readonly wonOfAll: Share;
}

/** How a board is laid out. */
export interface Layout {
  readonly asOf: Instant;
  /** Phases in which projects are open, in order. */
  readonly before: ReadonlyArray<Term>;
  /** Phases in which signed projects are delivered, in order. */
  readonly after: ReadonlyArray<Term>;
  readonly moneyOf: (minor: bigint) => Money;
}

/** Counts projects. A phase that the template does not have comes after those it has. @source PRJ-35 */
export const countsOf = (units: ReadonlyArray<PipelineUnit>, layout: Layout): PipelineCounts => {
  const { before, after, moneyOf } = layout;
  const open = units.filter(({ outcome }) => outcome === undefined);
  const delivered = units.filter(({ outcome, closed }) => outcome?.outcome === 'won' && !closed);
  const ended = (which: string) => units.filter(({ outcome }) => outcome?.outcome === which);
  const [won, duplicates] = [ended('won'), ended('duplicate').length];
  const worth = (which: ReadonlyArray<PipelineUnit>) => worthOf(which, moneyOf);
  return {
    opened: units.length,
    phases: byPhase(open, before, (id, there) => phaseOf(id, there, layout)),
    delivery: byPhase(delivered, after, (id, there) => ({ id, ...worth(there) })),
    outcomes: {
      won: worth(won),
      lost: worth(ended('lost')),
      disqualified: worth(ended('disqualified')),
      dormant: worth(ended('dormant')),
      duplicate: worth(ended('duplicate')),
    },
    lostReasons: reasonsOf(ended('lost')),
    terminated: won.filter(({ terminated }) => terminated).length,
    wonOfClosed: { numerator: won.length, denominator: units.length - open.length - duplicates },
    wonOfAll: { numerator: won.length, denominator: units.length - duplicates },
  };
};

const byPhase = <Row>(
  units: ReadonlyArray<PipelineUnit>,
  phases: ReadonlyArray<Term>,
  rowOf: (id: Term, units: ReadonlyArray<PipelineUnit>) => Row,
): ReadonlyArray<Row> => {
  const there = new Map<Term, Array<PipelineUnit>>(phases.map((id) => [id, []]));
  for (const unit of units) {
    if (unit.phase === undefined) continue;
    const known = there.get(unit.phase);
    if (known === undefined) there.set(unit.phase, [unit]);
    else known.push(unit);
  }
  const others = [...there.keys()].filter((id) => !phases.includes(id)).sort(byText);
  return [...phases, ...others].map((id) => rowOf(id, there.get(id) ?? []));
};

const phaseOf = (id: Term, units: ReadonlyArray<PipelineUnit>, { asOf, moneyOf }: Layout): PipelinePhase => {
  let products = 0n;
  let unassessed = 0;
  for (const unit of units) {
    const bp = probabilityOf(unit, asOf);
    if (bp === undefined) unassessed += 1;
    else products += BigInt(unit.amount?.minor ?? 0) * BigInt(bp);
  }
  const weighted = moneyOf(halfEven(products, BigInt(CERTAIN)));
  const unvalued = units.filter(({ amount }) => amount === undefined).length;
  return { id, ...worthOf(units, moneyOf), weighted, unvalued, unassessed };
};

const worthOf = (units: ReadonlyArray<PipelineUnit>, moneyOf: Layout['moneyOf']): Worth => ({
  count: units.length,
  value: moneyOf(units.reduce((all, { amount }) => all + BigInt(amount?.minor ?? 0), 0n)),
});

const reasonsOf = (units: ReadonlyArray<PipelineUnit>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { outcome } of units) addOne(counts, outcome?.reason ?? '');
  return sorted(counts);
};
