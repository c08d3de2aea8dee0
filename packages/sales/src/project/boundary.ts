/** What must be so before a stage is left. @source GAT-1, Q10 */
import { ok, refuse } from '../checks.js';
import type { Term } from '../terms.js';
import { gatesAtExit, isPassed, uncheckedItems } from './next-phase.js';
import type { Check } from './refusals.js';
import type { OpenedProject } from './state.js';

/** The phases it is in. */
export const phasesNow = ({ process: { stages }, stage }: OpenedProject): ReadonlyArray<Term> =>
  stages[stage]?.phases ?? [];

/** GAT-2: on hold, no phase is entered. */
export const notOnHold = ({ hold }: OpenedProject): Check =>
  hold === undefined ? ok : refuse({ type: 'OnHold', review: hold });

/** GAT-1: every gate at the end of the stage has a go that stands. */
export const gatesPassed = (project: OpenedProject): Check => {
  const [gate] = gatesAtExit(project)
    .filter((one) => !isPassed(project, one))
    .flatMap(({ gates }) => gates);
  return gate === undefined ? ok : refuse({ type: 'GateNotPassed', gate });
};

/** Q10: the checklist of the stage is confirmed. */
export const checklistComplete = (project: OpenedProject): Check => {
  const items = uncheckedItems(project);
  return items.length === 0 ? ok : refuse({ type: 'ChecklistIncomplete', items });
};

/** PRJ-33: what comes after signing takes a contract that was signed and not ended. */
export const whenWon = ({ ended }: OpenedProject): Check =>
  ended?.outcome === 'won' ? ok : refuse({ type: 'ContractNotSigned' });

/** PRJ-33: after the end of the contract nothing begins. */
export const notTerminated = ({ terminatedAt }: OpenedProject): Check =>
  terminatedAt === undefined ? ok : refuse({ type: 'ContractEnded', terminatedAt });
