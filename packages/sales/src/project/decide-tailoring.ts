/** Another process: tailored, or of another version of the template. @source PRJ-36..38, GAT-4 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, unless } from '../checks.js';
import { checkTailoring, plainProcess, sameProcess } from '../process/index.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { projectRules, templateIn } from './decide-discovery.js';
import { keepsAll } from './migration.js';
import { isTermOf, moveOnTime, notClosed, templateOf } from './policy.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

export const tailor = (
  { process, size }: CommandTo<'TailorProcess'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const kept = size === undefined || size === project.size;
  if (kept && sameProcess(process, project.process)) return E.right([]);
  const template = templateOf(project, context);
  if (E.isLeft(template)) return template;
  return unless(
    [
      notClosed(project),
      moveOnTime(project, context),
      size === undefined ? ok : isTermOf('sizes', template.right.sizes, size),
      checkTailoring({
        template: template.right,
        standing: project.process,
        proposed: process,
        size: size ?? project.size,
        entered: new Set(project.entered.map(({ phase }) => phase)),
        requested: new Set(project.reviews.flatMap(({ gates }) => gates)),
      }),
    ],
    () => [{ type: 'ProcessTailored', data: { process, ...defined({ size }) }, effectiveAt: context.effectiveAt }],
  );
};

/** The new process is the template's own: what was tailored is tailored anew. */
export const migrate = (
  { template: named }: CommandTo<'MigrateProcess'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const { version: playbook } = context.rules;
  if (project.playbook === playbook && project.template === named) return E.right([]);
  const rules = projectRules(context);
  if (E.isLeft(rules)) return rules;
  const template = templateIn(rules.right, named, context);
  if (E.isLeft(template)) return template;
  const { signedIn } = template.right;
  return unless([notClosed(project), moveOnTime(project, context), keepsAll(project, template.right)], () => [
    {
      type: 'ProcessMigrated',
      data: { template: named, playbook, process: plainProcess(template.right), signedIn },
      effectiveAt: context.effectiveAt,
    },
  ]);
};
