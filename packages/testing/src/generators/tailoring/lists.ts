import type { Stage, TailoredProcess, Term } from '@millrace/sales';

/** A list in a tailored process, and the process with another in its place. */
export interface List<Item> {
  readonly of: 'phases' | 'activities' | 'steps' | 'checklist' | 'gates' | 'criteria' | 'reviewerRoles';
  readonly itemsIn: (process: TailoredProcess) => ReadonlyArray<Item>;
  readonly put: (process: TailoredProcess, items: ReadonlyArray<Item>) => TailoredProcess;
}

type TailoredActivity = Stage['activities'][number];

/** The activities of each stage. */
export const activityLists = ({ stages }: TailoredProcess): ReadonlyArray<List<TailoredActivity>> =>
  stages.map((_, n) => ({
    of: 'activities',
    itemsIn: (process) => process.stages[n]?.activities ?? [],
    put: (process, activities) => withStage(process, n, { activities }),
  }));

/** Every list of ids: of stages, of activities and of gates. */
export const idLists = ({ stages, gates }: TailoredProcess): ReadonlyArray<List<Term>> => [
  ...stages.flatMap(({ activities }, n) => [
    ...(['phases', 'checklist'] as const).map(
      (of): List<Term> => ({
        of,
        itemsIn: (process) => process.stages[n]?.[of] ?? [],
        put: (process, items) => withStage(process, n, { [of]: items }),
      }),
    ),
    ...activities.map(
      (_, m): List<Term> => ({
        of: 'steps',
        itemsIn: (process) => process.stages[n]?.activities[m]?.steps ?? [],
        put: (process, steps) =>
          withStage(process, n, { activities: at(process.stages[n]?.activities ?? [], m, { steps }) }),
      }),
    ),
  ]),
  ...gates.flatMap((_, n) =>
    (['gates', 'criteria', 'reviewerRoles'] as const).map(
      (of): List<Term> => ({
        of,
        itemsIn: (process) => process.gates[n]?.[of] ?? [],
        put: (process, items) => ({ ...process, gates: at(process.gates, n, { [of]: items }) }),
      }),
    ),
  ),
];

const withStage = (process: TailoredProcess, n: number, more: Partial<Stage>): TailoredProcess => ({
  ...process,
  stages: at(process.stages, n, more),
});

/** A list in which one item has something else in it. */
export const at = <A>(items: ReadonlyArray<A>, place: number, more: Partial<A>): ReadonlyArray<A> =>
  items.map((item, n) => (n === place ? { ...item, ...more } : item));
