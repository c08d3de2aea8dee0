/** Everything of the template is there, once, and nothing else. @source PRJ-36, GAT-4 */
import type { TailoredProcess } from './tailored.js';
import type { TailoringRule } from './tailoring-asked.js';
import type { TailoredPart } from './tailoring-faults.js';
import type { ProcessTemplate } from './template.js';

/** A stage is made of phases, a gate of gates. */
export const nothingIsEmpty: TailoringRule = ({ proposed: { stages, gates } }) => {
  const stage = stages.findIndex(({ phases }) => phases.length === 0);
  if (stage >= 0) return { type: 'StageEmpty', place: stage + 1 };
  const gate = gates.findIndex((one) => one.gates.length === 0);
  return gate >= 0 ? { type: 'GateEmpty', place: gate + 1 } : undefined;
};

/** PRJ-36: the template says all there is to do. */
export const nothingIsAdded: TailoringRule = ({ template, proposed }) => {
  const known = new Set(partsOf(template).map(keyOf));
  const part = tailoredParts(proposed).find((one) => !known.has(keyOf(one)));
  return part && { type: 'TailoringAdds', ...part };
};

/** GAT-4: multiplicity 1. */
export const nothingIsDoubled: TailoringRule = ({ proposed }) => {
  const met = new Set<string>();
  const part = tailoredParts(proposed).find((one) => met.size === met.add(keyOf(one)).size);
  return part && { type: 'TailoringDoubles', ...part };
};

/** PRJ-36: activities must not be fewer, steps must not be fewer. */
export const nothingIsDropped: TailoringRule = ({ template, proposed }) => {
  const kept = new Set(tailoredParts(proposed).map(keyOf));
  const part = partsOf(template).find((one) => !kept.has(keyOf(one)));
  return part && { type: 'TailoringDrops', ...part };
};

/** GAT-4: the order of steps is preserved. */
export const stepsKeepOrder: TailoringRule = ({ proposed, of }) => {
  for (const { activities } of proposed.stages) {
    for (const { activity, steps } of activities) {
      const ordered = of.activities.get(activity)?.it.steps ?? [];
      if (ordered.some(({ id }, place) => id !== steps[place])) return { type: 'StepsReordered', activity };
    }
  }
  return undefined;
};

/** Ids have no blank, so that no two parts have one key. */
const keyOf = (part: TailoredPart): string =>
  part.what === 'step' ? `step ${part.activity} ${part.id}` : `${part.what} ${part.id}`;

const partsOf = ({ phases, gates }: ProcessTemplate): ReadonlyArray<TailoredPart> => [
  ...phases.flatMap(({ id, activities, checklist }) => [
    { what: 'phase' as const, id },
    ...activities.flatMap(({ id: activity, steps }) =>
      activityParts(
        activity,
        steps.map((step) => step.id),
      ),
    ),
    ...checklist.map((item) => ({ what: 'checklistItem' as const, id: item.id })),
  ]),
  ...gates.flatMap(({ id, criteria }) => [
    { what: 'gate' as const, id },
    ...criteria.map((criterion) => ({ what: 'criterion' as const, id: criterion.id })),
  ]),
];

const tailoredParts = ({ stages, gates }: TailoredProcess): ReadonlyArray<TailoredPart> => [
  ...stages.flatMap(({ phases, activities, checklist }) => [
    ...phases.map((id) => ({ what: 'phase' as const, id })),
    ...activities.flatMap(({ activity, steps }) => activityParts(activity, steps)),
    ...checklist.map((id) => ({ what: 'checklistItem' as const, id })),
  ]),
  ...gates.flatMap((gate) => [
    ...gate.gates.map((id) => ({ what: 'gate' as const, id })),
    ...gate.criteria.map((id) => ({ what: 'criterion' as const, id })),
  ]),
];

const activityParts = (activity: string, steps: ReadonlyArray<string>): ReadonlyArray<TailoredPart> => [
  { what: 'activity', id: activity },
  ...steps.map((id) => ({ what: 'step' as const, id, activity })),
];
