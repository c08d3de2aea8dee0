/** Where a project stands, and which gates stand before and after it. */
import type { Instant, Money } from '@millrace/kernel';
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

/** The go of every gate that stands at the end of a stage, or behind it, is void, and so are its conditions. @source GAT-3 */
export const withdrawFrom = (project: Draft<OpenedProject>, stage: number): void => {
  const behind = new Set(
    project.process.gates.filter((gate) => stageOfGate(project, gate) >= stage).flatMap(({ gates }) => gates),
  );
  project.passed = project.passed.filter(({ gate }) => !behind.has(gate));
  lapse(project, [...behind]);
};

/** Of several amounts the one of the latest time holds, whenever it was recorded. */
export const value = (project: Draft<OpenedProject>, amount: Money, at: Instant): void => {
  if (project.amountAt !== undefined && at < project.amountAt) return;
  project.amount = { ...amount };
  project.amountAt = at;
};

/** What conditional gos of these gates wait for opens nothing any more. */
export const lapse = ({ reviews }: Draft<OpenedProject>, gates: ReadonlyArray<string>): void => {
  for (const { gates: reviewed, decided } of reviews) {
    if (decided !== undefined && reviewed.some((gate) => gates.includes(gate))) decided.lapsed = true;
  }
};
