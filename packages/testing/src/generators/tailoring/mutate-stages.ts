/** Faults of where things stand: merges that must not be, activities past gates, stages that were entered. */
import type { ProcessTemplate, Stage, TailoringAsked } from '@millrace/sales';
import type { Draw } from './draw.js';
import { activityLists } from './lists.js';
import { crosses, gatesOf, processOf } from './process.js';

/** A tailoring with one fault, or nothing where there is no place for it. Some faults are none: see each. */
export type AskedMutation = (asked: TailoringAsked, draw: Draw) => TailoringAsked | undefined;

/** An activity comes past a gate of the template, in a stage without its phase. */
const moveAcrossGate: AskedMutation = (asked, draw) => {
  const { template, proposed } = asked;
  const lists = activityLists(proposed);
  const moves = lists.flatMap((from) =>
    from
      .itemsIn(proposed)
      .flatMap((item) =>
        lists.flatMap((to, n) =>
          crosses(template, ownPlace(template, item.activity), placesOf(template, proposed.stages[n]))
            ? [{ from, to, item }]
            : [],
        ),
      ),
  );
  if (moves.length === 0) return undefined;
  const { from, to, item } = draw.pick(moves);
  const left = from.put(
    proposed,
    from.itemsIn(proposed).filter((one) => one !== item),
  );
  return { ...asked, proposed: to.put(left, [...to.itemsIn(left), item]) };
};

const ownPlace = ({ phases }: ProcessTemplate, activity: string): number =>
  phases.findIndex(({ activities }) => activities.some(({ id }) => id === activity));

const placesOf = ({ phases }: ProcessTemplate, stage: Stage | undefined): ReadonlyArray<number> =>
  (stage?.phases ?? []).map((phase) => phases.findIndex(({ id }) => id === phase));

/** The stages before and after signing are one. */
const mergeAcrossSigning: AskedMutation = (asked, draw) => {
  const { stages } = asked.proposed;
  const place = stages.findIndex(({ phases }) => phases.includes(asked.template.signedIn));
  return place < stages.length - 1 ? regated(asked, draw, merged(stages, place, place + 1)) : undefined;
};

/** Two stages are one that have another between them. */
const mergeApart: AskedMutation = (asked, draw) => {
  const { stages } = asked.proposed;
  if (stages.length < 3) return undefined;
  const place = draw.below(stages.length - 2);
  return regated(asked, draw, merged(stages, place, place + 2));
};

/** Two stages change places. */
const swapStages: AskedMutation = (asked, draw) => {
  const { stages } = asked.proposed;
  if (stages.length < 2) return undefined;
  const n = draw.below(stages.length - 1);
  return regated(asked, draw, [...stages.slice(0, n), ...stages.slice(n, n + 2).reverse(), ...stages.slice(n + 2)]);
};

/** Two neighbours are one, and the gates stay: which is no fault where none is between or at the exit. */
const mergeUngated: AskedMutation = (asked, draw) => {
  const { stages } = asked.proposed;
  if (stages.length < 2) return undefined;
  const place = draw.below(stages.length - 1);
  return { ...asked, proposed: { ...asked.proposed, stages: merged(stages, place, place + 1) } };
};

const merged = (stages: ReadonlyArray<Stage>, one: number, other: number): ReadonlyArray<Stage> =>
  stages.flatMap((stage, n) => {
    const added = stages[other];
    if (n === other || added === undefined) return [];
    if (n !== one) return [stage];
    return [
      {
        phases: [...stage.phases, ...added.phases],
        activities: [...stage.activities, ...added.activities],
        checklist: [...stage.checklist, ...added.checklist],
      },
    ];
  });

const regated = (asked: TailoringAsked, draw: Draw, stages: ReadonlyArray<Stage>): TailoringAsked => {
  const { template, size, proposed } = asked;
  return { ...asked, proposed: { stages, gates: gatesOf(template, draw, stages, { size, gates: proposed.gates }) } };
};

/** Tailored anew without a look at what has begun: no fault where nothing of it changes. */
const touchBegun: AskedMutation = (asked, draw) => ({
  ...asked,
  proposed: processOf(asked.template, draw, { size: asked.size }),
});

/** A phase was entered that may be in a stage that changes. */
const touchEntered: AskedMutation = (asked, draw) => ({
  ...asked,
  entered: new Set([...asked.entered, draw.pick(asked.template.phases).id]),
});

export const stageMutations = {
  moveAcrossGate,
  mergeAcrossSigning,
  mergeApart,
  swapStages,
  mergeUngated,
  touchBegun,
  touchEntered,
} satisfies { readonly [kind: string]: AskedMutation };
