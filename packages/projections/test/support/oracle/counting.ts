import type { FunnelDefinition } from '@millrace/projections';
import type { Term } from '@millrace/sales';
import type { Log } from '../log.js';
import { isDuplicate, type Stop, type Unit, unitsOf } from './units.js';

/** What is asked of a log. */
export interface Asked {
  readonly definition: FunnelDefinition;
  readonly asOf: string;
  readonly span?: { readonly start: string; readonly end: string };
}

/** The units that count, and where a stage stands in the definition. */
export interface Counting extends Asked {
  readonly units: ReadonlyArray<Unit>;
  readonly rank: (stage: string) => number;
}

export const countingOf = (log: Log, asked: Asked): Counting => ({
  ...asked,
  units: unitsOf(log, asked.asOf).filter((unit) => !isDuplicate(unit, asked.asOf)),
  rank: (stage) => asked.definition.stages.indexOf(stage as Term),
});

export const placeOf = ({ stops }: Unit): string => stops.at(-1)?.stage ?? '';
export const inSpan = (at: string, { span }: Asked): boolean =>
  span === undefined || (at >= span.start && at < span.end);
export const visitsTo = ({ stops }: Unit, id: string): ReadonlyArray<Stop> => stops.filter(({ stage }) => stage === id);
export const highestOf = ({ stops }: Unit, { rank }: Counting): number =>
  Math.max(...stops.map(({ stage }) => rank(stage)));

/** Every move, from where to where. */
export const passagesOf = (units: ReadonlyArray<Unit>) =>
  units.flatMap(({ stops, end }) => {
    const places = [
      ...stops.map(({ stage, at }) => ({ to: stage, at })),
      ...(end ? [{ to: end.outcome, at: end.at }] : []),
    ];
    return places.map((place, i) => ({ ...place, from: places[i - 1]?.to ?? 'opened' }));
  });

/** The entries by which a unit came to a stage, by the reach rule. */
export const everyEntry = (unit: Unit, id: string, { definition, rank }: Counting): ReadonlyArray<Stop> => {
  if (definition.reach === 'touched') return visitsTo(unit, id);
  return unit.stops.filter(({ stage }, i) => {
    const before = unit.stops[i - 1];
    return rank(stage) >= rank(id) && (before === undefined || rank(before.stage) < rank(id));
  });
};

/** The cohort of a unit, by the runtime's own time zones. */
export const monthOf = (unit: Unit, counting: Counting): string | null => {
  const { stages, cohort } = counting.definition;
  const [anchor] = everyEntry(unit, stages[0] ?? '', counting);
  if (anchor === undefined) return null;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: cohort.zone,
    year: 'numeric',
    month: '2-digit',
  }).formatToParts(Date.parse(anchor.at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return `${part('year')}-${part('month')}`;
};
