import { describe, expect, test } from 'vitest';
import { of, rows } from '../support/funnel.js';
import { entered, instant, january, lost, toShopper } from '../support/log.js';

const DAY = 86_400_000;

describe('LOG-5: as of an instant', () => {
  const open = [...entered(january(2), 'a'), toShopper(january(3), 'a')];
  const asks = [...open, lost(january(4), 'a')];

  test('a moment before the opening there is nothing, at the opening there is a prospect', () => {
    const before = of(asks, { asOf: instant('2026-01-01T23:59:59.999Z') });
    expect(before).toMatchObject({ opened: 0, collected: { total: 0 }, matrix: [], cohorts: [] });
    expect(rows(of(asks, { asOf: january(2) }))).toMatchObject({
      prospect: [1, 1, 1, 1, 0, 0],
      shopper: [0, 0, 0, 0, 0, 0],
    });
  });

  test('a move counts from its very instant', () => {
    const justBefore = instant('2026-01-02T23:59:59.999Z');
    expect(rows(of(asks, { asOf: justBefore }))).toMatchObject({ shopper: [0, 0, 0, 0, 0, 0] });
    expect(rows(of(asks, { asOf: january(3) }))).toMatchObject({ shopper: [1, 1, 1, 1, 0, 0] });
    expect(of(asks, { asOf: instant('2026-01-03T23:59:59.999Z') }).outcomes.lost.size).toBe(0);
    expect(of(asks, { asOf: january(4) }).outcomes.lost.size).toBe(1);
  });

  test('LAW-30: of a time to come there stands what stands now, and what is open goes on being open', () => {
    const [now, then] = [of(open, { asOf: january(5) }), of(open, { asOf: january(9) })];
    expect(then.stages).toEqual(now.stages);
    expect(now.durations[1]?.latest).toEqual({ ended: 0, endedMillis: 0, open: 1, openMillis: 2 * DAY });
    expect(then.durations[1]?.latest).toEqual({ ended: 0, endedMillis: 0, open: 1, openMillis: 6 * DAY });
  });
});
