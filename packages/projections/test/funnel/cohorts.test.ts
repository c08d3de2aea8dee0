import type { Zone } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { keys, of } from '../support/funnel.js';
import { entered, january, toProspect, toShopper } from '../support/log.js';

describe('cohorts', () => {
  const monthsIn = (zone: string, ...times: ReadonlyArray<string>) =>
    of(
      times.flatMap((at, i) => entered(at, `c${i}`)),
      { definition: { cohort: { cadence: 'month', zone: zone as Zone } } },
    ).cohorts.map(({ month, reached }) => [month, reached[0]?.n]);

  test('I-42, FUN-10: a month ends at midnight in Shanghai', () => {
    expect(monthsIn('Asia/Shanghai', '2026-01-31T15:59:59.999Z', '2026-01-31T16:00:00.000Z')).toEqual([
      ['2026-01', 1],
      ['2026-02', 1],
    ]);
  });

  test('FUN-10: a month ends at midnight in Amsterdam, in winter and in summer', () => {
    expect(monthsIn('Europe/Amsterdam', '2011-10-31T22:59:59.999Z', '2011-10-31T23:00:00.000Z')).toEqual([
      ['2011-10', 1],
      ['2011-11', 1],
    ]);
    expect(monthsIn('Europe/Amsterdam', '2026-03-31T21:59:59.999Z', '2026-03-31T22:00:00.000Z')).toEqual([
      ['2026-03', 1],
      ['2026-04', 1],
    ]);
  });

  test('FUN-10: a unit stays in the cohort of its opening, wherever it goes later', () => {
    const report = of([...entered(january(5), 'a'), toShopper(january(40), 'a')], { by: 'month' });
    expect(report.cohorts).toEqual([
      {
        month: '2026-01',
        reached: [
          { id: 'prospect', n: 1 },
          { id: 'shopper', n: 1 },
          { id: 'buyer', n: 0 },
        ],
      },
    ]);
    expect(keys(report, 'current', 'shopper')).toEqual([['2026-01', 1]]);
  });

  test('FUN-10: who comes back to the first stage in another month stays in the cohort of the first entry', () => {
    const asks = [...entered(january(5), 'a'), toShopper(january(6), 'a'), toProspect(january(40), 'a')];
    const { cohorts } = of(asks, { definition: { reach: 'touched', entry: 'last' } });
    expect(cohorts.map(({ month }) => month)).toEqual(['2026-01']);
  });
});
