import { type Course, gatesAfter, stageWith } from './course.js';
import type { Breach } from './findings.js';

/** What is wrong with an entry. @source GAT-1..3 */
export const checkEntry = (course: Course, phases: ReadonlyArray<string>): ReadonlyArray<Breach> => {
  const phase = phases[0] ?? '';
  const to = stageWith(course, phase);
  if (course.over) return [{ type: 'EnteredAfterEnd', phase }];
  if (to <= course.stage) return to >= 0 && to === course.back ? [] : [outOfOrder(course, phase)];
  if (to !== course.stage + 1 || !sameSet(phases, course.process.stages[to]?.phases ?? [])) {
    return [outOfOrder(course, phase)];
  }
  if (course.hold !== undefined) return [{ type: 'EnteredOnHold', phase, review: course.hold }];
  const gate = gatesAfter(course, course.stage).find((id) => !course.passed.has(id));
  if (gate !== undefined) return [{ type: 'EnteredWithoutGate', phase, gate }];
  if (stageWith(course, course.signedIn) === course.stage && !course.won) return [{ type: 'EnteredUnsigned', phase }];
  return unchecked(course).map((item) => ({ type: 'EnteredUnchecked', phase, item }));
};

/** What is wrong with a signing. */
export const checkSigning = (course: Course): ReadonlyArray<Breach> => {
  if (course.over || course.won) return [{ type: 'SignedAfterEnd' }];
  if (stageWith(course, course.signedIn) !== course.stage) {
    return [{ type: 'SignedOutOfPhase', phase: course.process.stages[course.stage]?.phases.at(-1) ?? '' }];
  }
  return gatesAfter(course, course.stage)
    .filter((gate) => !course.passed.has(gate))
    .map((gate) => ({ type: 'SignedWithoutGate', gate }));
};

const outOfOrder = ({ process: { stages }, stage }: Course, phase: string): Breach => ({
  type: 'EnteredOutOfOrder',
  phase,
  expected: stages[stage + 1]?.phases[0] ?? null,
});

const unchecked = ({ process: { stages }, stage, confirmed }: Course): ReadonlyArray<string> =>
  (stages[stage]?.checklist ?? []).filter((item) => !confirmed.has(item));

const sameSet = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
