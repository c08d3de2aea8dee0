import { type Envelope, eventOf, replay } from '@millrace/kernel';
import type { CustomerEvent } from '@millrace/sales';
import { customerEvents, customerModule } from '@millrace/sales';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** A log's events, one list for each stream. */
const byStream = (log: ReadonlyArray<Envelope<CustomerEvent>>) => Map.groupBy(log, ({ stream }) => stream);

describe('generated histories of customers', () => {
  test('meet every type of event, corrections and new journeys among them', () => {
    const logs = fc.sample(customerHistories(), { numRuns: 300, seed: 20_260_105 });
    const times = new Map<string, number>();
    for (const { type } of logs.flat()) times.set(type, (times.get(type) ?? 0) + 1);
    const seldom = customerEvents.types.filter((type) => (times.get(type) ?? 0) < 5);
    expect(seldom).toEqual([]);
    expect(times.get('JourneyMoveCorrected')).toBeGreaterThan(100);
    expect(logs.flat().filter(({ data }) => 'journey' in data && data.journey > 1).length).toBeGreaterThan(100);
  });

  test('are what a store hands out: positions rise, revisions have no gaps, recordedAt never falls', () => {
    fc.assert(
      fc.property(customerHistories(), (log) => {
        for (const [index, event] of log.entries()) {
          const before = log[index - 1];
          expect(event.position).toBeGreaterThan(before?.position ?? 0);
          expect(event.meta.recordedAt >= (before?.meta.recordedAt ?? '')).toBe(true);
        }
        for (const events of byStream(log).values()) {
          expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
        }
        expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
      }),
    );
  });

  test('interleave customers, and leave each as its own events do', () => {
    const logs = fc.sample(customerHistories(), { numRuns: 100, seed: 7 });
    const interleaved = logs.filter((log) => {
      const turns = log.filter(({ stream }, index) => stream !== log[index - 1]?.stream).length;
      return turns > byStream(log).size;
    });
    expect(interleaved.length).toBeGreaterThan(50);
    for (const events of logs.flatMap((log) => [...byStream(log).values()])) {
      expect(replay(customerModule.decider, events.map(eventOf)).events).toBe(events.length);
    }
  });

  test('speak of as many customers as asked for', () => {
    const logs = fc.sample(customerHistories({ customers: 1, length: 10 }), { numRuns: 50, seed: 3 });
    expect(new Set(logs.flat().map(({ stream }) => stream))).toEqual(new Set(['customer-c1']));
  });
});
