/** Journeys: stages, purchases, closings, corrections, the buyer's own steps. @source DLR-7..15, Q5..Q8 */
import * as E from 'fp-ts/lib/Either.js';
import { rankOf, type Term } from '../playbook/index.js';
import type { CommandTo } from './commands.js';
import type { CustomerEvent } from './events.js';
import type { Entered } from './evolve.js';
import { correctMoves, firstBroken, type Journey, type Move, standingOf } from './journey.js';
import {
  type Check,
  type Decision,
  evidenced,
  isStage,
  isTerm,
  lastJourney,
  notBefore,
  type OpenJourney,
  ok,
  type Ruled,
  refuse,
  unless,
  whenOpen,
} from './policy.js';

export const openJourney = (customer: Entered, context: Ruled): Decision => {
  const last = lastJourney(customer);
  if (last !== undefined && last.standing.outcome === undefined) {
    return refuse({ type: 'JourneyAlreadyOpen', journey: last.journey.number, stage: last.standing.stage });
  }
  return E.map((opened: CustomerEvent) => [opened])(opening(customer, last, context));
};

type JourneyOpened = Extract<CustomerEvent, { type: 'JourneyOpened' }>;

/** Q8: who comes back after a closing opens a new journey of the same customer. */
const opening = (customer: Entered, last: OpenJourney | undefined, context: Ruled): Check<JourneyOpened> => {
  const stage = context.rules.playbook.customer.stages[0];
  if (stage === undefined) return refuse({ type: 'UndefinedTerm', list: 'stages', id: '' });
  const early = last === undefined ? ok : notBefore('journey', last.standing.since, context);
  if (E.isLeft(early)) return early;
  return E.right({
    type: 'JourneyOpened',
    data: { journey: customer.journeys.length + 1, stage: stage.id },
    effectiveAt: context.effectiveAt,
  });
};

export const advance = (
  { to, evidence }: CommandTo<'AdvanceStage'>,
  { journey, standing }: OpenJourney,
  context: Ruled,
): Decision => {
  if (standing.stage === to) return E.right([]);
  const { customer } = context.rules.playbook;
  const { stage: from } = standing;
  return unless(
    [
      isStage(to, context),
      rankOf(customer, to) > rankOf(customer, from) ? ok : refuse({ type: 'StageNotAhead', from, to }),
      to === customer.purchaseStage ? refuse({ type: 'StageNeedsDecidedPurchase', stage: to }) : ok,
      evidenced(to, evidence, context),
      notBefore('journey', standing.since, context),
    ],
    () => [
      {
        type: 'StageAdvanced',
        data: { journey: journey.number, from, to, ...(evidence === undefined ? {} : { evidence }) },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

export const revert = (
  { to, reason }: CommandTo<'RevertStage'>,
  { journey, standing }: OpenJourney,
  context: Ruled,
): Decision => {
  if (standing.stage === to) return E.right([]);
  const { customer } = context.rules.playbook;
  const { stage: from } = standing;
  return unless(
    [
      isStage(to, context),
      rankOf(customer, to) < rankOf(customer, from) ? ok : refuse({ type: 'StageNotBehind', from, to }),
      isTerm('revert', reason, context),
      notBefore('journey', standing.since, context),
    ],
    () => [
      {
        type: 'StageReverted',
        data: { journey: journey.number, from, to, reason },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

/** Q5: a decided purchase makes a buyer; Q8: also one who comes back, in a new journey. */
export const decidePurchase = (
  { evidence }: CommandTo<'DecidePurchase'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const last = lastJourney(customer);
  if (last !== undefined && last.standing.outcome === undefined) {
    return last.standing.decided ? E.right([]) : purchaseFrom(last, evidence, context);
  }
  const opened = opening(customer, last, context);
  if (E.isLeft(opened)) return opened;
  const journey: Journey = {
    number: opened.right.data.journey,
    openedAt: context.effectiveAt,
    start: opened.right.data.stage,
    moves: [],
  };
  const decided = purchaseFrom({ journey, standing: standingOf(journey) }, evidence, context);
  return E.map((events: ReadonlyArray<CustomerEvent>) => [opened.right, ...events])(decided);
};

const purchaseFrom = (
  { journey, standing }: OpenJourney,
  evidence: CommandTo<'DecidePurchase'>['evidence'],
  context: Ruled,
): Decision => {
  const { purchaseStage } = context.rules.playbook.customer;
  return unless([evidenced(purchaseStage, evidence, context), notBefore('journey', standing.since, context)], () => [
    {
      type: 'PurchaseDecided',
      data: {
        journey: journey.number,
        from: standing.stage,
        to: purchaseStage,
        ...(evidence === undefined ? {} : { evidence }),
      },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

/** Q5: the purchase made closes the journey won. */
export const completePurchase = (
  { amount }: CommandTo<'CompletePurchase'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  if (lastJourney(customer)?.standing.outcome === 'won') return E.right([]);
  const open = whenOpen(customer);
  if (E.isLeft(open)) return open;
  const { journey, standing } = open.right;
  return unless(
    [
      standing.decided ? ok : refuse({ type: 'PurchaseNotDecided', stage: standing.stage }),
      notBefore('journey', standing.since, context),
    ],
    () => [
      {
        type: 'PurchaseCompleted',
        data: { journey: journey.number, ...(amount === undefined ? {} : { amount }) },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

export const closeJourney = (
  { outcome, reason }: CommandTo<'CloseJourney'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const last = lastJourney(customer)?.standing;
  if (last?.outcome === outcome && last.reason === reason) return E.right([]);
  const open = whenOpen(customer);
  if (E.isLeft(open)) return open;
  const { journey, standing } = open.right;
  return unless([isTerm(outcome, reason, context), notBefore('journey', standing.since, context)], () => [
    {
      type: 'JourneyClosed',
      data: { journey: journey.number, outcome, reason },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

/** I-21, DLR-16: the past changes only by a correction that names its target and re-folds the journey. */
export const correctMove = (
  { target, reason, replacement }: CommandTo<'CorrectJourneyMove'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const index = customer.journeys.findIndex(({ moves }) => moves.some(({ revision }) => revision === target));
  const journey = customer.journeys[index];
  const move = journey?.moves.find(({ revision }) => revision === target);
  if (journey === undefined || move === undefined) return refuse({ type: 'NoSuchMove', target });

  const { to } = replacement ?? {};
  const instead = replacement && {
    effectiveAt: replacement.effectiveAt ?? move.at,
    ...(to === undefined ? {} : { to }),
  };
  if (instead !== undefined && instead.effectiveAt === move.at && (to === undefined || leadsTo(move) === to)) {
    return E.right([]);
  }
  const inForce = instead !== undefined && instead.effectiveAt < move.at ? instead.effectiveAt : move.at;
  const corrected = { ...journey, moves: correctMoves(journey.moves, target, instead) };

  return unless(
    [
      isTerm('correction', reason, context),
      to === undefined ? ok : changesStage(move, to, context),
      instead !== undefined && instead.effectiveAt > context.now
        ? refuse({ type: 'EffectiveInFuture', effectiveAt: instead.effectiveAt, now: context.now })
        : ok,
      stillFits(corrected, customer.journeys[index + 1], target),
    ],
    () => [
      {
        type: 'JourneyMoveCorrected',
        data: {
          journey: journey.number,
          target,
          reason,
          ...(instead === undefined ? {} : { replacement: instead }),
        },
        effectiveAt: inForce,
      },
    ],
  );
};

const leadsTo = ({ step }: Move): Term | undefined => (step.kind === 'stage' ? step.to : undefined);

const changesStage = (move: Move, to: Term, context: Ruled): Check => {
  if (move.step.kind !== 'stage') return refuse({ type: 'NotAChangeOfStage', target: move.revision });
  if (to === context.rules.playbook.customer.purchaseStage) {
    return refuse({ type: 'StageNeedsDecidedPurchase', stage: to });
  }
  return isStage(to, context);
};

/** The journey must hold together after the correction, and be closed before the next one begins. */
const stillFits = (journey: Journey, next: Journey | undefined, target: number): Check => {
  const broken = firstBroken(journey);
  if (broken !== undefined) return refuse({ type: 'CorrectionBreaksHistory', target, broken });
  const { outcome, since } = standingOf(journey);
  return next !== undefined && (outcome === undefined || since > next.openedAt)
    ? refuse({ type: 'CorrectionBreaksHistory', target, broken: target })
    : ok;
};

/** DLR-15: the buyer's own step; one out of sequence is recorded and marked, never refused. */
export const observeBuyerStep = (
  { step }: CommandTo<'ObserveBuyerStep'>,
  { journey }: OpenJourney,
  context: Ruled,
): Decision => {
  if (journey.buyerStep === step) return E.right([]);
  const steps = context.rules.playbook.customer.buyerSteps.map(({ id }) => id);
  const place = steps.indexOf(step);
  if (place < 0) return refuse({ type: 'UndefinedTerm', list: 'buyerSteps', id: step });
  const last = journey.buyerStep === undefined ? -1 : steps.indexOf(journey.buyerStep);
  return E.right([
    {
      type: 'BuyerStepObserved',
      data: {
        journey: journey.number,
        step,
        outOfSequence: place !== last + 1,
      },
      effectiveAt: context.effectiveAt,
    },
  ]);
};
