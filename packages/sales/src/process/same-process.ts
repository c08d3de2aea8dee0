/** When two tailorings say the same. The order of stages, of phases and of an activity's steps means something. */
import { sameJson } from '../same.js';
import type { Stage, TailoredGate, TailoredProcess } from './tailored.js';

/** Whether two processes are the same, whatever the order of activities, checklists, gates, criteria and roles. */
export const sameProcess = (a: TailoredProcess, b: TailoredProcess): boolean => sameJson(processOf(a), processOf(b));

export const sameStage = (a: Stage, b: Stage): boolean => sameJson(stageOf(a), stageOf(b));

export const sameGate = (a: TailoredGate, b: TailoredGate): boolean => sameJson(gateOf(a), gateOf(b));

const processOf = ({ stages, gates }: TailoredProcess): unknown => ({
  stages: stages.map(stageOf),
  gates: sortedBy(gates.map(gateOf)),
});

const stageOf = ({ phases, activities, checklist }: Stage) => ({
  phases,
  activities: sortedBy(activities.map(({ activity, steps }) => ({ activity, steps }))),
  checklist: checklist.toSorted(),
});

const gateOf = ({ gates, guards, criteria, reviewerRoles, form, reviewers }: TailoredGate) => ({
  gates: gates.toSorted(),
  guards,
  criteria: criteria.toSorted(),
  reviewerRoles: reviewerRoles.toSorted(),
  form,
  reviewers,
});

/** In the order of what they are written as. */
const sortedBy = <A>(all: ReadonlyArray<A>): ReadonlyArray<A> =>
  all
    .map((one) => ({ one, text: JSON.stringify(one) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ one }) => one);
