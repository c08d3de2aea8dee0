/** Everything of the template is there, once, and nothing else. @source PRJ-36, GAT-4 */
<<<<<<< HEAD

import type { Stage } from './tailored.js';
import type { IndexedTailoring, TailoringRule } from './tailoring-asked.js';
import type { TailoredPart, TailoringFault } from './tailoring-faults.js';

=======

import type { Beside, IndexedTailoring, PartKind, TailoringRule } from './tailoring-asked.js';
import type { TailoredPart } from './tailoring-faults.js';

>>>>>>> w/t

/** A stage is made of phases, a gate of gates. */
export const nothingIsEmpty: TailoringRule = ({ proposed: { stages, gates } }) => {
  const stage = stages.findIndex(({ phases }) => phases.length === 0);
  if (stage >= 0) return { type: 'StageEmpty', place: stage + 1 };
  const gate = gates.findIndex((one) => one.gates.length === 0);
  return gate >= 0 ? { type: 'GateEmpty', place: gate + 1 } : undefined;
};

/** PRJ-36: the template says all there is to do. */
export const nothingIsAdded: TailoringRule = (asked) => {
<<<<<<< HEAD
  const part = firstPart(asked, (given, due) => given.find((id) => !due.has(id)));
=======
  const part = firstPart(asked, ({ given, found }) => given[found.indexOf(-1)]);
>>>>>>> w/t
  return part && { type: 'TailoringAdds', ...part };
};

/** GAT-4: multiplicity 1. */
export const nothingIsDoubled: TailoringRule = (asked) => {
<<<<<<< HEAD
  const part = firstPart(asked, (given) => {
    const met = new Set<string>();
    return given.find((id) => met.size === met.add(id).size);
=======
  const part = firstPart(asked, ({ given, found, due }) => {
    const met = due.map(() => false);
    return given.find((_, n) => {
      const place = found[n] ?? -1;
      const again = met[place] === true;
      met[place] = true;
      return again;
    });
>>>>>>> w/t
  });
  return part && { type: 'TailoringDoubles', ...part };
};

/** PRJ-36: activities must not be fewer, steps must not be fewer. All are there if there are as many. */
export const nothingIsDropped: TailoringRule = (asked) => {
<<<<<<< HEAD
  const part = firstPart(asked, (given, due) => {
    if (given.length === due.size) return undefined;
    const kept = new Set(given);
    return [...due.keys()].find((id) => !kept.has(id));
=======
  const part = firstPart(asked, ({ given, found, due }) => {
    if (given.length === due.length) return undefined;
    const kept = new Set(found);
    return due.find((_, place) => !kept.has(place));
>>>>>>> w/t
  });
  return part && { type: 'TailoringDrops', ...part };
};

/** GAT-4: the order of steps is preserved. */
<<<<<<< HEAD
export const stepsKeepOrder: TailoringRule = (asked): TailoringFault | undefined => {
  const [otherwise] = stepsOtherwise(asked);
  return otherwise && { type: 'StepsReordered', activity: otherwise.activity };
};

type Ids = ReadonlyArray<string>;

/** What a template has, by id. */
type Due = ReadonlyMap<string, unknown>;

/** The first id found in what is proposed of a kind beside what the template has of it; the steps come last. */
const firstPart = (
  asked: IndexedTailoring,
  find: (given: Ids, due: Due) => string | undefined,
): TailoredPart | undefined => {
  for (const { what, given, due } of partsOf(asked)) {
    const id = find(given, due);
    if (id !== undefined) return { what, id };
  }
  for (const { activity, steps, due } of stepsOtherwise(asked)) {
    const id = find(steps, new Map(due.map((step) => [step.id, step])));
=======
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
>>>>>>> w/t
    if (id !== undefined) return { what: 'step', id, activity };
  }
  return undefined;
};
<<<<<<< HEAD

const partsOf = ({ proposed: { stages, gates }, of }: IndexedTailoring) =>
  [
    { what: 'phase', given: stages.flatMap(({ phases }) => phases), due: of.phases },
    { what: 'activity', given: stages.flatMap(activitiesOf), due: of.activities },
    { what: 'checklistItem', given: stages.flatMap(({ checklist }) => checklist), due: of.checklist },
    { what: 'gate', given: gates.flatMap((gate) => gate.gates), due: of.gates },
    { what: 'criterion', given: gates.flatMap(({ criteria }) => criteria), due: of.criteria },
  ] as const;

const activitiesOf = ({ activities }: Stage): Ids => activities.map(({ activity }) => activity);

/** The activities whose steps are not just those of the template, beside these. */
const stepsOtherwise = ({ proposed, of }: IndexedTailoring) =>
  proposed.stages.flatMap(({ activities }) =>
    activities.flatMap(({ activity, steps }) => {
      const ordered = of.activities.get(activity)?.it.steps ?? [];
      const same = steps.length === ordered.length && ordered.every(({ id }, place) => id === steps[place]);
      return same ? [] : [{ activity, steps, due: ordered }];
    }),
  );
=======
>>>>>>> w/t
