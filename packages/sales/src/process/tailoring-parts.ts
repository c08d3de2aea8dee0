/** Everything of the template is there, once, and nothing else. @source PRJ-36, GAT-4 */
import type { Beside, IndexedTailoring, PartKind, TailoringRule } from './tailoring-asked.js';
import type { TailoredPart } from './tailoring-faults.js';

/** A stage is made of phases, a gate of gates. */
export const nothingIsEmpty: TailoringRule = ({ proposed: { stages, gates } }) => {
  const stage = stages.findIndex(({ phases }) => phases.length === 0);
  if (stage >= 0) return { type: 'StageEmpty', place: stage + 1 };
  const gate = gates.findIndex((one) => one.gates.length === 0);
  return gate >= 0 ? { type: 'GateEmpty', place: gate + 1 } : undefined;
};

/** PRJ-36: the template says all there is to do. */
export const nothingIsAdded: TailoringRule = (asked) => {
  const part = firstPart(asked, ({ given, found }) => given[found.indexOf(-1)]);
  return part && { type: 'TailoringAdds', ...part };
};

/** GAT-4: multiplicity 1. */
export const nothingIsDoubled: TailoringRule = (asked) => {
  const part = firstPart(asked, ({ given, found, due }) => {
    const met = due.map(() => false);
    return given.find((_, n) => {
      const place = found[n] ?? -1;
      const again = met[place] === true;
      met[place] = true;
      return again;
    });
  });
  return part && { type: 'TailoringDoubles', ...part };
};

/** PRJ-36: activities must not be fewer, steps must not be fewer. All are there if there are as many. */
export const nothingIsDropped: TailoringRule = (asked) => {
  const part = firstPart(asked, ({ given, found, due }) => {
    if (given.length === due.length) return undefined;
    const kept = new Set(found);
    return due.find((_, place) => !kept.has(place));
  });
  return part && { type: 'TailoringDrops', ...part };
};

/** GAT-4: the order of steps is preserved. */
export const stepsKeepOrder: TailoringRule = ({ steps: [otherwise] }) =>
  otherwise && { type: 'StepsReordered', activity: otherwise.activity };

const kinds = ['phase', 'activity', 'checklistItem', 'gate', 'criterion'] as const satisfies ReadonlyArray<PartKind>;

/** The first id that a rule finds among those of a kind; the steps come last. */
const firstPart = (
  { parts, steps }: IndexedTailoring,
  rule: (beside: Beside) => string | undefined,
): TailoredPart | undefined => {
  for (const what of kinds) {
    const id = rule(parts[what]);
    if (id !== undefined) return { what, id };
  }
  for (const { activity, ...beside } of steps) {
    const id = rule(beside);
    if (id !== undefined) return { what: 'step', id, activity };
  }
  return undefined;
};
