import { type Played, playSalesPeriod, salesPeriodHistories, salesPeriodScripts } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';

const seed = 20_261_124;
const sampled: ReadonlyArray<Played> = fc.sample(salesPeriodScripts(), { numRuns: 60, seed }).map(playSalesPeriod);

/** How often commands of a type came to something. */
const outcomes = (): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { command, answer } of sampled.flatMap(({ asked }) => asked)) {
    const came = E.isLeft(answer) ? answer.left.type : answer.right.length === 0 ? 'nothing' : 'recorded';
    const key = `${command.type} ${came}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

describe('generated sales periods', () => {
  test('are logs as a store hands them out: positions rise, revisions follow each other, time does not go back', () => {
    fc.assert(
      fc.property(salesPeriodHistories({ length: 30 }), (log) => {
        const revisions = new Map<string, number>();
        let last = { position: 0, recordedAt: '' };
        for (const { stream, revision, position, meta } of log) {
          expect(position).toBeGreaterThan(last.position);
          expect(meta.recordedAt >= last.recordedAt).toBe(true);
          expect(revision).toBe(revisions.get(stream) ?? 0);
          revisions.set(stream, revision + 1);
          last = { position, recordedAt: meta.recordedAt };
        }
      }),
      { numRuns: 20 },
    );
  });

  test('are the same again for the same script', () => {
    const [script] = fc.sample(salesPeriodScripts(), { numRuns: 1, seed });
    if (script === undefined) throw new Error('nothing drawn');
    expect(playSalesPeriod(script).log).toEqual(sampled[0]?.log);
  });

  test('reach what laws are about: leavers, late credits, refunds after the close, money both ways', () => {
    const counts = outcomes();
    const rare = [
      'SwearPledge recorded',
      'WithdrawPledge recorded',
      'SettlePledge recorded',
      'AdjustSettlement recorded',
      'ResignSeller recorded',
      'CreditSale PersonResigned',
      'CreditSale recorded',
      'ReverseCredit recorded',
      'ConsentToDonation recorded',
      'ConsentToDonation BeforeProposal',
      'DeclineDonation recorded',
      'WaiveDonation recorded',
      'ReceiveDonation recorded',
      'PayReward recorded',
      'LeaveTeam recorded',
    ].filter((outcome) => (counts.get(outcome) ?? 0) < 3);
    expect(rare).toEqual([]);

    const credits = sampled.flatMap(({ log }) => log).filter(({ type }) => type.startsWith('SaleCredit'));
    const late = credits.filter(({ data }) => (data as { readonly late: ReadonlyArray<string> }).late.length > 0);
    expect(late.filter(({ type }) => type === 'SaleCredited').length).toBeGreaterThan(20);
    expect(late.filter(({ type }) => type === 'SaleCreditReversed').length).toBeGreaterThan(20);
  });
});
