/** What has begun stays as it is. @source PRJ-36 */
import { sameGate, sameStage } from './same-process.js';
import type { Stage, TailoredGate, TailoredProcess } from './tailored.js';
import type { TailoringRule } from './tailoring-asked.js';

/** PRJ-36: only phases not yet entered are tailored. */
export const enteredStagesStand: TailoringRule = ({ standing, proposed, entered }) => {
  const [before, after] = [stagesByPhase(standing), stagesByPhase(proposed)];
  const compared = new Set<Stage>();
  for (const phase of entered) {
    const [was, is] = [before.get(phase), after.get(phase)];
    if (was === is || (is !== undefined && compared.has(is))) continue;
    if (was === undefined || is === undefined || !sameStage(was, is)) return { type: 'StagesTouchEntered', phase };
    compared.add(is);
  }
  return undefined;
};

/** PRJ-36: only gates not yet requested are tailored. */
export const requestedGatesStand: TailoringRule = ({ standing, proposed, requested }) => {
  const [before, after] = [tailoredByGate(standing), tailoredByGate(proposed)];
  const compared = new Set<TailoredGate>();
  for (const gate of requested) {
    const [was, is] = [before.get(gate), after.get(gate)];
    if (was === is || (is !== undefined && compared.has(is))) continue;
    if (was === undefined || is === undefined || !sameGate(was, is)) return { type: 'GateAlreadyRequested', gate };
    compared.add(is);
  }
  return undefined;
};

const stagesByPhase = ({ stages }: TailoredProcess): ReadonlyMap<string, Stage> =>
  new Map(stages.flatMap((stage) => stage.phases.map((phase) => [phase, stage])));

const tailoredByGate = ({ gates }: TailoredProcess): ReadonlyMap<string, TailoredGate> =>
  new Map(gates.flatMap((gate) => gate.gates.map((id) => [id, gate])));
