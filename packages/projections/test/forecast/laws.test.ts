/** Laws of the forecast over generated histories, held against a recount from raw events. */
import type { Instant } from '@millrace/kernel';
import type { Forecast } from '@millrace/projections';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '../support/forecast.js';
import { askedMoney } from '../support/project-money.js';
import {
  bpOf,
  lastBy,
  type MoneyCard,
  moneyCards,
  nearest,
  sumOf,
  weighedOf,
} from '../support/project-money-oracle.js';
import { type ProjectLog, usd } from '../support/projects.js';

const periods = fc.constantFrom('2026', '2026-Q1', '2026-Q2', '2026-02', '2026-03', '2026-06', '2026-W10');
const DAY = 86_400_000;

/** The day on which something happened, in Shanghai. */
const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** The last day of a period, and whether a day is in it, by the calendar on the wall. */
const wall: { readonly [label: string]: readonly [first: string, last: string] } = {
  '2026': ['2026-01-01', '2026-12-31'],
  '2026-Q1': ['2026-01-01', '2026-03-31'],
  '2026-Q2': ['2026-04-01', '2026-06-30'],
  '2026-02': ['2026-02-01', '2026-02-28'],
  '2026-03': ['2026-03-01', '2026-03-31'],
  '2026-06': ['2026-06-01', '2026-06-30'],
  '2026-W10': ['2026-03-02', '2026-03-08'],
};
const lastDay = (label: string): string => wall[label]?.[1] ?? expect.unreachable(label);
const isDuring = (day: string, label: string): boolean =>
  (wall[label]?.[0] ?? expect.unreachable(label)) <= day && day <= lastDay(label);

const wonIn = (cards: ReadonlyArray<MoneyCard>, label: string) =>
  cards.filter(({ outcome }) => outcome?.outcome === 'won' && isDuring(dayOf(outcome.at), label));
const isOpen = ({ outcome }: MoneyCard): boolean => outcome === undefined;
const worthOf = (cards: ReadonlyArray<MoneyCard>): number => sumOf(cards.map(({ minor = 0 }) => minor));

const expected = (cards: ReadonlyArray<MoneyCard>) => ({
  count: cards.length,
  value: usd(worthOf(cards)),
  weighted: usd(weighedOf(cards)),
  unvalued: cards.filter(({ minor }) => minor === undefined).length,
  unassessed: cards.filter((card) => bpOf(card) === undefined).length,
});

const dueIn = (cards: ReadonlyArray<MoneyCard>, label: string) =>
  cards.filter((card) => isOpen(card) && card.closes.length > 0 && isDuring(card.closes.at(-1)?.what ?? '', label));

const velocity = (cards: ReadonlyArray<MoneyCard>, asOf: Instant, windowDays: number) => {
  const since = Date.parse(asOf) - windowDays * DAY;
  const decided = cards.filter(
    ({ outcome }) => outcome !== undefined && outcome.outcome !== 'duplicate' && Date.parse(outcome.at) > since,
  );
  const won = decided.filter(({ outcome }) => outcome?.outcome === 'won');
  const days = sumOf(
    decided.map(({ openedAt, outcome }) => dayNumber(dayOf(outcome?.at ?? '')) - dayNumber(dayOf(openedAt))),
  );
  const open = cards.filter(isOpen).length;
  return {
    windowDays,
    open,
    decided: decided.length,
    won: won.length,
    wonValue: usd(worthOf(won)),
    days,
    perDay: days === 0 ? null : usd(nearest(BigInt(open) * BigInt(worthOf(won)), BigInt(days))),
  };
};

const slippage = (cards: ReadonlyArray<MoneyCard>, label: string): Forecast['slippage'] => {
  const pushes = cards.flatMap(({ closes, owners }) =>
    closes.slice(1).flatMap(({ at, what: to }, i) => {
      const from = closes[i]?.what ?? '';
      const isPush = from <= lastDay(label) && to > lastDay(label);
      return isPush ? [{ owner: lastBy(owners, at) ?? '', days: dayNumber(to) - dayNumber(from) }] : [];
    }),
  );
  return [...new Set(pushes.map(({ owner }) => owner))].sort().map((owner) => {
    const own = pushes.filter((push) => push.owner === owner);
    return { owner, count: own.length, days: sumOf(own.map(({ days }) => days)) };
  });
};

const asked = fc.record({ told: askedMoney, period: periods, windowDays: fc.constantFrom(1, 30, 91, 400) });

describe('laws of the forecast', () => {
  test('GAT-10: it is what a person would count from cards: won in the period, and open by its probability', () => {
    fc.assert(
      fc.property(asked, ({ told: { log, asOf }, period, windowDays }) => {
        const cards = moneyCards(log, asOf);
        const due = dueIn(cards, period);
        const won = wonIn(cards, period);
        expect(forecast(log, { period, asOf, windowDays })).toEqual({
          period,
          currency: 'USD',
          won: { count: won.length, value: usd(worthOf(won)) },
          open: expected(due),
          undated: expected(cards.filter((card) => isOpen(card) && card.closes.length === 0)),
          total: usd(weighedOf(due, worthOf(won))),
          target: null,
          credited: null,
          coverage: { raw: null, weighted: null },
          velocity: velocity(cards, asOf, windowDays),
          slippage: slippage(cards, period),
        });
      }),
      { numRuns: 200 },
    );
  });

  test('the total is what is won and what is open by weight, off by one at most for what is rounded once', () => {
    fc.assert(
      fc.property(asked, ({ told: { log, asOf }, period }) => {
        const { won, open, total } = forecast(log, { period, asOf });
        expect(Math.abs(total.minor - won.value.minor - open.weighted.minor)).toBeLessThanOrEqual(1);
        expect(open.weighted.minor).toBeLessThanOrEqual(open.value.minor);
      }),
    );
  });

  test('LOG-5: what is effective later changes no forecast of before', () => {
    fc.assert(
      fc.property(asked, ({ told: { log, asOf }, period }) => {
        const happened = log.filter(({ meta }) => meta.effectiveAt <= asOf);
        expect(forecast(happened, { period, asOf })).toEqual(forecast(log, { period, asOf }));
      }),
    );
  });

  test('FUN-10: the quarters of a year part what is won and open in it', () => {
    fc.assert(
      fc.property(askedMoney, ({ log, asOf }) => {
        const year = forecast(log, { period: '2026', asOf });
        const quarters = [1, 2, 3, 4].map((n) => forecast(log, { period: `2026-Q${n}`, asOf }));
        const added = (figure: (one: Forecast) => number) => sumOf(quarters.map(figure));
        expect(added(({ won }) => won.count)).toBe(year.won.count);
        expect(added(({ won }) => won.value.minor)).toBe(year.won.value.minor);
        expect(added(({ open }) => open.count)).toBe(year.open.count);
        expect(added(({ open }) => open.value.minor)).toBe(year.open.value.minor);
        for (const { undated } of quarters) expect(undated).toEqual(year.undated);
      }),
    );
  });

  test('FUN-13, LOG-3: the order in which projects are recorded beside each other changes nothing', () => {
    fc.assert(
      fc.property(asked, ({ told: { log, asOf }, period }) => {
        const apart: ProjectLog = [...log].sort((a, b) => (a.stream < b.stream ? 1 : a.stream > b.stream ? -1 : 0));
        expect(forecast(apart, { period, asOf })).toEqual(forecast(log, { period, asOf }));
      }),
    );
  });

  test('generated histories reach every figure', () => {
    const found = fc.sample(asked, { numRuns: 300, seed: 7 }).map(({ told: { log, asOf }, period }) => {
      const { won, open, undated, velocity: pace, slippage: slipped } = forecast(log, { period, asOf });
      return [won.count, open.weighted.minor, undated.count, pace.perDay?.minor ?? 0, slipped.length];
    });
    for (const figure of [0, 1, 2, 3, 4]) {
      expect(found.filter((one) => (one[figure] ?? 0) > 0).length).toBeGreaterThan(10);
    }
  });
});
