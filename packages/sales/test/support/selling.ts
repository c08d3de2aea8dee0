/** Sales credited in February: what stories about them are told with. */
import { type SaleContext, type SaleEvent, saleEvents, saleModule } from '@millrace/sales';
import { given } from '@millrace/testing';
import { ada, asks, at, cny, cutOff, opened, periodAfter, tells } from './performance.js';

const was = tells(saleEvents);
export const ask = asks(saleModule.commands, { sale: 's1' });

/** Decided on a day by the operator; ada, bob and cyd are at work since day 1. */
export const on = (when: Parameters<typeof at>[0], others: Partial<SaleContext> = {}): SaleContext => ({
  ...at(when),
  people: new Map(['ada', 'bob', 'cyd'].map((id) => [id, ada])),
  customerEntered: false,
  periods: [
    { label: '2026-02' as never, period: periodAfter(opened) },
    { label: '2026-Q1' as never, period: { phase: 'unopened' } },
  ],
  ...others,
});

/** February is cut off. */
export const late = (when: Parameters<typeof at>[0]): SaleContext =>
  on(when, {
    periods: [
      { label: '2026-02' as never, period: periodAfter(opened, cutOff) },
      { label: '2026-Q1' as never, period: { phase: 'unopened' } },
    ],
  });

export const after = given(saleModule.decider, on(40));

const split = (person: string, weight: number, minor: number) => ({ person, weight, amount: cny(minor) });

/** 100.00 yuan on day 40, shared by three: 33.34, 33.33 and 33.33. */
export const credited: SaleEvent = was(40, 'SaleCredited', {
  sale: 's1',
  credit: 1,
  basis: 'contract',
  amount: cny(10_000),
  revenue: [split('ada', 1, 3_334), split('bob', 1, 3_333), split('cyd', 1, 3_333)],
  overlay: [split('bob', 777, 777)],
  referral: [],
  periods: ['2026-02', '2026-Q1'],
  late: [],
});

export const thirds = ['ada', 'bob', 'cyd'].map((person) => ({ person, weight: 1 }));

/** What recorded it. */
export const creditOfThirds = ask('CreditSale', {
  amount: cny(10_000),
  revenue: thirds,
  overlay: [{ person: 'bob', amount: cny(777) }],
});

export { split };
