import { project } from '@millrace/kernel';
import { type FunnelQuestion, funnelReport, funnelView, type GroupBy } from '@millrace/projections';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedLogs, definitions } from '../support/arbitraries.js';
import { january, type Log } from '../support/log.js';
import { expectedFunnel } from '../support/oracle/funnel.js';
import { expectedGroups } from '../support/oracle/groups.js';

const reportOf = (log: Log, question: FunnelQuestion) => funnelReport(project(funnelView, log), question);
const splits: ReadonlyArray<GroupBy> = ['custodian', 'source', 'month'];

test('every number of the report is the one counted from the raw events by the textbook', () => {
  fc.assert(
    fc.property(askedLogs(), definitions, ({ log, asOf }, definition) => {
      const { groups, ...report } = reportOf(log, { definition, asOf });
      expect(report).toEqual(expectedFunnel(log, { definition, asOf }));
      expect(groups).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

test.each(splits)('every number of the split by %s is the one counted from the raw events by the textbook', (by) => {
  fc.assert(
    fc.property(askedLogs(), definitions, ({ log, asOf }, definition) => {
      const { groups } = reportOf(log, { definition, asOf, by });
      expect(groups).toEqual(expectedGroups(log, { definition, asOf }, by));
    }),
  );
});

test('conversions and flow ratios of a span are those of what fell in it', () => {
  const span = { start: january(10), end: january(20) };
  fc.assert(
    fc.property(askedLogs(), definitions, ({ log, asOf }, definition) => {
      const { conversions, flowRatios } = expectedFunnel(log, { definition, asOf, span });
      expect(reportOf(log, { definition, asOf, span })).toMatchObject({ conversions, flowRatios });
    }),
  );
});
