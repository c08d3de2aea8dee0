import type { Clock, Engine } from '@millrace/engine';
import { comparisonsOf, projectsView, type TemplateComparison } from '@millrace/projections';
import type { ProjectRules } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Answered, type Asking, documentsOf, type LogError } from './asking.js';

/** Two versions of what a playbook says of projects. */
export interface CounterfactualAsking extends Asking {
  readonly a: ProjectRules;
  readonly b: ProjectRules;
}

export interface CounterfactualAnswer extends Answered {
  readonly templates: ReadonlyArray<TemplateComparison>;
}

/** Which projects other rules would have stopped. @source GAT-11 */
export const askCounterfactual =
  (
    engine: Engine,
    { a, b, ...asking }: CounterfactualAsking,
    clock: Clock,
  ): TaskEither<LogError, CounterfactualAnswer> =>
  async () => {
    const shown = await documentsOf(engine, projectsView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, asOf, knownAt } = shown.right;
    return E.right({ asOf, knownAt, templates: comparisonsOf({ a, b, documents, asOf }) });
  };
