/** The past changes only by a correction that names its target and re-folds the journey. @source DLR-16, I-21, design.md decision 11 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse, unless } from '../checks.js';
import { earlier, notInFuture } from '../dating.js';
import { rankOf } from '../playbook/index.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Entered } from './evolve.js';
import { correctMoves, firstBroken, type Journey, type Move, standingOf } from './journey.js';
import { evidenced, isStage, isTerm, noPurchaseStage } from './policy.js';
import type { Check, Decision } from './refusals.js';

export const correctMove = (
  { target, reason, replacement }: CommandTo<'CorrectJourneyMove'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const found = findMove(customer, target);
  if (found === undefined) return refuse({ type: 'NoSuchMove', target });
  const { journey, move, next } = found;

  const instead = replacement && { ...replacement, effectiveAt: replacement.effectiveAt ?? move.at };
  const { effectiveAt = move.at, to } = instead ?? {};
  if (instead !== undefined && effectiveAt === move.at && (to === undefined || leadsTo(move) === to)) {
    return E.right([]);
  }
  const corrected = { ...journey, moves: correctMoves(journey.moves, target, instead) };
  return unless(
    [
      isTerm('correction', reason, context),
      ...(to === undefined ? [] : [changesStage(move), isStage(to, context), noPurchaseStage(to, context)]),
      notInFuture({ effectiveAt, now: context.now }),
      stillFits(corrected, next, target, context),
      to === undefined ? ok : evidencedAhead(found, to, replacement?.evidence, context),
    ],
    () => [
      {
        type: 'JourneyMoveCorrected',
        data: { journey: journey.number, target, reason, ...defined({ replacement: instead }) },
        effectiveAt: earlier(effectiveAt, move.at),
      },
    ],
  );
};

interface Found {
  readonly journey: Journey;
  readonly move: Move;
  /** The journey after it, if one was opened. */
  readonly next: Journey | undefined;
}

const findMove = ({ journeys }: Entered, target: number): Found | undefined => {
  for (const [index, journey] of journeys.entries()) {
    const move = journey.moves.find(({ revision }) => revision === target);
    if (move !== undefined) return { journey, move, next: journeys[index + 1] };
  }
  return undefined;
};

const leadsTo = ({ step }: Move): string | undefined => (step.kind === 'stage' ? step.to : undefined);

/** Another stage may stand in the place of a change of stage only: a purchase or a closing is void, or was at another time. */
const changesStage = ({ step, revision }: Move): Check =>
  step.kind === 'stage' ? ok : refuse({ type: 'NotAChangeOfStage', target: revision });

/** DLR-9: a stage that is entered on evidence is so after a correction too. */
const evidencedAhead = (
  { journey, move }: Found,
  to: string,
  evidence: CommandTo<'AdvanceStage'>['evidence'],
  context: Ruled,
): Check => {
  const { stage } = standingOf({ ...journey, moves: journey.moves.slice(0, journey.moves.indexOf(move)) });
  const { customer } = context.rules.playbook;
  return rankOf(customer, to) > rankOf(customer, stage) ? evidenced(to, evidence, context) : ok;
};

/** Every move must have been possible where it then stands, and the journey be over before the next one begins. */
const stillFits = (journey: Journey, next: Journey | undefined, target: number, { rules }: Ruled): Check => {
  const broken = firstBroken(journey, (stage) => rankOf(rules.playbook.customer, stage));
  if (broken !== undefined) return refuse({ type: 'CorrectionBreaksHistory', target, broken });
  const { outcome, since } = standingOf(journey);
  return next !== undefined && (outcome === undefined || since > next.openedAt)
    ? refuse({ type: 'CorrectionBreaksHistory', target, broken: target })
    : ok;
};
