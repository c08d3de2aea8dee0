import type { Gate, ProcessTemplate, Stage, TailoredGate, TailoredProcess } from '@millrace/sales';
import type { Draw } from './draw.js';

/** What a process is made with: the size of the project, and what stands from the first stage on. */
export interface Making {
  readonly size: string | undefined;
  readonly stages?: ReadonlyArray<Stage>;
  readonly gates?: ReadonlyArray<TailoredGate>;
}

type TailoredActivity = Stage['activities'][number];

/** Any process that keeps all of a template: phases merged, activities moved between gates, gates simplified. */
export const processOf = (
  template: ProcessTemplate,
  draw: Draw,
  { size, stages = [], gates = [] }: Making,
): TailoredProcess => {
  const made = [...stages, ...restOf(template, draw, stages)];
  return mixed({ stages: made, gates: gatesOf(template, draw, made, { size, gates }) }, draw);
};

/** The same process in another order, where order means nothing. */
const mixed = ({ stages, gates }: TailoredProcess, draw: Draw): TailoredProcess => ({
  stages: stages.map(({ phases, activities, checklist }) => ({
    phases,
    activities: draw.shuffled(activities),
    checklist: draw.shuffled(checklist),
  })),
  gates: draw.shuffled(gates).map((gate) => ({
    ...gate,
    gates: draw.shuffled(gate.gates),
    criteria: draw.shuffled(gate.criteria),
    reviewerRoles: draw.shuffled(gate.reviewerRoles),
  })),
});

const restOf = (template: ProcessTemplate, draw: Draw, kept: ReadonlyArray<Stage>): ReadonlyArray<Stage> => {
  const start = kept.flatMap(({ phases }) => phases).length;
  const spans = spansFrom(template, draw, start);
  const taken = new Set(kept.flatMap(({ activities }) => activities.map(({ activity }) => activity)));
  const placed = spans.map((): Array<TailoredActivity> => []);
  for (const [own, { activities }] of template.phases.entries()) {
    const open = [...spans.keys()].filter((n) => !crosses(template, own, spans[n] ?? []));
    const home = open.find((n) => spans[n]?.includes(own));
    for (const { id: activity, steps } of activities.filter(({ id }) => !taken.has(id))) {
      const place = home !== undefined && draw.chance(2, 3) ? home : draw.pick(open);
      placed[place]?.push({ activity, steps: steps.map(({ id }) => id) });
    }
  }
  return spans.map((places, n) => {
    const phases = places.flatMap((place) => template.phases[place] ?? []);
    return {
      phases: phases.map(({ id }) => id),
      activities: placed[n] ?? [],
      checklist: phases.flatMap(({ checklist }) => checklist.map(({ id }) => id)),
    };
  });
};

/** Neighbours from a place on, never across signing. */
const spansFrom = ({ phases, signedIn }: ProcessTemplate, draw: Draw, start: number) => {
  const eagerness = draw.below(4);
  const spans: Array<Array<number>> = [];
  for (let place = start; place < phases.length; place++) {
    const joins = place > start && phases[place - 1]?.id !== signedIn && draw.chance(eagerness, 4);
    if (joins) spans.at(-1)?.push(place);
    else spans.push([place]);
  }
  return spans;
};

/** Whether an activity of a place would come past a gate, in a stage of these places. */
export const crosses = (template: ProcessTemplate, own: number, places: ReadonlyArray<number>): boolean => {
  const [first = 0, last = first] = [places[0], places.at(-1)];
  const [from, to] = own < first ? [own, first] : own > last ? [first, own] : [own, own];
  return template.gates.some((gate) => placeOf(template, gate) >= from && placeOf(template, gate) < to);
};

/** The place of the phase at whose end a gate stands. */
const placeOf = ({ phases, signedIn }: ProcessTemplate, { guards }: Gate): number => {
  const before = guards.at === 'exit' ? guards.phase : signedIn;
  return phases.findIndex(({ id }) => id === before);
};

/** The gates of these stages, some as they stand already if they are of the same parts. */
export const gatesOf = (
  template: ProcessTemplate,
  draw: Draw,
  stages: ReadonlyArray<Stage>,
  { size, gates: kept = [] }: Making,
): ReadonlyArray<TailoredGate> =>
  stages.flatMap(({ phases }) => {
    const parts = template.gates.filter((gate) => {
      const before = template.phases[placeOf(template, gate)]?.id;
      return before !== undefined && phases.includes(before);
    });
    const [first] = parts;
    const phase = phases.at(-1);
    if (first === undefined || phase === undefined) return [];
    const standing = kept.find(({ gates }) => gates.length === parts.length && gates.includes(first.id));
    if (standing !== undefined) return [standing];
    const forms = parts.map((gate) => draw.pick([gate, ...gate.simplifications.filter((one) => one.size === size)]));
    const guards = parts.find((gate) => gate.guards.at === 'signing')?.guards ?? { at: 'exit', phase };
    return [united(parts, guards, forms)];
  });

/** Gates of the template as one, which is as strict as the strictest of these forms. */
export const united = (
  parts: ReadonlyArray<Gate>,
  guards: Gate['guards'],
  forms: ReadonlyArray<Pick<Gate, 'form' | 'reviewers'>> = parts,
): TailoredGate => ({
  gates: parts.map(({ id }) => id),
  guards,
  criteria: parts.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
  reviewerRoles: [...new Set(parts.flatMap((gate) => gate.reviewerRoles))],
  form: forms.some(({ form }) => form === 'meeting') ? 'meeting' : 'circulation',
  reviewers: Math.max(...forms.map(({ reviewers }) => reviewers)),
});
