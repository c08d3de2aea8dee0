/** When two tailorings say the same. The order of stages, of phases and of an activity's steps means something. */
import { sameJson } from '../same.js';
import type { Stage, TailoredGate, TailoredProcess } from './tailored.js';

/**
 * Whether two processes are the same, whatever the order of activities, checklists, gates, criteria and roles.
 * What has anything twice is the same as nothing.
 */
export const sameProcess = (a: TailoredProcess, b: TailoredProcess): boolean =>
  sameInOrder(a.stages, b.stages, sameStage) && sameGates(a.gates, b.gates);

export const sameStage = (a: Stage, b: Stage): boolean =>
  sameInOrder(a.phases, b.phases) && sameIds(a.checklist, b.checklist) && sameActivities(a.activities, b.activities);

export const sameGate = (a: TailoredGate, b: TailoredGate): boolean =>
  a.form === b.form &&
  a.reviewers === b.reviewers &&
  sameJson(a.guards, b.guards) &&
  sameIds(a.gates, b.gates) &&
  sameIds(a.criteria, b.criteria) &&
  sameIds(a.reviewerRoles, b.reviewerRoles);

const sameActivities = (a: Stage['activities'], b: Stage['activities']): boolean => {
  const left = new Map(a.map(({ activity, steps }) => [activity, steps]));
  return (
    a.length === b.length &&
    b.every(({ activity, steps }) => sameInOrder(left.get(activity) ?? [], steps) && left.delete(activity))
  );
};

const sameGates = (a: ReadonlyArray<TailoredGate>, b: ReadonlyArray<TailoredGate>): boolean => {
  const left = new Map(a.map((gate) => [keyOf(gate), gate]));
  return (
    a.length === b.length &&
    b.every((gate) => {
      const other = left.get(keyOf(gate));
      return other !== undefined && sameGate(other, gate) && left.delete(keyOf(gate));
    })
  );
};

const keyOf = ({ gates }: TailoredGate): string => gates.toSorted().join(' ');

const sameIds = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => {
  const left = new Set(a);
  return a.length === b.length && b.every((id) => left.delete(id));
};

const sameInOrder = <A>(
  a: ReadonlyArray<A>,
  b: ReadonlyArray<A>,
  same: (one: A, other: A) => boolean = (one, other) => one === other,
): boolean => a.length === b.length && a.every((one, place) => same(one, b[place] as A));
