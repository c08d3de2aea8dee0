import type { Stage, TailoredProcess } from './tailored.js';

/** The stage in which a phase is entered. */
export const stageOf = ({ stages }: TailoredProcess, phase: string): Stage | undefined =>
  stages[placeOf(stages, phase)];

/** The stage that is entered after the one of a phase. */
export const stageAfter = ({ stages }: TailoredProcess, phase: string): Stage | undefined => {
  const place = placeOf(stages, phase);
  return place < 0 ? undefined : stages[place + 1];
};

const placeOf = (stages: ReadonlyArray<Stage>, phase: string): number =>
  stages.findIndex(({ phases }) => phases.some((id) => id === phase));
