/** Faults of what there is: dropped, doubled, added, out of its order, elsewhere. */
import type { TailoredProcess, Term } from '@millrace/sales';
import type { Draw } from './draw.js';
import { activityLists, idLists, type List } from './lists.js';

/** A process with one fault, or nothing where there is no place for it. */
export type Mutation = (process: TailoredProcess, draw: Draw) => TailoredProcess | undefined;

type Change = <Item>(all: ReadonlyArray<List<Item>>, process: TailoredProcess, draw: Draw) => ReturnType<Mutation>;

const dropped: Change = (all, process, draw) => {
  const list = filled(all, process, draw);
  if (list === undefined) return undefined;
  const items = list.itemsIn(process);
  const gone = draw.below(items.length);
  return list.put(
    process,
    items.filter((_, n) => n !== gone),
  );
};

/** The copy stands in the same list, or in another of its kind. */
const doubled: Change = (all, process, draw) => {
  const list = filled(all, process, draw);
  if (list === undefined) return undefined;
  const target = draw.pick(all.filter(({ of }) => of === list.of));
  return target.put(process, draw.shuffled([...target.itemsIn(process), draw.pick(list.itemsIn(process))]));
};

const moved: Change = (all, process, draw) => {
  const list = filled(all, process, draw);
  const others = all.filter((one) => one !== list && one.of === list?.of);
  if (list === undefined || others.length === 0) return undefined;
  const item = draw.pick(list.itemsIn(process));
  const target = draw.pick(others);
  const left = list.put(
    process,
    list.itemsIn(process).filter((one) => one !== item),
  );
  return target.put(left, [...target.itemsIn(left), item]);
};

const filled = <Item>(all: ReadonlyArray<List<Item>>, process: TailoredProcess, draw: Draw) => {
  const open = all.filter((list) => list.itemsIn(process).length > 0);
  return open.length === 0 ? undefined : draw.pick(open);
};

/** What is done to a list of this kind, or to one of any kind. */
const of =
  (change: Change, ...kinds: ReadonlyArray<List<Term>['of']>): Mutation =>
  (process, draw) =>
    draw.pick(kinds) === 'activities'
      ? change(activityLists(process), process, draw)
      : change(
          idLists(process).filter((list) => kinds.includes(list.of)),
          process,
          draw,
        );

const swapSteps: Mutation = (process, draw) => {
  const open = idLists(process).filter((list) => list.of === 'steps' && list.itemsIn(process).length > 1);
  if (open.length === 0) return undefined;
  const list = draw.pick(open);
  const steps = list.itemsIn(process);
  const n = draw.below(steps.length - 1);
  return list.put(process, [...steps.slice(0, n), ...steps.slice(n, n + 2).reverse(), ...steps.slice(n + 2)]);
};

const add: Mutation = (process, draw) => {
  const list = draw.pick(idLists(process));
  return list.put(process, [...list.itemsIn(process), 'unheardOf' as Term]);
};

export const partMutations = {
  drop: of(dropped, 'activities', 'steps', 'activities', 'phases', 'checklist', 'gates', 'criteria'),
  dropCriterion: of(dropped, 'criteria'),
  dropRole: of(dropped, 'reviewerRoles'),
  double: of(doubled, 'activities', 'steps', 'activities', 'phases', 'checklist', 'gates', 'criteria', 'reviewerRoles'),
  add,
  swapSteps,
  moveActivity: of(moved, 'activities'),
  moveChecklistItem: of(moved, 'checklist'),
  moveCriterion: of(moved, 'criteria'),
  movePhase: of(moved, 'phases'),
  moveGate: of(moved, 'gates'),
} satisfies { readonly [kind: string]: Mutation };
