/** Where a project stands, and which gates stand before and after it. */
import type { Draft } from 'immer';
import type { Stage, TailoredGate } from '../process/index.js';
import type { OpenedProject } from './state.js';

type Standing = Pick<OpenedProject, 'process' | 'signedIn'>;

/** The stage it stands in. @throws RangeError for a process without stages, which is never published. */
export const standingIn = ({ process: { stages }, stage }: Pick<OpenedProject, 'process' | 'stage'>): Stage => {
  const standing = stages[stage];
  if (standing === undefined) throw new RangeError('a project that stands nowhere');
  return standing;
};

/** The stage at whose end a gate stands; signing and the exit of the phase it is done in are one boundary. */
export const stageOfGate = (
  { process: { stages }, signedIn }: Standing,
  { guards }: Pick<TailoredGate, 'guards'>,
): number => {
  const last = guards.at === 'exit' ? guards.phase : signedIn;
  return stages.findIndex(({ phases }) => phases.includes(last));
};

/** The gates at the end of a stage. */
export const gatesAt = (project: Standing, stage: number): ReadonlyArray<TailoredGate> =>
  project.process.gates.filter((gate) => stageOfGate(project, gate) === stage);

/** Whether a stage is the one in which the contract is signed. */
export const isSigningStage = ({ process: { stages }, signedIn }: Standing, stage: number): boolean =>
  stages[stage]?.phases.includes(signedIn) ?? false;

/** The go of every gate that stands at the end of a stage, or behind it, is void. @source GAT-3 */
export const withdrawFrom = (project: Draft<OpenedProject>, stage: number): void => {
  const behind = new Set(
    project.process.gates.filter((gate) => stageOfGate(project, gate) >= stage).flatMap(({ gates }) => gates),
  );
  project.passed = project.passed.filter(({ gate }) => !behind.has(gate));
};
