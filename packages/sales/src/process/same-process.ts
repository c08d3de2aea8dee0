/** When two tailorings say the same. The order of stages, of phases and of an activity's steps means something. */
import type { Stage, TailoredGate, TailoredProcess } from './tailored.js';
import type { Boundary } from './terms.js';

/**
 * Whether two processes are the same, whatever the order of activities, checklists, gates, criteria and roles.
 * Each has every activity and every gate once.
 */
export const sameProcess = (a: TailoredProcess, b: TailoredProcess): boolean =>
  sameInOrder(a.stages, b.stages, sameStage) && sameGates(a.gates, b.gates);

export const sameStage = (a: Stage, b: Stage): boolean =>
  sameInOrder(a.phases, b.phases) && sameIds(a.checklist, b.checklist) && sameActivities(a.activities, b.activities);

export const sameGate = (a: TailoredGate, b: TailoredGate): boolean =>
  a.form === b.form &&
  a.reviewers === b.reviewers &&
  sameBoundary(a.guards, b.guards) &&
  sameIds(a.gates, b.gates) &&
  sameIds(a.criteria, b.criteria) &&
  sameIds(a.reviewerRoles, b.reviewerRoles);

export const sameBoundary = (a: Boundary, b: Boundary): boolean =>
  a.at === 'exit' ? b.at === 'exit' && a.phase === b.phase : b.at === 'signing';

const sameActivities = (a: Stage['activities'], b: Stage['activities']): boolean => {
  if (sameInOrder(a, b, sameActivity)) return true;
  const left = new Map(a.map((one) => [one.activity, one]));
  return (
    a.length === b.length &&
    b.every((one) => {
      const other = left.get(one.activity);
      return other !== undefined && sameActivity(other, one) && left.delete(one.activity);
    })
  );
};

const sameActivity = (a: Stage['activities'][number], b: Stage['activities'][number]): boolean =>
  a.activity === b.activity && sameInOrder(a.steps, b.steps);

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
  if (sameInOrder(a, b)) return true;
  const left = new Set(a);
  return a.length === b.length && b.every((id) => left.delete(id));
};

const sameInOrder = <A>(
  a: ReadonlyArray<A>,
  b: ReadonlyArray<A>,
  same: (one: A, other: A) => boolean = (one, other) => one === other,
): boolean => a.length === b.length && a.every((one, place) => same(one, b[place] as A));
