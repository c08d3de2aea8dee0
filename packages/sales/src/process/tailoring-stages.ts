/** Phases are merged with their neighbours, and activities stay on their side of every gate. @source GAT-4, PRJ-38 */
import type { Stage } from './tailored.js';
import type { IndexedTailoring, TailoringRule } from './tailoring-asked.js';

/** GAT-4: only adjacent phases are merged; stages and phases stay in order. */
export const phasesStayInOrder: TailoringRule = ({ template, proposed }) => {
  const phases = proposed.stages.flatMap((stage) => stage.phases);
  const place = template.phases.findIndex(({ id }, index) => id !== phases[index]);
  const [phase, expected] = [phases[place], template.phases[place]?.id];
  return phase && expected && { type: 'PhasesNotAdjacent', phase, expected };
};

/** PRJ-38: what stands before signing and what stands after it stay apart. */
export const noMergeAcrossSigning: TailoringRule = ({ template: { signedIn }, proposed }) => {
  for (const { phases } of proposed.stages) {
    const place = phases.indexOf(signedIn);
    const phase = place < 0 ? undefined : phases[place + 1];
    if (phase !== undefined) return { type: 'MergedAcrossSigning', signedIn, phase };
  }
  return undefined;
};

/** Q10: what must be confirmed before a phase is left is confirmed before its stage is left. */
export const checklistsStay: TailoringRule = ({ template, proposed, of, parts: { checklistItem } }) => {
  let n = 0;
  for (const { stage, first, last } of spansOf(proposed.stages, of)) {
    for (const item of stage.checklist) {
      const place = of.checklist[checklistItem.found[n++] ?? -1] ?? -1;
      const phase = template.phases[place]?.id ?? '';
      if (place < first || place > last) return { type: 'ChecklistItemMoved', item, phase };
    }
  }
  return undefined;
};

/** GAT-4: an activity comes to the other side of a gate only as the gate moves within a stage that holds its phase. */
export const activitiesStayAtTheirGates: TailoringRule = ({ proposed, of, parts }) => {
  let n = 0;
  for (const { stage, first, last } of spansOf(proposed.stages, of)) {
    for (const { activity } of stage.activities) {
      const own = of.activities[parts.activity.found[n++] ?? -1]?.place ?? first;
      const gate = own > last ? of.gateFrom[first] : of.gateFrom[own];
      const until = own > last ? own : first;
      if (gate !== undefined && gate.place < until) {
        return { type: 'ActivityMovedAcrossGate', activity, gate: gate.it.id };
      }
    }
  }
  return undefined;
};

/** A stage, and the places of its first and its last phase. */
export interface StageSpan {
  readonly stage: Stage;
  readonly first: number;
  readonly last: number;
}

export const spansOf = (stages: ReadonlyArray<Stage>, { phases }: IndexedTailoring['of']): ReadonlyArray<StageSpan> =>
  stages.map((stage) => ({
    stage,
    first: phases.get(stage.phases[0] ?? '') ?? -1,
    last: phases.get(stage.phases.at(-1) ?? '') ?? -1,
  }));
