/** A review of the gate in front of a project is asked for. @source PRJ-5, Q10 */
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import type { TailoredGate } from '../process/index.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { gatesAtExit } from './next-phase.js';
import { withinCeiling } from './outgrown.js';
import { inOwnName, isKnown, moveOnTime, notClosed } from './policy.js';
import type { Check, Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

type Request = CommandTo<'RequestGateReview'>;

/** Opens a review with an id of its own. A conditional go that still waits lapses with it. */
export const requestReview = (command: Request, project: OpenedProject, context: Ruled): Decision => {
  const { review, gate: id, requestedBy, plannedTeam = [] } = command;
  const known = project.reviews.find((one) => one.id === review);
  if (known !== undefined) {
    const same = known.requestedBy === requestedBy && known.gates.includes(id);
    return same ? E.right([]) : refuse({ type: 'ReviewIdTaken', review });
  }
  const gate = gateInFront(id, project);
  if (E.isLeft(gate)) return gate;
  const { gates } = gate.right;
  return unless(
    [
      notClosed(project),
      notUnderReview(gate.right, project),
      notPassed(gate.right, project, context),
      moveOnTime(project, context),
      ...[requestedBy, ...plannedTeam].map((person) => isKnown(person, context)),
      inOwnName(requestedBy, context),
    ],
    () => [
      {
        type: 'GateReviewRequested',
        data: { review, gates, requestedBy, plannedTeam: [...new Set(plannedTeam)] },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

/** The gate at the end of the current stage, by its id or by that of one merged in it. */
const gateInFront = (id: string, project: OpenedProject): Check<TailoredGate> => {
  const holding = ({ gates }: TailoredGate): boolean => gates.some((gate) => gate === id);
  const gate = gatesAtExit(project).find(holding);
  if (gate !== undefined) return E.right(gate);
  const { stages, gates } = project.process;
  return gates.some(holding)
    ? refuse({ type: 'GateNotAtExit', gate: id, phase: stages[project.stage]?.phases.at(-1) ?? '' })
    : refuse({ type: 'GateUnknown', gate: id });
};

/** One review of a gate at a time. */
const notUnderReview = ({ gates }: TailoredGate, { reviews }: OpenedProject): Check => {
  const open = reviews.find(
    (review) => review.decided === undefined && review.gates.some((one) => gates.includes(one)),
  );
  return open === undefined ? ok : refuse({ type: 'ReviewUndecided', review: open.id, gate: open.gates.join('+') });
};

/** What has a go that stands is not reviewed again, but where one person gave it and it grew too big for that. */
const notPassed = (gate: TailoredGate, project: OpenedProject, context: Ruled): Check => {
  const standing = project.passed.find((one) => gate.gates.includes(one.gate));
  if (standing === undefined || E.isLeft(withinCeiling(gate, project, project.amount, context))) return ok;
  return refuse({ type: 'GateAlreadyPassed', ...standing });
};
