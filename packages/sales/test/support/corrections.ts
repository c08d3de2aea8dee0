import { type Instant, replay } from '@millrace/kernel';
import { type Customer, type CustomerEvent, customerModule, dealership, standingOf, type Term } from '@millrace/sales';
import { ask, dealershipWith, was, won } from './story.js';

/** Revisions in the histories of stories: the first move has 4. */
export const ADVANCED = 4;
export const DECIDED = 5;
export const COMPLETED = 6;

/** What a correction is made for in these stories, and what a shopper showed. */
export const reason = 'misclassified';
export const evidence = { note: 'compares two' };

/** Declares a move void. */
export const annul = (target: number) => ask('CorrectJourneyMove', { target, reason });

/** A move was declared void, from the day it was effective. */
export const voided = (target: number, when: number) => corrected(target, when, {});

/** A move was corrected, from a day on. */
export const corrected = (target: number, when: number | Instant, more: Corrected): CustomerEvent =>
  was(when, 'JourneyMoveCorrected', { journey: 1, target, reason, ...more });

type Corrected = Partial<Parameters<typeof was<'JourneyMoveCorrected'>>[2]>;

/** The first journey went ahead on a day. */
export const ahead = (when: number, from: string, to: string) =>
  was(when, 'StageAdvanced', { journey: 1, from, to, ...(to === 'shopper' ? { evidence } : {}) });

/** The first journey went back on a day. */
export const back = (when: number, from: string, to: string) =>
  was(when, 'StageReverted', { journey: 1, from, to, reason: 'postponed' });

/** Won, and come back on day 12 for a second journey. */
export const cameBack = [...won, was(12, 'JourneyOpened', { journey: 2, stage: 'prospect' })];

/** A correction of one move is refused for what it would do to another. */
export const breaks = (target: number, broken: number) =>
  ({ type: 'CorrectionBreaksHistory', target, broken }) as const;

/** Where the journeys of a history stand. */
export const standings = (history: ReadonlyArray<CustomerEvent>) => {
  const customer: Customer = replay(customerModule.decider, history);
  return customer.phase === 'entered' ? customer.journeys.map(standingOf) : [];
};

const { stages } = dealership.customer;

/** Four stages: a `lead` between prospect and shopper. */
export const fourStages = dealershipWith({
  stages: [...stages.slice(0, 1), { id: 'lead' as Term, name: { en: 'Lead', zh: '线索' } }, ...stages.slice(1)],
  benchmark: [25, 10, 5, 1],
});
