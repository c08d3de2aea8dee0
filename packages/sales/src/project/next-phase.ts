/** What lies between the stage a project stands in and the next one. @source Q10, GAT-1 */
import type { Instant } from '@millrace/kernel';
import { defined } from '../checks.js';
import type { Stage, TailoredGate } from '../process/index.js';
import type { Term } from '../terms.js';
import type { EventTo } from './events.js';
import { stageOfGate } from './standing.js';
import type { OpenedProject, Review } from './state.js';

type Place = Pick<OpenedProject, 'process' | 'signedIn' | 'stage'>;

/** The stage that comes next, where there is one. */
export const nextStage = ({ process: { stages }, stage }: Place): Stage | undefined => stages[stage + 1];

/** Whether the contract is signed at the end of the current stage. */
export const endsInSigning = ({ process: { stages }, stage, signedIn }: Place): boolean =>
  stages[stage]?.phases.includes(signedIn) ?? false;

/** The gates at the end of the current stage: none or one, since a boundary is guarded once. @source Q10 */
export const gatesAtExit = (project: Place): ReadonlyArray<TailoredGate> =>
  project.process.gates.filter((gate) => stageOfGate(project, gate) === project.stage);

/** What the checklist of the current stage still asks for. */
export const uncheckedItems = ({
  process: { stages },
  stage,
  confirmed,
}: Pick<OpenedProject, 'process' | 'stage' | 'confirmed'>): ReadonlyArray<Term> =>
  (stages[stage]?.checklist ?? []).filter((item) => !confirmed.includes(item));

/** Whether a gate has a go that stands. */
export const isPassed = ({ passed }: Pick<OpenedProject, 'passed'>, { gates }: Pick<TailoredGate, 'gates'>): boolean =>
  gates.every((gate) => passed.some((one) => one.gate === gate));

type Cause = EventTo<'PhaseEntered'>['data']['cause'];

/** The phases of a stage are entered together; nothing happens where there is no such stage. */
export const entering = (
  stage: Stage | undefined,
  cause: Cause,
  review: Review['id'] | undefined,
  effectiveAt: Instant,
): ReadonlyArray<EventTo<'PhaseEntered'>> =>
  stage === undefined
    ? []
    : [{ type: 'PhaseEntered', data: { phases: stage.phases, cause, ...defined({ review }) }, effectiveAt }];
