import { project } from '@millrace/kernel';
import { type BenchmarkRow, funnelReport, funnelView } from '@millrace/projections';
import { describe, expect, test } from 'vitest';
import { LATER, standard } from '../support/arbitraries.js';
import { entered, january, type Log, logOf, lost, toShopper } from '../support/log.js';

const start = entered(january(1), 'a');
const staying = logOf([...start, lost(january(2), 'a')]);
const going = logOf([...start, toShopper(january(2), 'a')]);

const as = (log: Log, id: number): Log =>
  log.map((event) => ({ ...event, stream: `customer-${id}` as typeof event.stream }));

/** How the first step is judged where `hits` of `n` prospects became shoppers. */
const judged = (hits: number, n: number): BenchmarkRow => {
  const log = Array.from({ length: n }, (_, i) => as(i < hits ? going : staying, i)).flat();
  const { benchmark } = funnelReport(project(funnelView, log), { definition: standard, asOf: LATER });
  return benchmark[0] ?? expect.unreachable('a funnel of three stages has two steps');
};

describe('DLR-14, Q6: 25 : 5 : 1 as cohort rates', () => {
  test('the interval is that of Wilson: values of Newcombe, Statistics in Medicine 17 (1998), table I, method 3', () => {
    expect(judged(81, 263).interval).toEqual({ lowBp: 2553, highBp: 3662 });
    expect(judged(15, 148).interval).toEqual({ lowBp: 624, highBp: 1605 });
  });

  test('where none or all went on, the interval ends at 0 or at 1 and is not empty', () => {
    expect(judged(0, 30).interval).toEqual({ lowBp: 0, highBp: 1135 });
    expect(judged(30, 30).interval).toEqual({ lowBp: 8865, highBp: 10_000 });
  });

  test('the verdict is below, above or consistent with 5 of 25', () => {
    expect(judged(15, 148)).toMatchObject({
      from: 'prospect',
      to: 'shopper',
      expected: { numerator: 5, denominator: 25 },
      verdict: 'below',
    });
    expect(judged(81, 263).verdict).toBe('above');
    expect(judged(6, 30).verdict).toBe('consistent');
    expect(judged(3, 30).verdict).toBe('consistent');
  });

  test('the next step is held against 1 of 5', () => {
    const log = Array.from({ length: 40 }, (_, i) => as(going, i)).flat();
    const { benchmark } = funnelReport(project(funnelView, log), { definition: standard, asOf: LATER });
    expect(benchmark.map(({ from, to, expected, verdict }) => [from, to, expected, verdict])).toEqual([
      ['prospect', 'shopper', { numerator: 5, denominator: 25 }, 'above'],
      ['shopper', 'buyer', { numerator: 1, denominator: 5 }, 'below'],
    ]);
  });

  test('below thirty mature units there is no verdict and no interval', () => {
    expect(judged(29, 29)).toEqual({
      from: 'prospect',
      to: 'shopper',
      expected: { numerator: 5, denominator: 25 },
      verdict: 'notEnoughMatureData',
    });
    expect(judged(30, 30).verdict).toBe('above');
  });
});
