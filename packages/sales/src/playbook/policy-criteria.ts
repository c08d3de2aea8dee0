/** Rules about what gates ask: what is tested exists, and can be there when the gate is decided. @source PRJ-5 */
import { absurd } from 'fp-ts/lib/function.js';
import type { Activity, Criterion, Gate, ProcessTemplate, Test } from '../process/index.js';
import type { PlaybookFault } from './faults.js';
import { phaseBefore } from './policy-gates.js';
import { ofProcesses, placeOf } from './policy-processes.js';
import { firstFault, has, type Rule } from './rule.js';

type CriterionRule = (criterion: Criterion, gate: Gate, process: ProcessTemplate) => PlaybookFault | undefined;

const ofCriteria = (rule: CriterionRule): Rule =>
  ofProcesses((process) =>
    firstFault(process.gates, (gate) => firstFault(gate.criteria, (criterion) => rule(criterion, gate, process))),
  );

/** What a test looks for: something that activities do, something there is, or nothing of the template. */
type Subject =
  | {
      readonly in: 'activities' | 'analyses' | 'documents';
      readonly id: string;
      readonly by: (activity: Activity) => boolean;
    }
  | { readonly in: 'layers'; readonly id: string }
  | undefined;

const subjectOf = (test: Test): Subject => {
  switch (test.by) {
    case 'activity':
      return { in: 'activities', id: test.activity, by: ({ id }) => id === test.activity };
    case 'analysis':
      return { in: 'analyses', id: test.analysis, by: ({ analysis }) => analysis === test.analysis };
    case 'document':
      return { in: 'documents', id: test.document, by: ({ deliverables = [] }) => has(deliverables, test.document) };
    case 'layer':
      return { in: 'layers', id: test.layer };
    case 'needBudgeted':
    case 'reviewers':
      return undefined;
    default:
      return absurd(test);
  }
};

/** What a criterion tests is in the template: an activity, an analysis or a document of one, a layer. */
export const testedExists: Rule = ofCriteria(({ id: criterion, test }, _, process) => {
  const subject = subjectOf(test);
  if (subject === undefined) return undefined;
  const exists =
    subject.in === 'layers'
      ? has(process.layers, subject.id)
      : process.phases.some(({ activities }) => activities.some(subject.by));
  return exists
    ? undefined
    : { type: 'CriterionTestsNothing', process: process.id, criterion, list: subject.in, id: subject.id };
});

/** No gate waits for what is done only behind it. */
export const testedBeforeTheGate: Rule = ofCriteria(({ id: criterion, test }, gate, process) => {
  const subject = subjectOf(test);
  if (subject === undefined || subject.in === 'layers') return undefined;
  const phase = process.phases.find(({ activities }) => activities.some(subject.by))?.id ?? '';
  return placeOf(process, phase) > placeOf(process, phaseBefore(process, gate))
    ? { type: 'CriterionBehindGate', process: process.id, gate: gate.id, criterion, id: subject.id, phase }
    : undefined;
});

/** Reviewers give 1 to 10. */
export const scoresCanBeGiven: Rule = ofCriteria(({ id: criterion, minimumScore = 1 }, _, { id: process }) =>
  minimumScore < 1 || minimumScore > 10
    ? { type: 'MinimumScoreOutOfRange', process, criterion, minimumScore }
    : undefined,
);
