import { type ProcessTemplate, plainProcess, type TailoringAsked } from '@millrace/sales';
import type fc from 'fast-check';
import { type Draw, drawn } from './draw.js';
import { processOf } from './process.js';

/** Tailorings of a template that must be accepted, of projects that have come any way. */
export const anyTailoring = (template: ProcessTemplate): fc.Arbitrary<TailoringAsked> =>
  drawn((draw) => tailoringOf(template, draw));

export const tailoringOf = (template: ProcessTemplate, draw: Draw): TailoringAsked => {
  const [sizeBefore, size] = [sizeOf(template, draw), sizeOf(template, draw)];
  const standing = draw.chance(2, 3) ? processOf(template, draw, { size: sizeBefore }) : plainProcess(template);
  const stages = standing.stages.slice(0, draw.below(standing.stages.length + 1));
  const entered = new Set<string>(stages.flatMap(({ phases }) => phases));
  const reached = standing.gates.filter(({ guards }) =>
    entered.has(guards.at === 'exit' ? guards.phase : template.signedIn),
  );
  const gates = reached.filter(() => draw.chance(1, 2));
  const requested = new Set<string>(gates.map((gate) => draw.pick(gate.gates)));
  const proposed = processOf(template, draw, { size, stages, gates });
  return { template, standing, proposed, size, entered, requested };
};

const sizeOf = ({ sizes }: ProcessTemplate, draw: Draw): string | undefined =>
  draw.pick([undefined, ...sizes.map(({ id }) => id)]);
