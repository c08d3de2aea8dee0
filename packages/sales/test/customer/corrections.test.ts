import { replay } from '@millrace/kernel';
import { type Customer, type CustomerEvent, customerModule, dealership, rankOf } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { forEveryCorrectedHistory, ofType } from '../support/logs.js';

type Correction = Extract<CustomerEvent, { type: 'JourneyMoveCorrected' }>;

/** An event that moves nothing, to stand where one is taken out: the others keep their revisions. */
const nothing = ({ effectiveAt }: CustomerEvent): CustomerEvent => ({
  type: 'ContactLogged',
  data: { by: 'nobody' as never, contactType: 'other' as never },
  effectiveAt,
});

/** A move as it would have been recorded in the first place. */
const asCorrected = (event: CustomerEvent, { data: { replacement } }: Correction): CustomerEvent => {
  if (replacement === undefined) return nothing(event);
  const { effectiveAt, to } = replacement;
  if (to === undefined) return { ...event, effectiveAt };
  const { journey, from } = event.data as { readonly journey: number; readonly from: never };
  return { type: 'StageAdvanced', data: { journey, from, to }, effectiveAt };
};

/** The history that would have been, had nothing been recorded by mistake. */
const native = (history: ReadonlyArray<CustomerEvent>): ReadonlyArray<CustomerEvent> => {
  const past: Array<CustomerEvent> = [];
  for (const event of history) {
    past.push(event.type === 'JourneyMoveCorrected' ? nothing(event) : event);
    if (event.type !== 'JourneyMoveCorrected') continue;
    const { target } = event.data;
    past.splice(target, 1, ...past.slice(target, target + 1).map((old) => asCorrected(old, event)));
  }
  return past;
};

/** A state without what only tells how a move was recorded. */
const standing = (history: ReadonlyArray<CustomerEvent>): unknown =>
  JSON.parse(JSON.stringify(replay(customerModule.decider, history)), (key, value) =>
    key === 'way' ? undefined : value,
  );

describe('corrections', () => {
  test('lead where the corrected history leads when it is folded by itself DLR-16 I-21 LAW-4', () => {
    let corrections = 0;
    forEveryCorrectedHistory((history) => {
      corrections += ofType(history, 'JourneyMoveCorrected').length;
      expect(standing(history)).toEqual(standing(native(history)));
    });
    expect(corrections).toBeGreaterThan(15);
  });

  test('are effective from the earlier of the two times, so nothing before is told anew LOG-5', () => {
    forEveryCorrectedHistory((history) => {
      for (const [index, event] of history.entries()) {
        if (event.type !== 'JourneyMoveCorrected') continue;
        const before = native(history.slice(0, index))[event.data.target];
        const times = [before?.effectiveAt, event.data.replacement?.effectiveAt ?? before?.effectiveAt].sort();
        expect(event.effectiveAt).toBe(times[0]);
      }
    });
  });

  test('leave evidence for every way ahead to a stage that asks for it DLR-9', () => {
    forEveryCorrectedHistory((history) => {
      const evidence = new Map<number, unknown>();
      for (const [revision, event] of history.entries()) {
        if (event.type === 'StageAdvanced') evidence.set(revision, event.data.evidence);
        if (event.type === 'JourneyMoveCorrected' && event.data.replacement?.to !== undefined) {
          evidence.set(event.data.target, event.data.replacement.evidence);
        }
      }
      for (const { step, revision, climb } of climbs(replay(customerModule.decider, history))) {
        if (climb > 0 && dealership.customer.evidenceFor.some((stage) => stage === step)) {
          expect(evidence.get(revision)).toBeDefined();
        }
      }
    });
  });
});

/** Every change of stage of a customer that is no purchase, and how far it leads up or down. */
const climbs = (customer: Customer) => {
  if (customer.phase !== 'entered') return [];
  return customer.journeys.flatMap(({ start, moves }) => {
    let rank = rankOf(dealership.customer, start);
    return moves.flatMap(({ step, revision }) => {
      if (step.kind !== 'stage' && step.kind !== 'decided') return [];
      const climb = rankOf(dealership.customer, step.to) - rank;
      rank += climb;
      return step.kind === 'stage' ? [{ step: step.to as string, revision, climb }] : [];
    });
  });
};
