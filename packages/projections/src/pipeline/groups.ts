import { type Documents, type Instant, type Money, periodFinder } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import { byText } from '../count.js';
import { lineFinder, nameAt, type OrganisationDocument, unitFinder } from '../organisation/index.js';
import { countsOf, type Layout, type PipelineCounts } from './board.js';
import type { PipelineUnit } from './standing.js';

/**
 * What a board can be split by. `phase`: where a project stands, or stood when its outcome was decided;
 * `owner`: who has it; `team`: the unit of that person; `region`: the topmost unit above that one, all as
 * of the instant asked for; `closeQuarter`: of the outcome.
 */
export type PipelineBy = 'phase' | 'owner' | 'team' | 'region' | 'product' | 'closeQuarter';

/** The part of a board that belongs to one key; parts add up to the whole. */
export interface PipelineGroup extends PipelineCounts {
  /** Null for what belongs to none: no unit, no product, not closed yet. */
  readonly key: string | null;
  /** Of a person or a unit, where there is one. */
  readonly name: string | null;
  /** Of the won. */
  readonly value: Money;
}

/** What keys are found by. */
export interface Grouping {
  readonly by: PipelineBy;
  readonly asOf: Instant;
  readonly zone: string;
  /** In order. */
  readonly phases: ReadonlyArray<Term>;
  readonly organisation: Documents<OrganisationDocument>;
}

/** Splits the counts: phases in their order, else sorted by key, null last. */
export const pipelineGroups = (
  units: ReadonlyArray<PipelineUnit>,
  grouping: Grouping,
  layout: Layout,
): ReadonlyArray<PipelineGroup> => {
  const keyOf = keyFinder(grouping);
  const members = new Map<string | null, Array<PipelineUnit>>();
  for (const unit of units) {
    const key = keyOf(unit);
    const known = members.get(key);
    if (known === undefined) members.set(key, [unit]);
    else known.push(unit);
  }
  return [...members]
    .map(([key, there]): PipelineGroup => {
      const counts = countsOf(there, layout);
      return { key, name: nameIn(grouping, key), value: counts.outcomes.won.value, ...counts };
    })
    .sort(orderOf(grouping));
};

const nameIn = ({ by, organisation }: Grouping, key: string | null): string | null => {
  if (key === null) return null;
  if (by === 'owner') return nameAt(organisation, `person-${key}`);
  return by === 'team' || by === 'region' ? nameAt(organisation, `unit-${key}`) : null;
};

const keyFinder = ({ by, asOf, zone, organisation }: Grouping): ((unit: PipelineUnit) => string | null) => {
  switch (by) {
    case 'phase':
      return ({ outcome, phase }) => (outcome === undefined ? phase : outcome.phase) ?? null;
    case 'owner':
      return ({ owner }) => owner;
    case 'team': {
      const unitAt = unitFinder(organisation);
      return ({ owner }) => (owner === null ? null : unitAt(owner, asOf));
    }
    case 'region': {
      const unitAt = unitFinder(organisation);
      const lineOf = lineFinder(organisation);
      return ({ owner }) => {
        const unit = owner === null ? null : unitAt(owner, asOf);
        return unit === null ? null : (lineOf(unit).at(-1) ?? null);
      };
    }
    case 'product':
      return ({ document }) => document.opening?.product ?? null;
    case 'closeQuarter': {
      const quarterOf = periodFinder('quarter', zone);
      return ({ outcome }) => (outcome === undefined ? null : quarterOf(outcome.at).label);
    }
  }
};

const orderOf = ({ by, phases }: Grouping): ((a: PipelineGroup, b: PipelineGroup) => number) => {
  const ranks = new Map<string, number>(by === 'phase' ? phases.map((id, rank) => [id, rank]) : []);
  const rankOf = ({ key }: PipelineGroup): number => (key === null ? 2 : 1) * (phases.length + 1);
  const placeOf = (group: PipelineGroup): number => ranks.get(group.key ?? '') ?? rankOf(group);
  return (a, b) => placeOf(a) - placeOf(b) || byText(String(a.key), String(b.key));
};
