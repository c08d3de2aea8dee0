import type { FunnelReport, GroupBy } from '@millrace/projections';
import type { Log } from '../log.js';
import { type Asked, countingOf, monthOf, placeOf } from './counting.js';
import { heldAt, heldAtMove } from './custody.js';
import { different } from './events.js';
import { type Stop, sourceOf, type Unit } from './units.js';

/** The split of a funnel: each unit marks its stages under the key it had there, and its place under the key it has. */
export const expectedGroups = (log: Log, asked: Asked, by: GroupBy): FunnelReport['groups'] => {
  const counting = countingOf(log, asked);
  const { stages } = asked.definition;
  const keyAt = (unit: Unit, stop: Stop): string | null => {
    if (by === 'custodian') return heldAtMove(unit.own, stop);
    return by === 'source' ? sourceOf(unit, asked.asOf) : monthOf(unit, counting);
  };
  const keyNow = (unit: Unit): string | null => {
    if (by === 'custodian') return heldAt(unit.own, asked.asOf) ?? null;
    return by === 'source' ? sourceOf(unit, asked.asOf) : monthOf(unit, counting);
  };
  const marks = counting.units.flatMap((unit) => [
    ...stages.flatMap((id) => {
      const entry = unit.stops.find(({ stage }) => counting.rank(stage) >= counting.rank(id));
      return entry === undefined ? [] : [{ key: keyAt(unit, entry), id, measure: 'reached' }];
    }),
    ...stages
      .filter((id) => unit.end === undefined && placeOf(unit) === id)
      .map((id) => ({ key: keyNow(unit), id, measure: 'current' })),
  ]);
  const keys = different(marks.map(({ key }) => key));
  return [...keys.filter((key) => key !== null).sort(), ...keys.filter((key) => key === null)].map((key) => ({
    key,
    stages: stages.map((id) => {
      const count = (measure: string): number =>
        marks.filter((mark) => mark.key === key && mark.id === id && mark.measure === measure).length;
      return { id, reached: count('reached'), current: count('current') };
    }),
  }));
};
