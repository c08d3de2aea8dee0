/** What channels yield, at the boundaries. */
import { expect, test } from 'vitest';
import { channels } from '../support/forecast.js';
import { instant } from '../support/log.js';
import { discovered, logOf, loses, opened, signs, tell, usd } from '../support/projects.js';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

test('GAT-13: an opportunity belongs to the channel it was first found by, opened or not', () => {
  const log = logOf(
    discovered('p0', day(1), { channel: 'exhibition' }),
    opened('p1', day(1)),
    tell('ChannelTouched')('p1', day(2), { channel: 'exhibition' }),
    tell('CostIncurred')('p1', day(3), {
      phase: 'lead',
      amount: usd(30),
      late: false,
      overBudget: false,
      by: 'ada',
    }),
    signs('p1', day(4), 900),
    opened('p2', day(1), { amount: usd(50) }),
    loses('p2', day(4)),
  );
  const nothing = { opened: 0, won: 0, value: usd(0), cost: usd(0) };
  expect(channels(log)).toEqual({
    currency: 'USD',
    opportunities: 3,
    opened: 2,
    won: 1,
    value: usd(900),
    cost: usd(30),
    channels: [
      { channel: 'bidding', opportunities: 2, opened: 2, won: 1, value: usd(900), cost: usd(30) },
      { channel: 'exhibition', opportunities: 1, ...nothing },
    ],
  });
  expect(channels(log, instant(day(3))).channels).toMatchObject([{ won: 0, cost: usd(30) }, nothing]);
  expect(channels(log, instant('2025-12-31T00:00:00.000Z')).channels).toEqual([]);
});
