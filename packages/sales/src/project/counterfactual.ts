/** How far a project would have come under other rules. @source GAT-11 */
import { type BusinessId, type Instant, replay } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { defined } from '../checks.js';
import type { Gate, ProcessTemplate } from '../process/index.js';
import type { Term } from '../terms.js';
import { recordAsOf } from './as-of.js';
import type { EventTo, ProjectEvent } from './events.js';
import type { IndependenceRefusal } from './gate-refusals.js';
import { ceilingOf, independenceOf } from './independence.js';
import { endsInSigning, gatesAtExit } from './next-phase.js';
import { projectFold } from './readable.js';
import { stageOfGate } from './standing.js';
import { initial, type OpenedProject, type Project } from './state.js';
import { mustUnmet, resultsOf } from './verdict.js';

/** Why a phase would not have opened, or the contract not been signed. */
export type StopReason =
  | { readonly type: 'MustMeetUnmet'; readonly criteria: ReadonlyArray<Term> }
  | { readonly type: 'GateUndecided'; readonly gate: Term }
  | IndependenceRefusal;

/** Where a project would have been stopped: at an entry, or at signing. `review`: the one it rested on. */
export interface WouldStop {
  readonly gate: Term;
  readonly entry: 'go' | 'conditionsFulfilled' | 'signing' | 'advance';
  readonly review?: BusinessId;
  readonly at: Instant;
  readonly why: ReadonlyArray<StopReason>;
}

/** `reached`: the furthest phase; none where the project was never opened. */
export interface Replayed {
  readonly reached?: Term;
  readonly stoppedAt?: WouldStop;
}

/**
 * Replays the events of a project under the gates of another version of its template.
 *
 * Decided anew is only what opens a phase: a go, a conditional go whose conditions were fulfilled,
 * signing, and an advance where these rules have a gate. It is decided on what was recorded: the state
 * just before, what the reviewers said, and who they were. Hold, recycle and kill stand. What follows
 * the first stop is ignored.
 */
export const replayUnder = (events: ReadonlyArray<ProjectEvent>, template: ProcessTemplate): Replayed => {
  const verdicts = new Map<BusinessId, ReadonlyArray<StopReason>>();
  let [state, folded]: [Project, number] = [initial, 0];
  for (const [index, event] of events.entries()) {
    if (!isDecisive(event)) continue;
    state = replay(projectFold, events.slice(folded, index), state);
    folded = index;
    if (state.status !== 'opened') continue;
    if (event.type === 'GateDecided') {
      verdicts.set(event.data.review, reasonsAgainst(event, state, template));
      continue;
    }
    const stoppedAt = stopAt(event, state, template, verdicts);
    if (stoppedAt !== undefined) return { ...furthest(state, template), stoppedAt };
  }
  return furthest(replay(projectFold, events.slice(folded), state), template);
};

type Decisive = EventTo<'GateDecided' | 'PhaseEntered' | 'ContractSigned'>;

const isDecisive = (event: ProjectEvent): event is Decisive =>
  event.type === 'GateDecided' || event.type === 'PhaseEntered' || event.type === 'ContractSigned';

const furthest = (project: Project, { phases }: ProcessTemplate): Pick<Replayed, 'reached'> => {
  if (project.status !== 'opened') return {};
  return defined({ reached: phases.findLast(({ id }) => project.entered.some(({ phase }) => phase === id))?.id });
};

/** The gates that these rules have where the project stands, in the stages in which it runs. */
const gatesUnder = ({ gates, signedIn }: ProcessTemplate, { process, stage }: OpenedProject): ReadonlyArray<Gate> =>
  gates.filter((gate) => stageOfGate({ process, signedIn }, gate) === stage);

const reasonsAgainst = (
  { data: { review, chair, reviewers, criteria }, effectiveAt: decidedAt }: EventTo<'GateDecided'>,
  project: OpenedProject,
  template: ProcessTemplate,
): ReadonlyArray<StopReason> => {
  const gates = gatesUnder(template, project);
  if (gates.length === 0) return [];
  const asked = gates.flatMap((gate) => gate.criteria);
  const said = criteria.filter(({ by }) => by === 'reviewers');
  const unmet = mustUnmet(resultsOf(asked, template, recordAsOf(project, decidedAt), said));
  const independence = independenceOf({
    gate: {
      reviewerRoles: gates.flatMap(({ reviewerRoles }) => reviewerRoles),
      reviewers: gatesAtExit(project)[0]?.reviewers ?? 1,
    },
    ceiling: ceilingOf(
      gates.map(({ id }) => id),
      template,
    ),
    atSigning: endsInSigning(project),
    project,
    decidedAt,
    requestedBy: project.reviews.find(({ id }) => id === review)?.requestedBy ?? '',
    chair,
    reviewers,
    // Who held which role then was decided when it was recorded.
    holds: () => true,
  });
  return [
    ...(unmet.length === 0 ? [] : [{ type: 'MustMeetUnmet' as const, criteria: unmet }]),
    ...(E.isLeft(independence) ? [independence.left] : []),
  ];
};

const stopAt = (
  event: EventTo<'PhaseEntered' | 'ContractSigned'>,
  project: OpenedProject,
  template: ProcessTemplate,
  verdicts: ReadonlyMap<BusinessId, ReadonlyArray<StopReason>>,
): WouldStop | undefined => {
  const entry = event.type === 'ContractSigned' ? 'signing' : event.data.cause;
  if (event.type === 'PhaseEntered' && entry === 'signing') return undefined;
  if (entry === 'recycle' || entry === 'reopening') return undefined;
  const [gate] = gatesUnder(template, project);
  if (gate === undefined) return undefined;
  const review = event.type === 'ContractSigned' ? goInFront(project) : event.data.review;
  const why = review === undefined ? [{ type: 'GateUndecided' as const, gate: gate.id }] : (verdicts.get(review) ?? []);
  return why.length === 0 ? undefined : { gate: gate.id, entry, ...defined({ review }), at: event.effectiveAt, why };
};

/** The review whose go stands at the end of the current stage. */
const goInFront = (project: OpenedProject): BusinessId | undefined =>
  project.passed.find(({ gate }) => gatesAtExit(project).some(({ gates }) => gates.includes(gate)))?.review;
