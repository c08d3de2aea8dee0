import { periodEvents, periodModule } from '@millrace/sales';
import { deciderLaws, histories } from '@millrace/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodCommands, periodContext, periodOpening } from '../support/performance-laws.js';

const { cases, reach } = deciderLaws({
  name: 'period',
  decider: periodModule.decider,
  events: periodEvents,
  commands: periodCommands,
  opening: periodOpening,
  context: periodContext,
  length: 40,
  repeatable: () => true,
  runs: 60,
});

for (const { name, run } of cases) test(name, run);

test('the period closes only with cut-off, settlement and meeting behind it, in every history PLG-15', () => {
  const walks = histories({
    decider: periodModule.decider,
    commands: periodCommands,
    opening: periodOpening,
    context: periodContext,
    length: 40,
  });
  fc.assert(
    fc.property(walks, (history) => {
      const types = history.map(({ type }) => type);
      const closed = types.indexOf('PeriodClosed');
      if (closed === -1) return;
      const before = types.slice(0, closed);
      for (const type of ['PeriodCutOff', 'SettlementCompleted', 'SettlementMeetingHeld'] as const) {
        expect(before.filter((one) => one === type).length).toBe(1);
      }
      for (const event of history) {
        if (event.type === 'SettlementMeetingHeld') {
          expect(new Set(event.data.agenda.map(({ item }) => item)).size).toBe(6);
          expect(event.data.minutes.figures.length).toBeGreaterThan(0);
        }
        if (event.type === 'PeriodClosed') {
          const { summary, analysis, plan } = event.data;
          expect(Math.min(...[summary, analysis, plan].map(({ figures }) => figures.length))).toBeGreaterThan(0);
        }
      }
      expect(types.lastIndexOf('TargetSet')).toBeLessThan(types.indexOf('PeriodCutOff'));
    }),
  );
});

test('the commands reach what the laws are about', () => {
  expect(
    reach.below(5, {
      OpenPeriod: ['recorded', 'nothing'],
      SetTarget: ['recorded', 'TargetNotPositive', 'LevelsNotRising', 'PeriodAlreadyCutOff'],
      HoldPledgeMeeting: ['recorded', 'NobodyNamed'],
      AnnounceIncentive: ['recorded', 'TiersNotContiguous', 'RateBelowZero'],
      CutOffPeriod: ['recorded', 'PeriodNotOver'],
      CompleteSettlement: ['recorded', 'PeriodNotCutOff', 'CountsDoNotAddUp'],
      HoldSettlementMeeting: ['recorded', 'AgendaItemMissing', 'NoFiguresCited'],
      ClosePeriod: ['recorded', 'PeriodNotCutOff', 'SettlementNotCompleted', 'SettlementMeetingMissing'],
    }),
  ).toEqual([]);
});
