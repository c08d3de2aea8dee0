/** Steps forward over boundaries that no gate guards. @source PRJ-4, Q10, GAT-1 */
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import { checklistComplete, gatesPassed, notOnHold, notTerminated, phasesNow, whenWon } from './boundary.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { endsInSigning, entering, nextStage } from './next-phase.js';
import { moveOnTime, notClosed, stageEntered } from './policy.js';
import type { Check, Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

export const advance = ({ to }: CommandTo<'AdvancePhase'>, project: OpenedProject, context: Ruled): Decision => {
  if (phasesNow(project).includes(to)) return E.right([]);
  return unless(
    [
      notClosed(project),
      notTerminated(project),
      isNext(to, project),
      notOnHold(project),
      moveOnTime(project, context),
      endsInSigning(project) ? whenWon(project) : ok,
      gatesPassed(project),
      checklistComplete(project),
    ],
    () => entering(nextStage(project), 'advance', undefined, context.effectiveAt),
  );
};

/** GAT-1: phases are entered one stage after the other. */
const isNext = (to: string, { process: { stages }, stage }: OpenedProject): Check => {
  if (!stages.some(({ phases }) => phases.some((phase) => phase === to))) {
    return refuse({ type: 'PhaseUnknown', phase: to });
  }
  const expected = stages[stage + 1]?.phases ?? [];
  return expected.some((phase) => phase === to) ? ok : refuse({ type: 'PhaseOutOfOrder', phase: to, expected });
};

export const confirm = (
  { item }: CommandTo<'ConfirmChecklistItem'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  if (project.confirmed.includes(item)) return E.right([]);
  const { stages } = project.process;
  const place = stages.findIndex(({ checklist }) => checklist.includes(item));
  const phase = stages[place]?.phases.at(-1);
  if (phase === undefined) return refuse({ type: 'UndefinedTerm', list: 'checklist', id: item });
  return unless(
    [
      notClosed(project),
      stageEntered(project, place) ? ok : refuse({ type: 'PhaseNotEntered', phase }),
      notBefore('project', project.openedAt, context),
    ],
    () => [{ type: 'ChecklistItemConfirmed', data: { phase, item }, effectiveAt: context.effectiveAt }],
  );
};
