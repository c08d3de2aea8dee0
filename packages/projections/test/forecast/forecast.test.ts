/** The forecast at its boundaries. */
import type { Currency } from '@millrace/kernel';
import { plainProcess } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { askForecast, forecast } from '../support/forecast.js';
import { instant } from '../support/log.js';
import { assesses, deals, estimates, logOf, loses, opened, signs, tell, usd } from '../support/projects.js';

const due = (project: string, at: string, on: string) => tell('ExpectedCloseSet')(project, at, { on });
const start = '2026-01-05T01:00:00.000Z';

describe('a forecast', () => {
  test('counts a win by the instant of signing, in the zone of the period', () => {
    const log = logOf(
      opened('p1', start),
      opened('p2', start),
      signs('p1', '2026-01-31T15:59:59.999Z', 100),
      signs('p2', '2026-01-31T16:00:00.000Z', 200),
    );
    expect(forecast(log, { period: '2026-01' }).won).toEqual({ count: 1, value: usd(100) });
    expect(forecast(log, { period: '2026-02' }).won).toEqual({ count: 1, value: usd(200) });
  });

  test('takes the first and the last day of the period, and none beside', () => {
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
    const log = logOf(days.flatMap((on, i) => opened(`p${i}`, start, { amount: usd(10 ** i), expectedClose: on })));
    expect(forecast(log, { period: '2026-02' }).open).toMatchObject({ count: 2, value: usd(110), unassessed: 2 });
  });

  test('GAT-10: rounds half to even once, the total from its own sum', () => {
    const log = logOf(
      opened('p1', start, { amount: usd(1), expectedClose: '2026-02-01' }),
      assesses('p1', start, 5_000),
      opened('p2', start),
      signs('p2', '2026-02-02T00:00:00.000Z', 1),
    );
    const { open, won, total } = forecast(log, { period: '2026-02' });
    expect([open.weighted, won.value, total]).toEqual([usd(0), usd(1), usd(2)]);
  });

  test('GAT-10: what is decided weighs nothing more, and what is reopened weighs again', () => {
    const open = [
      ...opened('p1', start, { amount: usd(1_000), expectedClose: '2026-02-10' }),
      assesses('p1', start, 2_500),
    ];
    const lost = [...open, loses('p1', '2026-01-20T00:00:00.000Z')];
    expect(forecast(logOf(open), { period: '2026-02' }).total).toEqual(usd(250));
    expect(forecast(logOf(lost), { period: '2026-02' }).open.count).toBe(0);
    const again = [...lost, tell('ProjectReopened')('p1', '2026-01-21T00:00:00.000Z', { reason: 'resumed' })];
    expect(forecast(logOf(again), { period: '2026-02' }).total).toEqual(usd(250));
  });

  test('PRJ-36: counts a project that went over to another template like every other', () => {
    const migrated = tell('ProcessMigrated')('p1', '2026-01-20T00:00:00.000Z', {
      template: 'bids',
      playbook: 'p@2',
      process: plainProcess(deals),
      signedIn: deals.signedIn,
    });
    const log = logOf(opened('p1', start, { amount: usd(5), expectedClose: '2026-02-10' }), migrated);
    expect(forecast(log, { period: '2026-02' }).open).toMatchObject({ count: 1, value: usd(5) });
  });

  test('refuses to add up two currencies', () => {
    const log = logOf(opened('p1', start, { amount: usd(1) }), opened('p2', start, { amount: usd(1, 'EUR') }));
    expect(askForecast(log, { period: '2026-01', currency: 'EUR' as Currency })).toMatchObject({
      left: { type: 'CurrencyMismatch' },
    });
  });
});

describe('slippage', () => {
  const moved = (to: string, at: string) => tell('ProjectTransferred')('p1', at, { from: 'ada', to, reason: 'moved' });

  test('is of who had the project when its date was pushed out of the period', () => {
    const log = logOf(
      opened('p1', start, { expectedClose: '2026-01-20' }),
      due('p1', '2026-01-10T00:00:00.000Z', '2026-02-03'),
      moved('bob', '2026-01-15T00:00:00.000Z'),
      due('p1', '2026-01-16T00:00:00.000Z', '2026-03-03'),
      due('p1', '2026-01-17T00:00:00.000Z', '2026-02-20'),
    );
    expect(forecast(log, { period: '2026-01' }).slippage).toEqual([{ owner: 'ada', count: 1, days: 14 }]);
    expect(forecast(log, { period: '2026-02' }).slippage).toEqual([{ owner: 'bob', count: 1, days: 28 }]);
    expect(forecast(log, { period: '2026-Q1' }).slippage).toEqual([]);
  });

  test('counts every push over the same end, from inside and from before, and no date that is set first', () => {
    const log = logOf(
      opened('p1', start),
      due('p1', '2026-01-06T00:00:00.000Z', '2026-03-01'),
      due('p1', '2026-01-06T12:00:00.000Z', '2026-03-09'),
      due('p1', '2026-01-07T00:00:00.000Z', '2026-01-31'),
      due('p1', '2026-01-08T00:00:00.000Z', '2026-03-02'),
      due('p1', '2026-01-09T00:00:00.000Z', '2026-02-28'),
      due('p1', '2026-01-10T00:00:00.000Z', '2026-03-01'),
    );
    expect(forecast(log, { period: '2026-02' }).slippage).toEqual([{ owner: 'ada', count: 2, days: 31 }]);
  });
});

describe('velocity', () => {
  const log = logOf(
    opened('p1', '2026-01-01T02:00:00.000Z'),
    signs('p1', '2026-01-31T02:00:00.000Z', 1_000),
    opened('p2', '2026-01-01T02:00:00.000Z'),
    loses('p2', '2026-01-11T02:00:00.000Z'),
    opened('p3', '2026-01-01T02:00:00.000Z'),
    opened('p4', '2026-01-01T02:00:00.000Z'),
    estimates('p4', '2026-01-01T02:00:00.000Z', 7),
  );

  test('is open projects by win rate by mean win over mean days: counts cancel out', () => {
    expect(forecast(log, { period: '2026-01', asOf: instant('2026-02-01T00:00:00.000Z') }).velocity).toEqual({
      windowDays: 91,
      open: 2,
      decided: 2,
      won: 1,
      wonValue: usd(1_000),
      days: 40,
      perDay: usd(50),
    });
  });

  test('looks no further back than its window, and says nothing where no day has passed', () => {
    const asOf = instant('2026-01-21T02:00:00.000Z');
    const pace = (windowDays: number) => forecast(log, { period: '2026-01', asOf, windowDays }).velocity;
    expect(pace(10)).toMatchObject({ decided: 0, days: 0, perDay: null });
    expect(pace(11)).toMatchObject({ decided: 1, days: 10, perDay: usd(0) });
  });
});
