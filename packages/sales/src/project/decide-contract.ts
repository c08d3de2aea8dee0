/** The contract: signed, amended, ended. @source PRJ-33 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse, unless } from '../checks.js';
import { checklistComplete, gatesPassed, notOnHold, notTerminated, phasesNow, whenWon } from './boundary.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { endsInSigning, entering, nextStage } from './next-phase.js';
import { notOutgrown } from './outgrown.js';
import { isAmount, moveOnTime, notClosed, undecided } from './policy.js';
import type { Check, Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

export const sign = (
  { amount, contract }: CommandTo<'SignContract'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  const { signed } = project;
  if (signed !== undefined) {
    const same =
      signed.contract === contract &&
      signed.amount?.minor === amount?.minor &&
      signed.amount?.currency === amount?.currency;
    return same ? E.right([]) : refuse({ type: 'ContractAlreadySigned', signedAt: signed.at });
  }
  return unless(
    [
      undecided(project),
      inSigningStage(project),
      notOnHold(project),
      isAmount(amount, context),
      moveOnTime(project, context),
      gatesPassed(project),
      notOutgrown(project, amount ?? project.amount, context),
      checklistComplete(project),
    ],
    () => [
      { type: 'ContractSigned', data: defined({ amount, contract }), effectiveAt },
      ...entering(nextStage(project), 'signing', undefined, effectiveAt),
    ],
  );
};

const inSigningStage = (project: OpenedProject): Check => {
  if (endsInSigning(project)) return ok;
  const phase = phasesNow(project).at(-1) ?? '';
  return refuse({ type: 'SigningTooEarly', phase, signedIn: project.signedIn });
};

export const amend = (
  { amount, reason }: CommandTo<'AmendContract'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  const won = whenWon(project);
  if (E.isLeft(won)) return won;
  if (project.amount?.minor === amount.minor && project.amount.currency === amount.currency) return E.right([]);
  return unless(
    [notClosed(project), notTerminated(project), isAmount(amount, context), moveOnTime(project, context)],
    () => [{ type: 'ContractAmended', data: { amount, reason }, effectiveAt }],
  );
};

export const terminate = (
  { reason }: CommandTo<'TerminateContract'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  if (project.terminatedAt !== undefined) return E.right([]);
  return unless([whenWon(project), notClosed(project), moveOnTime(project, context)], () => [
    { type: 'ContractTerminated', data: { reason }, effectiveAt: context.effectiveAt },
  ]);
};
