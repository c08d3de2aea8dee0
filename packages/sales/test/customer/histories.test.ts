import { replay } from '@millrace/kernel';
import { type Customer, type CustomerEvent, customerEvents, customerModule, dealership } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { forEveryHistory, ofType } from '../support/logs.js';

const { decider } = customerModule;

/** Each event with the states before and after it. */
const steps = (history: ReadonlyArray<CustomerEvent>) => {
  let before: Customer = decider.initial;
  return history.map((event) => {
    const step = { event, before, after: replay(decider, [event], before) };
    before = step.after;
    return step;
  });
};

const custodyTypes = [
  'CustodyAssigned',
  'CustodyTransferred',
  'CustodyReleasedToPool',
  'ClaimedFromPool',
  'TemporaryCustodyStarted',
  'TemporaryCustodyEnded',
] as const;

/** Who holds a customer after an event of custody, read off the event alone; nobody for the pool. */
const holderAfter = (event: CustomerEvent): string | undefined => {
  switch (event.type) {
    case 'CustomerEntered':
      return event.data.custodian;
    case 'CustodyAssigned':
    case 'CustodyTransferred':
    case 'TemporaryCustodyEnded':
      return event.data.to;
    case 'ClaimedFromPool':
      return event.data.by;
    case 'TemporaryCustodyStarted':
      return event.data.manager;
    default:
      return undefined;
  }
};

describe('custody in every history', () => {
  const ofCustody = (history: ReadonlyArray<CustomerEvent>) => ofType(history, 'CustomerEntered', ...custodyTypes);

  test('is held by exactly one from the entry on, at every position OWN-1', () => {
    forEveryHistory((history) => {
      let holder: string | undefined;
      for (const { event, after } of steps(history)) {
        if (ofCustody([event]).length > 0) holder = holderAfter(event);
        if (after.phase !== 'entered') continue;
        const { holder: now } = after.custody;
        const person = now.kind === 'pool' ? undefined : now.kind === 'custodian' ? now.person : now.manager;
        expect(person).toBe(holder);
      }
    });
  });

  test('is one unbroken row of intervals, each beginning where the last one ended OWN-2', () => {
    forEveryHistory((history) => {
      const row = ofCustody(history);
      expect(row.findIndex(({ type }) => type === 'CustomerEntered')).toBe(row.length > 0 ? 0 : -1);
      row.forEach((event, index) => {
        const last = row[index - 1];
        if (last === undefined) return;
        expect(event.effectiveAt >= last.effectiveAt).toBe(true);
        if ('from' in event.data && event.data.from !== undefined) expect(event.data.from).toBe(holderAfter(last));
      });
    });
  });

  test('moves alone: journeys, class, links and sheet stay as they are OWN-6 I-13 I-14 I-15', () => {
    forEveryHistory((history) => {
      for (const { event, before, after } of steps(history)) {
        if (ofType([event], ...custodyTypes).length === 0) continue;
        expect({ ...after, custody: null, events: 0 }).toEqual({ ...before, custody: null, events: 0 });
      }
    });
  });

  test('is moved by nothing else FUN-15', () => {
    forEveryHistory((history) => {
      for (const { event, before, after } of steps(history)) {
        if (before.phase !== 'entered' || after.phase !== 'entered') continue;
        if (ofType([event], ...custodyTypes).length > 0) continue;
        expect(after.custody).toEqual(before.custody);
      }
    });
  });

  test('for the time being ends once, before anything else happens to it OWN-13', () => {
    forEveryHistory((history) => {
      const row = ofType(history, ...custodyTypes);
      row.forEach((event, index) => {
        const started = row[index - 1]?.type === 'TemporaryCustodyStarted';
        expect(event.type === 'TemporaryCustodyEnded').toBe(started);
      });
    });
  });
});

describe('the record in every history', () => {
  test('is entered once its last screening accepted it, be that the collector’s or not DLR-34 Q28 Q29', () => {
    forEveryHistory((history) => {
      let [collectedBy, accepted] = ['', false];
      for (const event of history) {
        if (event.type === 'ProspectCollected') collectedBy = event.data.collectedBy;
        if (event.type === 'ProspectAccepted' || event.type === 'ProspectRejected') {
          accepted = event.type === 'ProspectAccepted';
          expect(event.data.selfScreened).toBe(event.data.screenedBy === collectedBy);
        }
        if (event.type === 'CustomerEntered') {
          expect(accepted).toBe(true);
          expect(event.data.collectedBy).toBe(collectedBy);
        }
      }
    });
  });

  test('opens the first journey with the entry, and no journey twice Q7 Q8', () => {
    forEveryHistory((history) => {
      const numbers = ofType(history, 'JourneyOpened').map(({ data }) => data.journey);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      const entry = history.findIndex(({ type }) => type === 'CustomerEntered');
      if (entry >= 0) expect(history[entry + 1]?.type).toBe('JourneyOpened');
    });
  });
});

describe('money in every history', () => {
  test('is conserved: a classification adds up what was won and stands, a sum per currency LAW-8 ORG-35', () => {
    forEveryHistory((history) => {
      for (const { event, before } of steps(history)) {
        if (event.type !== 'CustomerClassified' || before.phase !== 'entered') continue;
        const sums = new Map<string, bigint>();
        for (const { step, at } of before.journeys.flatMap(({ moves }) => moves)) {
          if (step.kind !== 'completed' || step.amount === undefined || at > event.effectiveAt) continue;
          const { currency, minor } = step.amount;
          sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
        }
        expect(event.data.won.map(({ currency, minor }) => [currency, BigInt(minor)])).toEqual([...sums]);
      }
    }, 300);
  });
});

describe('links in every history', () => {
  test('alternate with unlinks in order of time, and change nothing else FUN-19', () => {
    forEveryHistory((history) => {
      const row = ofType(history, 'DuplicateLinked', 'DuplicateUnlinked');
      row.forEach((event, index) => {
        expect(event.type).toBe(index % 2 === 0 ? 'DuplicateLinked' : 'DuplicateUnlinked');
        expect(event.effectiveAt >= (row[index - 1]?.effectiveAt ?? '')).toBe(true);
        if (index % 2 === 1) expect(event.data.of).toBe(row[index - 1]?.data.of);
        expect(event.data.of).not.toBe('c1');
      });
      for (const { event, before, after } of steps(history)) {
        if (ofType([event], 'DuplicateLinked', 'DuplicateUnlinked').length === 0) continue;
        expect({ ...after, link: null, events: 0 }).toEqual({ ...before, link: null, events: 0 });
      }
    });
  });
});

describe('the terms of every history', () => {
  test('are in the playbook: no reason is a free text', () => {
    const { lists, stages, classification, buyerSteps } = dealership.customer;
    const known = new Set([
      ...lists.flatMap(({ terms }) => terms.map(({ id }) => id as string)),
      ...[...stages, ...classification.classes, ...buyerSteps].map(({ id }) => id as string),
    ]);
    forEveryHistory((history) => {
      for (const { data } of history) {
        const named = data as { readonly [field: string]: unknown };
        for (const field of ['reason', 'stage', 'contactType', 'class', 'step', 'source', 'relationship']) {
          if (named[field] !== undefined) expect(known).toContain(named[field]);
        }
      }
    });
  });

  test('are read again as they were written, erased or not LAW-23 LOG-10', () => {
    forEveryHistory((history) => {
      for (const { type, data } of history) {
        const erased = customerEvents.impersonal(type, data);
        expect(customerEvents.read(type, 1, erased)).toEqual({ _tag: 'Right', right: erased });
      }
    });
  });

  test('erased, lead to the same journeys, custody, class and links LOG-10', () => {
    forEveryHistory((history) => {
      const erased = history.map((event) => ({
        ...event,
        data: customerEvents.impersonal(event.type, event.data),
      })) as ReadonlyArray<CustomerEvent>;
      expect({ ...replay(decider, erased), sheet: null }).toEqual({ ...replay(decider, history), sheet: null });
    });
  });
});
