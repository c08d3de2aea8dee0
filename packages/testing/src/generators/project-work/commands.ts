import type { ProjectCommand } from '@millrace/sales';
import fc from 'fast-check';
import { fieldsOf, needs, type ProjectWorkType } from './fields.js';
import { type ProjectWorkOptions, vocabularyOf } from './vocabulary.js';

/** Commands that others build on, that come in a row, or that are seldom allowed. */
const often: ReadonlySet<ProjectWorkType> = new Set<ProjectWorkType>([
  'DoStep',
  'RecordAnalysis',
  'MapStakeholder',
  'WaiveActivity',
  'SetPhaseBudget',
  'BookCost',
  'AssessProbability',
]);

/**
 * A command about the work or the money of a project: any, or one of `types`. Most are about terms,
 * phases and persons there are; a few are just outside of what is allowed.
 */
export const projectWorkCommands = (
  options: ProjectWorkOptions = {},
  types?: ReadonlyArray<ProjectWorkType>,
): fc.Arbitrary<ProjectCommand> => {
  const words = vocabularyOf(options);
  const fields = fieldsOf(words);
  return fc.oneof(
    ...(types ?? (Object.keys(fields) as ReadonlyArray<ProjectWorkType>)).map((type) => ({
      weight: often.has(type) ? 5 : 1,
      arbitrary: (fields[type] as fc.Arbitrary<object>).map(
        (rest) => ({ type, project: words.project, ...rest }) as ProjectCommand,
      ),
    })),
  );
};

/**
 * All that the activities of `phases` take, in the order the template gives: steps, parts of analyses
 * with the need, documents, and that each is done. So a gate that asks for it may be passed.
 */
export const phaseWork = (options: ProjectWorkOptions = {}): fc.Arbitrary<ReadonlyArray<ProjectCommand>> => {
  const { project, template, people } = vocabularyOf(options);
  const activities = template.phases
    .filter(({ id }) => options.phases?.includes(id) ?? true)
    .flatMap((phase) => phase.activities);
  return fc
    .record({
      order: fc.shuffledSubarray(activities, { minLength: activities.length }),
      by: fc.constantFrom(...people),
      need: needs,
    })
    .map(({ order, by, need }) =>
      order.flatMap(
        ({ id: activity, steps, analysis, deliverables = [] }): ReadonlyArray<ProjectCommand> => [
          ...steps.map(({ id }): ProjectCommand => {
            if (analysis === undefined) return { type: 'DoStep', project, activity, step: id, by };
            const part = {
              type: 'RecordAnalysis',
              project,
              kind: analysis,
              part: id,
              finding: 'As found',
              by,
            } as const;
            return analysis === 'customer' ? { ...part, need } : part;
          }),
          ...deliverables.map(
            ({ id }): ProjectCommand => ({ type: 'RecordDocument', project, document: id, hash: 'c'.repeat(64) }),
          ),
          ...(analysis === undefined ? [{ type: 'FinishActivity' as const, project, activity, by }] : []),
        ],
      ),
    );
};

/** The same, other commands among it, and at times a piece of it lost. */
export const looseWork = (options: ProjectWorkOptions = {}): fc.Arbitrary<ReadonlyArray<ProjectCommand>> =>
  fc
    .tuple(
      phaseWork(options),
      fc.array(fc.tuple(fc.nat(), projectWorkCommands(options)), { maxLength: 20, size: 'max' }),
      fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat() }),
    )
    .map(([all, others, lost]) => {
      const work = lost === undefined || all.length === 0 ? [...all] : all.toSpliced(lost % all.length, 1);
      for (const [place, other] of others) work.splice(place % (work.length + 1), 0, other);
      return work;
    });
