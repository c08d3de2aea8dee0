/** Where a project stands, and which gates stand before and after it. */
import type { Draft } from 'immer';
import type { TailoredGate } from '../process/index.js';
import type { OpenedProject } from './state.js';

/** The stage at whose end a gate stands. */
export const stageOfGate = (
  { process: { stages }, signedIn }: Pick<OpenedProject, 'process' | 'signedIn'>,
  { guards }: Pick<TailoredGate, 'guards'>,
): number => {
  const last = guards.at === 'exit' ? guards.phase : signedIn;
  return stages.findIndex(({ phases }) => phases.includes(last));
};

/** The go of every gate that stands at the end of a stage, or behind it, is void. @source GAT-3 */
export const withdrawFrom = (project: Draft<OpenedProject>, stage: number): void => {
  const behind = new Set(
    project.process.gates.filter((gate) => stageOfGate(project, gate) >= stage).flatMap(({ gates }) => gates),
  );
  project.passed = project.passed.filter(({ gate }) => !behind.has(gate));
};
