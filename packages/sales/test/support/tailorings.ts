import {
  checkTailoring,
  plainProcess,
  type Stage,
  type TailoredGate,
  type TailoredProcess,
  type TailoringAsked,
  type TailoringFault,
} from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { expect } from 'vitest';
import { ours } from './key-account.js';

/** The key-account process, untailored. */
export const plain = plainProcess(ours.process);

/** An activity of it, with its steps. @throws Error where it has none of this id */
export const activityOf = (id: string): Stage['activities'][number] => {
  const found = plain.stages.flatMap(({ activities }) => activities).find(({ activity }) => activity === id);
  if (found === undefined) throw new Error(`no activity ${id}`);
  return found;
};

/** What is asked of a project of it that has not begun, and whose process is untailored. */
const askedOf = (proposed: TailoredProcess, more: Partial<TailoringAsked> = {}): TailoringAsked => ({
  template: ours.process,
  standing: plain,
  proposed,
  size: undefined,
  entered: new Set(),
  requested: new Set(),
  ...more,
});

export const acceptedAs = (proposed: TailoredProcess, more: Partial<TailoringAsked> = {}): void =>
  expect(checkTailoring(askedOf(proposed, more))).toEqual(E.right(undefined));

export const refusedAs = (fault: TailoringFault, proposed: TailoredProcess, more: Partial<TailoringAsked> = {}): void =>
  expect(checkTailoring(askedOf(proposed, more))).toEqual(E.left(fault));

/** A process with other content in one of its stages, by place. */
export const withStage = (
  process: TailoredProcess,
  place: number,
  change: (stage: Stage) => Partial<Stage>,
): TailoredProcess => ({ ...process, stages: changed(process.stages, place, change) });

/** A process with another gate, by place. */
export const withGate = (
  process: TailoredProcess,
  place: number,
  change: (gate: TailoredGate) => Partial<TailoredGate>,
): TailoredProcess => ({ ...process, gates: changed(process.gates, place, change) });

const changed = <A>(all: ReadonlyArray<A>, place: number, change: (one: A) => Partial<A>): ReadonlyArray<A> =>
  all.map((one, n) => (n === place ? { ...one, ...change(one) } : one));

/** An activity in the stage of another place. */
export const moved = (process: TailoredProcess, activity: string, to: number): TailoredProcess => {
  const found = process.stages.flatMap(({ activities }) => activities).filter((one) => one.activity === activity);
  const stages = process.stages.map((stage) => ({
    ...stage,
    activities: stage.activities.filter((one) => one.activity !== activity),
  }));
  return withStage({ ...process, stages }, to, ({ activities }) => ({ activities: [...activities, ...found] }));
};

/** Two stages as one, and the gates at their exits as one: of a place, and the next one. */
export const merge = (process: TailoredProcess, place: number, signedIn = ours.process.signedIn): TailoredProcess => {
  const two = process.stages.slice(place, place + 2);
  const joined: Stage = {
    phases: two.flatMap(({ phases }) => phases),
    activities: two.flatMap(({ activities }) => activities),
    checklist: two.flatMap(({ checklist }) => checklist),
  };
  const ends = two.map(({ phases }) => phases.at(-1));
  const endOf = ({ guards }: TailoredGate) => (guards.at === 'exit' ? guards.phase : signedIn);
  const parts = process.gates.filter((gate) => ends.some((end) => end === endOf(gate)));
  return {
    stages: [...process.stages.slice(0, place), joined, ...process.stages.slice(place + 2)],
    gates: [...process.gates.filter((gate) => !parts.includes(gate)), ...unionOf(parts, joined)],
  };
};

/** The gates at the exit of a stage as one, if there are any. */
export const unionOf = (
  parts: ReadonlyArray<TailoredGate>,
  { phases }: Pick<Stage, 'phases'>,
): ReadonlyArray<TailoredGate> => {
  const phase = phases.at(-1);
  if (parts.length === 0 || phase === undefined) return [];
  return [
    {
      gates: parts.flatMap(({ gates }) => gates),
      guards: parts.find(({ guards }) => guards.at === 'signing')?.guards ?? { at: 'exit', phase },
      criteria: parts.flatMap(({ criteria }) => criteria),
      reviewerRoles: [...new Set(parts.flatMap(({ reviewerRoles }) => reviewerRoles))],
      form: parts.some(({ form }) => form === 'meeting') ? 'meeting' : 'circulation',
      reviewers: Math.max(...parts.map(({ reviewers }) => reviewers)),
    },
  ];
};
