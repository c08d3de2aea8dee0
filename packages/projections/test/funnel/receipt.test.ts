/** A number's receipt: as many lines as it counts, and from the events named alone the number again. */
import { type Instant, project } from '@millrace/kernel';
import {
  type FunnelMeasure,
  type FunnelReceiptLine,
  funnelReceipt,
  funnelReport,
  funnelView,
} from '@millrace/projections';
import type { Term } from '@millrace/sales';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedLogs, definitions, LATER, standard } from '../support/arbitraries.js';
import {
  ask,
  decided,
  entered,
  january,
  type Log,
  logOf,
  type Recorded,
  toProspect,
  toShopper,
} from '../support/log.js';

const measures: ReadonlyArray<FunnelMeasure> = ['reached', 'touched', 'current', 'visits', 'skipped'];

const named = (log: Log, { stream, revision }: Pick<FunnelReceiptLine, 'stream' | 'revision'>): Recorded =>
  log.find((event) => event.stream === stream && event.revision === revision) ?? expect.unreachable('no such event');

interface Moved {
  readonly journey: number;
  readonly stage?: string;
  readonly to?: string;
  readonly target?: number;
  readonly replacement?: { readonly to?: string };
}

/** Where an event puts its journey; a correction that says nothing of it leaves that to the move it names. */
const stageAfter = (log: Log, event: Recorded): string | undefined => {
  const { stage, to, target, replacement } = event.data as unknown as Moved;
  if (target === undefined) return stage ?? to;
  return replacement?.to ?? stageAfter(log, named(log, { stream: event.stream, revision: target }));
};

describe('receipts', () => {
  test.each(measures)(
    'the receipt of %s has a line a unit, each with the event of that unit that put it there',
    (measure) => {
      fc.assert(
        fc.property(askedLogs(), definitions, ({ log, asOf }, definition) => {
          const documents = project(funnelView, log);
          const { stages } = funnelReport(documents, { definition, asOf });
          for (const [rank, counts] of stages.entries()) {
            const lines = funnelReceipt(documents, { definition, asOf }, { stage: counts.id, measure });
            const events = lines.map((line) => named(log, line));
            for (const [i, event] of events.entries()) {
              expect(event.stream).toBe(`customer-${lines[i]?.customer}`);
              expect((event.data as unknown as Moved).journey).toBe(lines[i]?.journey);
              expect(event.meta.effectiveAt <= asOf).toBe(true);
              const there = definition.stages.indexOf(stageAfter(log, event) as Term);
              if (measure === 'reached') expect(there).toBeGreaterThanOrEqual(rank);
              else if (measure === 'skipped') expect(there).toBeGreaterThan(rank);
              else expect(there).toBe(rank);
            }
            const counted = new Set(
              events.map(({ stream, revision, data }) =>
                measure === 'visits' ? `${stream} ${revision}` : `${stream} ${(data as unknown as Moved).journey}`,
              ),
            );
            expect(counted.size).toBe(counts[measure]);
            expect(lines.length).toBe(counts[measure]);
          }
        }),
      );
    },
  );

  const receipt = (log: Log, stage: string, measure: FunnelMeasure, asOf: Instant = LATER) =>
    funnelReceipt(project(funnelView, log), { definition: standard, asOf }, { stage, measure }).map(
      ({ customer, journey, revision }) => `${customer} ${journey} ${revision}`,
    );

  test('the first entry is the receipt of what was reached, every entry of the visits, the last of what stands', () => {
    const log = logOf([
      ...entered(january(1), 'b'),
      toShopper(january(2), 'b'),
      ...entered(january(1), 'a'),
      toShopper(january(2), 'a'),
      toProspect(january(3), 'a'),
      toShopper(january(4), 'a'),
    ]);
    expect(receipt(log, 'shopper', 'reached')).toEqual(['a 1 4', 'b 1 4']);
    expect(receipt(log, 'shopper', 'touched')).toEqual(['a 1 4', 'b 1 4']);
    expect(receipt(log, 'shopper', 'visits')).toEqual(['a 1 4', 'a 1 6', 'b 1 4']);
    expect(receipt(log, 'shopper', 'current')).toEqual(['a 1 6', 'b 1 4']);
    expect(receipt(log, 'prospect', 'current', january(3))).toEqual(['a 1 5']);
    expect(receipt(log, 'shopper', 'skipped')).toEqual([]);
    expect(log.find(({ stream, revision }) => stream === 'customer-a' && revision === 3)?.type).toBe('JourneyOpened');
    expect(receipt(log, 'prospect', 'touched')).toEqual(['a 1 3', 'b 1 3']);
  });

  test('what was skipped is shown by the entry that went past it', () => {
    const log = logOf([...entered(january(1), 'a'), decided(january(2), 'a')]);
    expect(receipt(log, 'shopper', 'skipped')).toEqual(['a 1 4']);
    expect(receipt(log, 'shopper', 'reached')).toEqual(['a 1 4']);
    expect(receipt(log, 'shopper', 'touched')).toEqual([]);
  });

  test('a corrected entry is shown by its correction', () => {
    const fields = { target: 4, reason: 'wrongDate', replacement: { effectiveAt: january(3) } };
    const log = logOf([
      ...entered(january(1), 'a'),
      toShopper(january(2), 'a'),
      ask(january(4), 'CorrectJourneyMove', 'a', fields),
    ]);
    expect(receipt(log, 'shopper', 'reached')).toEqual(['a 1 5']);
    expect(receipt(log, 'shopper', 'reached', january(2))).toEqual([]);
  });

  test('a stage that the definition does not have has no receipt', () => {
    const log = logOf(entered(january(1), 'a'));
    expect(receipt(log, 'constructor', 'reached')).toEqual([]);
  });

  test('lines are sorted by customer, journey and event', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const lines = funnelReceipt(
          project(funnelView, log),
          { definition: standard, asOf },
          { stage: 'prospect', measure: 'visits' },
        );
        const keys = lines.map(({ customer, journey, revision }) =>
          [customer, ...[journey, revision].map((n) => String(n).padStart(4, '0'))].join(),
        );
        expect(keys).toEqual([...keys].sort());
      }),
    );
  });
});
