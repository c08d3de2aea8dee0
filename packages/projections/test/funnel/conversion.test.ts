import { type Instant, project } from '@millrace/kernel';
import { type FunnelDefinition, funnelReport, funnelView } from '@millrace/projections';
import { describe, expect, test } from 'vitest';
import { LATER, standard } from '../support/arbitraries.js';
import { of, rates } from '../support/funnel.js';
import { entered, instant, january, logOf, lost, toProspect, toShopper } from '../support/log.js';

describe('cohort conversion', () => {
  const within = (windowDays: number): Partial<FunnelDefinition> => ({ windowDays });
  const shopperAt = (at: Instant) => [...entered(january(1), 'a'), toShopper(at, 'a')];

  test('FUN-11: at the very end of the window it is within it, a moment later it is not', () => {
    const late = shopperAt(january(3, 0, 1));
    expect(rates(of(shopperAt(january(3)), { definition: within(2) }))[0]).toEqual(['prospect', 'shopper', 1, 1, 0]);
    expect(rates(of(late, { definition: within(2) }))[0]).toEqual(['prospect', 'shopper', 0, 1, 0]);
    expect(rates(of(late))[0]).toEqual(['prospect', 'shopper', 1, 1, 0]);
  });

  test('FUN-11: an entry is mature from the very end of its window', () => {
    const asOf = (at: Instant) => rates(of(shopperAt(january(2)), { asOf: at, definition: within(5) }))[0];
    expect(asOf(instant('2026-01-05T23:59:59.999Z'))).toEqual(['prospect', 'shopper', 0, 0, 1]);
    expect(asOf(january(6))).toEqual(['prospect', 'shopper', 1, 1, 0]);
  });

  test('a window of no days is the same instant', () => {
    const rate = (at: Instant) => rates(of(shopperAt(at), { definition: within(0) }))[0];
    expect(rate(january(1))).toEqual(['prospect', 'shopper', 1, 1, 0]);
    expect(rate(january(1, 0, 1))).toEqual(['prospect', 'shopper', 0, 1, 0]);
  });

  test('FUN-3, I-05: without entries the denominator is zero: undefined, neither 0 nor 100 %', () => {
    const report = of([]);
    expect(rates(report)).toEqual([
      ['prospect', 'shopper', 0, 0, 0],
      ['shopper', 'buyer', 0, 0, 0],
      ['prospect', 'buyer', 0, 0, 0],
    ]);
    expect(report.benchmark.map(({ verdict }) => verdict)).toEqual(['notEnoughMatureData', 'notEnoughMatureData']);
  });

  test('I-49: what came before at the same instant is no conversion: order decides, not time alone', () => {
    const asks = [...entered(january(1), 'a'), toShopper(january(2), 'a'), toProspect(january(2), 'a')];
    const definition: Partial<FunnelDefinition> = { reach: 'touched', entry: 'last' };
    expect(rates(of(asks, { definition }))[0]).toEqual(['prospect', 'shopper', 0, 1, 0]);
  });

  test('first, last and every entry are counted as the definition says', () => {
    const asks = [...entered(january(1), 'a'), toShopper(january(2), 'a'), toProspect(january(3), 'a')];
    const rate = (entry: FunnelDefinition['entry'], reach: FunnelDefinition['reach']) =>
      rates(of(asks, { definition: { entry, reach } }))[0]?.slice(2);
    expect(rate('first', 'touched')).toEqual([1, 1, 0]);
    expect(rate('last', 'touched')).toEqual([0, 1, 0]);
    expect(rate('every', 'touched')).toEqual([1, 2, 0]);
    expect(rate('every', 'reached')).toEqual([1, 1, 0]);
  });

  test('of a span only what falls in [start, end) is asked', () => {
    const documents = project(
      funnelView,
      logOf([
        ...entered(january(1), 'a'),
        ...entered(january(2), 'b'),
        ...entered(january(3), 'c'),
        toShopper(january(9), 'b'),
      ]),
    );
    const during = (from: number, to: number) =>
      funnelReport(documents, {
        definition: standard,
        asOf: LATER,
        span: { start: january(from), end: january(to) },
      });
    expect(rates(during(2, 3))[0]).toEqual(['prospect', 'shopper', 1, 1, 0]);
    expect(during(2, 3).flowRatios[0]).toMatchObject({ numerator: 0, denominator: 0 });
    expect(during(9, 10).flowRatios[0]).toMatchObject({ numerator: 1, denominator: 1 });
    expect(during(8, 9).flowRatios[0]).toMatchObject({ numerator: 0, denominator: 0 });
  });
});

test('stock and flow ratios are no conversions: a stock ratio may exceed one', () => {
  const asks = [
    ...entered(january(1), 'a'),
    toShopper(january(2), 'a'),
    ...entered(january(1), 'b'),
    toShopper(january(2), 'b'),
    ...entered(january(1), 'c'),
  ];
  const { stockRatios, flowRatios } = of([...asks, lost(january(3), 'b')]);
  expect(of(asks).stockRatios[0]).toEqual({ from: 'prospect', to: 'shopper', numerator: 2, denominator: 1 });
  expect(stockRatios[0]).toEqual({ from: 'prospect', to: 'shopper', numerator: 1, denominator: 1 });
  expect(flowRatios).toEqual([
    { from: 'prospect', to: 'shopper', numerator: 2, denominator: 2 },
    { from: 'shopper', to: 'buyer', numerator: 0, denominator: 1 },
  ]);
});
