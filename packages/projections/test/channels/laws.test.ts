/** Laws of channels over generated histories, held against a recount from raw events. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channels } from '../support/forecast.js';
import { askedMoney, byProject } from '../support/project-money.js';
import { costIn, isWon, type MoneyCard, moneyCards, sumOf } from '../support/project-money-oracle.js';
import { usd } from '../support/projects.js';

describe('laws of channels', () => {
  test('GAT-13: each opportunity has one first channel, and those of all channels add up to the whole', () => {
    fc.assert(
      fc.property(askedMoney, ({ log, asOf }) => {
        const cards = moneyCards(log, asOf);
        const report = channels(log, asOf);
        const first = [...byProject(log, asOf).values()].map(([discovery]) => discovery?.data);
        const yielded = (own: ReadonlyArray<MoneyCard>, opportunities: number) => ({
          opportunities,
          opened: own.length,
          won: own.filter(isWon).length,
          value: usd(sumOf(own.filter(isWon).map(({ minor = 0 }) => minor))),
          cost: usd(sumOf(own.map((card) => costIn(card)))),
        });
        const { channels: rows, currency, ...whole } = report;
        expect(currency).toBe('USD');
        expect(whole).toEqual(yielded(cards, first.length));
        for (const { channel, ...row } of rows) {
          const there = first.filter((data) => data !== undefined && 'channel' in data && data.channel === channel);
          expect(row).toEqual(
            yielded(
              cards.filter((card) => card.channel === channel),
              there.length,
            ),
          );
        }
        for (const count of ['opportunities', 'opened', 'won'] as const) {
          expect(sumOf(rows.map((row) => row[count]))).toBe(whole[count]);
        }
        for (const amount of ['value', 'cost'] as const) {
          expect(sumOf(rows.map((row) => row[amount].minor))).toBe(whole[amount].minor);
        }
        expect(rows.map(({ channel }) => channel)).toEqual([...new Set(rows.map(({ channel }) => channel))].sort());
      }),
    );
  });

  test('LOG-5: what is effective later changes no yield of before', () => {
    fc.assert(
      fc.property(askedMoney, ({ log, asOf }) => {
        const happened = log.filter(({ meta }) => meta.effectiveAt <= asOf);
        expect(channels(happened, asOf)).toEqual(channels(log, asOf));
      }),
    );
  });
});
