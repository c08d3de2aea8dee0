/** What stands between a project and its next phase. @source PRJ-2, PRJ-5, GAT-1 */
import type { ProcessTemplate } from '../process/index.js';
import type { Term } from '../terms.js';
import { endsInSigning, gatesAtExit, isPassed, uncheckedItems, waitingReview } from './next-phase.js';
import type { OpenedProject, Review } from './state.js';
import type { Condition } from './terms.js';
import { criteriaOf, metByRecord } from './verdict.js';

/** Empty lists, and nothing else, where the way is open. */
export interface Missing {
  /** Gates at the end of the current stage without a go that stands. */
  readonly gates: ReadonlyArray<Term>;
  /** Criteria of theirs that must be met and that the record does not meet. */
  readonly criteria: ReadonlyArray<Term>;
  /** Criteria of theirs that must be met and that reviewers have yet to judge. */
  readonly judged: ReadonlyArray<Term>;
  /** Conditions of a conditional go that are not fulfilled; its criteria were met. */
  readonly conditions: ReadonlyArray<Condition>;
  /** Items of the checklist that are not confirmed. */
  readonly checklist: ReadonlyArray<Term>;
  /** The contract is not signed, and is to be before the next phase. */
  readonly contract: boolean;
  /** The review that put the project on hold. */
  readonly hold?: Review['id'];
}

/** What an open project misses on the way to its next phase, or to the contract. */
export const missingFor = (project: OpenedProject, template: ProcessTemplate): Missing => {
  const ahead = gatesAtExit(project).filter((gate) => !isPassed(project, gate));
  const undecided = ahead.filter((gate) => waitingReview(project, gate) === undefined);
  const must = undecided.flatMap((gate) => criteriaOf(gate, template)).filter((criterion) => criterion.must);
  const met = (wanted: boolean | undefined): ReadonlyArray<Term> =>
    must.filter(({ test }) => metByRecord(test, template, project) === wanted).map(({ id }) => id);
  return {
    gates: ahead.flatMap(({ gates }) => gates),
    criteria: met(false),
    judged: met(undefined),
    conditions: ahead.flatMap((gate) => waitingReview(project, gate)?.decided?.open ?? []),
    checklist: uncheckedItems(project),
    contract: endsInSigning(project) && project.ended === undefined,
    ...(project.hold === undefined ? {} : { hold: project.hold }),
  };
};
