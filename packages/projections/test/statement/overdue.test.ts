import type { Instant } from '@millrace/kernel';
import { overdueSettlements, periodsView } from '@millrace/projections';
import { describe, expect, it } from 'vitest';
import { closing, newLog, on, openPeriod } from '../support/sales-story.js';
import { settlePeriod } from '../support/settle.js';

const zone = 'Asia/Shanghai';

describe('overdue settlements', () => {
  it('ORG-48, Q21: names periods whose meeting was not recorded within the days the playbook gives, in its zone', () => {
    const log = newLog().tell(openPeriod(on(9, 1), '2026-10'), openPeriod(on(9, 1), '2026-Q4'));
    const at = (asOf: string) =>
      overdueSettlements(log.documents(periodsView), { asOf: asOf as Instant, dueDays: 5, zone });
    const due = '2026-11-05T16:00:00.000Z';
    expect(at('2026-11-05T15:59:59.999Z')).toEqual([]);
    const october = { period: '2026-10', end: '2026-10-31T16:00:00.000Z', due };
    expect(at(due)).toEqual([{ ...october, cutOff: false, settled: false }]);
    settlePeriod(log, on(11, 6), '2026-10');
    expect(at(on(11, 7))).toEqual([{ ...october, cutOff: true, settled: true }]);
    log.tell(...closing(on(11, 8), '2026-10'));
    expect(at(on(11, 9))).toEqual([]);
    expect(at(on(13, 6)).map(({ period }) => period)).toEqual(['2026-Q4']);
  });
});
