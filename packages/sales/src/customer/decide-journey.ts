/** Journeys: opening, stages, closing, the buyer's own steps. @source DLR-7..9, 15, Q8 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { CustomerEvent } from './events.js';
import type { Entered } from './evolve.js';
import {
  ahead,
  behind,
  evidenced,
  firstStage,
  isStage,
  isTerm,
  journeyOnTime,
  lastJourney,
  noPurchaseStage,
  type OpenJourney,
  whenObservable,
  whenOpen,
} from './policy.js';
import type { Decision } from './refusals.js';

/** Q8: who comes back after a closing opens a new journey of the same customer. */
export const openJourney = (customer: Entered, context: Ruled): Decision => {
  const last = lastJourney(customer);
  if (last !== undefined && last.standing.outcome === undefined) {
    return refuse({ type: 'JourneyAlreadyOpen', journey: last.journey.number, stage: last.standing.stage });
  }
  return unless([last === undefined ? ok : journeyOnTime(last.standing, context)], () => [
    journeyOpened(customer, context),
  ]);
};

/** The event of a new journey. */
export const journeyOpened = (
  { journeys }: Pick<Entered, 'journeys'>,
  context: Ruled,
): Extract<CustomerEvent, { type: 'JourneyOpened' }> => ({
  type: 'JourneyOpened',
  data: { journey: journeys.length + 1, stage: firstStage(context) },
  effectiveAt: context.effectiveAt,
});

/** DLR-7, DLR-9; stages passed over are skipped, which Q8 allows. */
export const advance = (
  { to, evidence }: CommandTo<'AdvanceStage'>,
  { journey, standing }: OpenJourney,
  context: Ruled,
): Decision => {
  const { stage: from } = standing;
  if (from === to) return E.right([]);
  return unless(
    [
      isStage(to, context),
      ahead(from, to, context),
      noPurchaseStage(to, context),
      evidenced(to, evidence, context),
      journeyOnTime(standing, context),
    ],
    () => [
      {
        type: 'StageAdvanced',
        data: { journey: journey.number, from, to, ...defined({ evidence }) },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

/** Q8: back with a reason; from a decided purchase too. */
export const revert = (
  { to, reason }: CommandTo<'RevertStage'>,
  { journey, standing }: OpenJourney,
  context: Ruled,
): Decision => {
  const { stage: from } = standing;
  if (from === to) return E.right([]);
  return unless(
    [
      isStage(to, context),
      behind(from, to, context),
      isTerm('revert', reason, context),
      journeyOnTime(standing, context),
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

/** DLR-10, Q40: a rival's product, or ours from another dealer, is a journey lost. */
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
  return unless([isTerm(outcome, reason, context), journeyOnTime(standing, context)], () => [
    {
      type: 'JourneyClosed',
      data: { journey: journey.number, outcome, reason },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

/** DLR-15: the buyer's own step; one out of sequence is recorded and marked, never refused. */
export const observeBuyerStep = (
  { step }: CommandTo<'ObserveBuyerStep'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const observable = whenObservable(customer);
  if (E.isLeft(observable)) return observable;
  const { number, buyerStep } = observable.right;
  if (buyerStep === step) return E.right([]);
  const steps = context.rules.playbook.customer.buyerSteps.map(({ id }) => id);
  const place = steps.indexOf(step);
  if (place < 0) return refuse({ type: 'UndefinedTerm', list: 'buyerSteps', id: step });
  const last = buyerStep === undefined ? -1 : steps.indexOf(buyerStep);
  return E.right([
    {
      type: 'BuyerStepObserved',
      data: { journey: number, step, outOfSequence: place !== last + 1 },
      effectiveAt: context.effectiveAt,
    },
  ]);
};
