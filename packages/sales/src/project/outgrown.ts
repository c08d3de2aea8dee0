/** A go that one person gave, and what the project came to be worth since. @source PRJ-37, Q13 */
import type { Money } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import type { TailoredGate } from '../process/index.js';
import type { Ruled } from './context.js';
import { ceilingOf } from './independence.js';
import { gatesAtExit } from './next-phase.js';
import { templateOf } from './policy.js';
import type { Check } from './refusals.js';
import type { OpenedProject } from './state.js';

/** Nothing is signed on a go of oneself for more than one may review alone; others may review it then. */
export const notOutgrown = (project: OpenedProject, amount: Money | undefined, context: Ruled): Check =>
  gatesAtExit(project)
    .map((gate) => withinCeiling(gate, project, amount, context))
    .find(E.isLeft) ?? ok;

/** The same of one gate. */
export const withinCeiling = (
  { gates }: Pick<TailoredGate, 'gates'>,
  { passed, reviews, ...project }: OpenedProject,
  amount: Money | undefined,
  context: Ruled,
): Check => {
  const standing = passed.find(({ gate }) => gates.includes(gate));
  const self = reviews.find(({ id }) => id === standing?.review)?.decided?.self ?? false;
  const template = templateOf(project, context);
  if (!self || amount === undefined || E.isLeft(template)) return ok;
  const ceiling = ceilingOf(gates, template.right);
  if (ceiling === undefined || amount.currency !== ceiling.currency || amount.minor <= ceiling.minor) return ok;
  return refuse({ type: 'SelfReviewAboveCeiling', minor: amount.minor, ceiling: ceiling.minor });
};
