/** What follows from a gate's decision. @source Q11, GAT-2, GAT-3 */
import type { Instant } from '@millrace/kernel';
import { ok, refuse } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { ProjectEvent } from './events.js';
import { endsInSigning, entering, nextStage } from './next-phase.js';
import type { Check } from './refusals.js';
import type { OpenedProject, Review } from './state.js';
import type { GateDecision } from './terms.js';

type DecideGate = CommandTo<'DecideGate'>;

/** Go opens the next stage, except to signing; recycle goes back to one; kill closes. */
export const outcomeOf = (
  { decision, to }: DecideGate,
  { id, gates: [gate] }: Review,
  project: OpenedProject,
  effectiveAt: Instant,
): ReadonlyArray<ProjectEvent> => {
  switch (decision) {
    case 'go':
      return endsInSigning(project) ? [] : entering(nextStage(project), 'go', id, effectiveAt);
    case 'recycle':
      return entering(project.process.stages[stageHolding(project, to)], 'recycle', id, effectiveAt);
    case 'kill': {
      const outcome = project.ended?.outcome === 'won' ? 'won' : 'disqualified';
      const named = gate === undefined ? {} : { gate };
      return [{ type: 'ProjectClosed', data: { outcome, ...named, review: id }, effectiveAt }];
    }
    case 'conditionalGo':
    case 'hold':
      return [];
  }
};

/** A decision says what it needs to, and nothing that belongs to another. */
export const outcomeFits = (command: DecideGate, project: OpenedProject): Check => {
  const { decision } = command;
  const stray = strayField(command);
  if (stray !== undefined) return refuse({ type: 'DecisionTakesNo', decision, field: stray });
  const { terminatedAt } = project;
  if (terminatedAt !== undefined && leads(decision)) return refuse({ type: 'ContractEnded', terminatedAt });
  if (decision === 'conditionalGo') return conditionsFit(command);
  return decision === 'recycle' ? recycleFits(command, project) : ok;
};

const strayField = ({ decision, conditions, to, redo }: DecideGate): 'conditions' | 'to' | 'redo' | undefined => {
  if (decision !== 'conditionalGo' && conditions !== undefined) return 'conditions';
  if (decision === 'recycle') return undefined;
  if (to !== undefined) return 'to';
  return redo === undefined ? undefined : 'redo';
};

/** Whether a phase is entered, now or later. */
const leads = (decision: GateDecision): boolean => decision !== 'hold' && decision !== 'kill';

const conditionsFit = ({ conditions = [] }: DecideGate): Check => {
  if (conditions.length === 0) return refuse({ type: 'ConditionsMissing' });
  const ids = conditions.map(({ id }) => id);
  const condition = ids.find((id, index) => ids.indexOf(id) < index);
  return condition === undefined ? ok : refuse({ type: 'ConditionDoubled', condition });
};

/** GAT-3: back to a phase no later than the current one, and not to before the signed contract. */
const recycleFits = ({ to, redo = [] }: DecideGate, project: OpenedProject): Check => {
  const { process, stage: current, signedIn, ended, activities } = project;
  if (to === undefined) return refuse({ type: 'RecyclePhaseMissing' });
  const stage = stageHolding(project, to);
  if (stage < 0) return refuse({ type: 'PhaseUnknown', phase: to });
  if (stage > current) return refuse({ type: 'RecycleAhead', to, phase: process.stages[current]?.phases.at(-1) ?? '' });
  if (ended !== undefined && stage <= stageHolding(project, signedIn)) {
    return refuse({ type: 'RecycleAcrossSigning', to, signedIn });
  }
  const activity = redo.find((id) => !(Object.hasOwn(activities, id) && activities[id]?.done));
  return activity === undefined ? ok : refuse({ type: 'RedoNotDone', activity });
};

const stageHolding = ({ process: { stages } }: OpenedProject, phase: string | undefined): number =>
  stages.findIndex(({ phases }) => phases.some((one) => one === phase));
