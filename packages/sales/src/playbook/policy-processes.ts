/** Rules about the phases of a process, and what goes along with them. */
import type { ProcessTemplate } from '../process/index.js';
import type { PlaybookFault } from './faults.js';
import { listOf } from './project-lists.js';
import { firstFault, type Rule, undefinedIn } from './rule.js';

/** A rule of every process: the first fault it finds. */
export const ofProcesses =
  (rule: (process: ProcessTemplate, playbook: Parameters<Rule>[0]) => PlaybookFault | undefined): Rule =>
  (playbook) =>
    firstFault(playbook.projects?.processes ?? [], (process) => rule(process, playbook));

/** The place of a phase in its process, from 0; -1 for one it does not have. */
export const placeOf = ({ phases }: ProcessTemplate, phase: string): number =>
  phases.findIndex(({ id }) => id === phase);

/** PRJ-4: a project enters its first phase when it is opened. */
export const processesHavePhases: Rule = ofProcesses((process) =>
  process.phases.length === 0 ? { type: 'EmptyList', list: listOf(process, 'phases') } : undefined,
);

/** How projects begin and end, beside phases in funnels and boards. @source metrics.md section 1, FUN-5 */
const outcomes = ['opened', 'signed', 'won', 'lost', 'disqualified', 'dormant', 'duplicate'];

/** FUN-5: a phase of that name could not be told from a beginning or an end. */
export const noPhaseIsReserved: Rule = ofProcesses((process) => {
  const phase = process.phases.find(({ id }) => outcomes.includes(id));
  return phase && { type: 'ReservedPhase', process: process.id, phase: phase.id };
});

/** PRJ-38, PRJ-15: the contract is signed, and buyers take their steps, in phases that exist. */
export const phasesExist: Rule = ofProcesses((process) =>
  undefinedIn(listOf(process, 'phases'), process.phases, [
    process.signedIn,
    ...process.flows.flatMap(({ steps }) => steps.map(({ phase }) => phase)),
  ]),
);

/** PRJ-15..17: the steps of a purchase go through the phases in order. */
export const flowsDoNotGoBack: Rule = ofProcesses((process) =>
  firstFault(process.flows, ({ id: flow, steps }) =>
    firstFault(steps, ({ id: step, phase }, index) => {
      const after = steps[index - 1]?.phase ?? phase;
      return placeOf(process, phase) < placeOf(process, after)
        ? { type: 'FlowStepTooEarly', process: process.id, flow, step, phase, after }
        : undefined;
    }),
  ),
);

/** A project goes stale after a day at the soonest. */
export const rottingTakesDays: Rule = ofProcesses((process) => {
  const phase = process.phases.find(({ rottingDays = 1 }) => rottingDays < 1);
  return phase && { type: 'RotsAtOnce', process: process.id, phase: phase.id, rottingDays: phase.rottingDays ?? 0 };
});
