import { pledgeStream } from '@millrace/sales';
import { type Line, type Played, playSalesPeriod } from '@millrace/testing';
import { describe, expect, test } from 'vitest';
import { forEveryPlayed, only, pledgeStories } from '../support/periods.js';

/** Settled numbers, by pledge. */
const settlements = ({ log }: Played, of: (period: string) => boolean) =>
  pledgeStories(log)
    .filter(({ name }) => of(name.period))
    .map(({ name, story }) => [
      pledgeStream(name),
      only(story, 'PledgeSettled').map(({ data }) => ({ achieved: data.achieved, met: data.met })),
      only(story, 'RewardGranted').map(({ data }) => data),
      only(story, 'DonationProposed')
        .filter(({ data }) => data.cause === 'settlement')
        .map(({ data }) => data),
    ]);

const periodOf = ({ wish }: Line): string => ('period' in wish ? String(wish.period) : '');

describe('settlements, in every history', () => {
  test('of months are what they are without any quarter, and the other way round PLG-11 Q15', () => {
    const isQuarter = (period: string) => period.includes('Q');
    forEveryPlayed((_, { zone, lines: all }) => {
      // Which pledge a withdrawal meets depends on which there are.
      const lines = all.filter(({ wish }) => wish.type !== 'WithdrawPledge');
      const both = playSalesPeriod({ zone, lines });
      const months = playSalesPeriod({ zone, lines: lines.filter((line) => !isQuarter(periodOf(line))) });
      const quarters = playSalesPeriod({
        zone,
        lines: lines.filter((line) => periodOf(line) === '' || isQuarter(periodOf(line))),
      });
      const isMonth = (period: string) => !isQuarter(period);
      expect(settlements(months, isMonth)).toEqual(settlements(both, isMonth));
      expect(settlements(quarters, isQuarter)).toEqual(settlements(both, isQuarter));
    }, 6);
  });

  test('do not depend on the order in which credits were recorded before the cut-off PLG-16', () => {
    forEveryPlayed((_, { zone, lines }) => {
      const first = lines.find(({ wish }) => wish.type === 'settle');
      if (first === undefined) throw new Error('nothing settled');
      const before = lines.filter(({ now, wish }) => now < first.now && wish.type !== 'ResignSeller');
      const settling = lines.filter(({ now, wish }) => now >= first.now && wish.type === 'settle');
      const sales = new Map<string, Line>();
      for (const line of before) {
        if (line.wish.type !== 'CreditSale' || (line.wish.credit ?? 1) !== 1 || sales.has(line.wish.sale)) continue;
        sales.set(line.wish.sale, { ...line, now: first.now });
      }
      const rest = before.filter(({ wish }) => wish.type !== 'CreditSale' && wish.type !== 'ReverseCredit');
      const played = (credits: ReadonlyArray<Line>) =>
        settlements(playSalesPeriod({ zone, lines: [...rest, ...credits, ...settling] }), () => true);
      expect(played([...sales.values()].reverse())).toEqual(played([...sales.values()]));
    }, 8);
  });
});
