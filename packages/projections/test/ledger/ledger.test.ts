import type { Instant, Money } from '@millrace/kernel';
import { pledgeLedger, pledgesView } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { SalesLog } from '../support/sales-log.js';
import {
  announce,
  appoint,
  cny,
  credit,
  join,
  newLog,
  ofPledge,
  on,
  openPeriod,
  openUnit,
  refund,
  swear,
} from '../support/sales-story.js';
import { right, settlePeriod } from '../support/settle.js';

const OCTOBER = '2026-10';
const ada = { period: OCTOBER, person: 'ada' };
const LATER = on(13, 1) as Instant;

const begun = (minor: number): SalesLog => {
  const log = newLog().tell(
    openUnit(on(1, 1), 'east'),
    ...join(on(1, 2), 'ada', 'east'),
    ...join(on(1, 2), 'bob', 'east'),
    appoint(on(1, 3), 'east', 'ada'),
    ...[OCTOBER, '2026-11', '2026-12'].map((period) => openPeriod(on(9, 1), period)),
    swear(on(9, 20), OCTOBER, 'ada', 100),
    announce(on(9, 21), OCTOBER, 'seller', 1_000),
    credit(on(10, 2), 's', minor, { ada: 1 }),
  );
  settlePeriod(log, on(11, 1), OCTOBER);
  return log;
};

/** The postings as rows, and what each account comes to. */
const told = (log: SalesLog) => {
  const { postings, accounts } = right(pledgeLedger(log.documents(pledgesView), { asOf: LATER }));
  return {
    postings: postings.map(({ cause, debit, credit: by, amount }) => [cause, debit.name, by.name, amount.minor]),
    accounts: accounts.map(({ name, person, balance }) => [name, person, balance.minor]),
  };
};

describe('the ledger of pledges', () => {
  it('PLG-3 PLG-7 a proposed donation posts nothing, nor does one declined or waived', () => {
    const log = begun(99);
    expect(told(log).postings).toEqual([]);
    log.tell(ofPledge(on(11, 2), 'DeclineDonation', ada, {}, 'ada'));
    expect(told(log).postings).toEqual([]);
    const waived = begun(99).tell(ofPledge(on(11, 2), 'WaiveDonation', ada, { reason: 'hardship' }));
    expect(told(waived)).toEqual({ postings: [], accounts: [] });
  });

  it('PLG-3 PLG-7 a donation is owed once consented to, and given up where it is waived then', () => {
    const log = begun(99).tell(ofPledge(on(11, 2), 'ConsentToDonation', ada, {}, 'ada'));
    const consented = ['DonationConsented', 'donationsReceivable', 'donationIncome', 1_000];
    expect(told(log).postings).toEqual([consented]);
    log.tell(ofPledge(on(11, 3), 'WaiveDonation', ada, { reason: 'hardship' }));
    expect(told(log).postings).toEqual([consented, ['DonationWaived', 'donationIncome', 'donationsReceivable', 1_000]]);
  });

  it('PLG-7 PLG-17 what was received and is due back is owed to the pledger until it is given back', () => {
    const log = begun(99).tell(
      ofPledge(on(11, 2), 'ConsentToDonation', ada, {}, 'ada'),
      ofPledge(on(11, 3), 'ReceiveDonation', ada, { amount: cny(1_000), reference: 'r' }),
      credit(on(10, 4), 'late', 1, { ada: 1 }),
    );
    settlePeriod(log, on(12, 1), '2026-11', [OCTOBER]);
    expect(told(log)).toEqual({
      postings: [
        ['DonationConsented', 'donationsReceivable', 'donationIncome', 1_000],
        ['DonationReceived', 'cash', 'donationsReceivable', 1_000],
        ['SettlementAdjusted', 'rewardExpense', 'rewardsPayable', 10],
        ['SettlementAdjusted', 'donationIncome', 'donationsRefundable', 1_000],
      ],
      accounts: [
        ['cash', null, 1_000],
        ['donationIncome', null, 0],
        ['donationsReceivable', 'ada', 0],
        ['donationsRefundable', 'ada', -1_000],
        ['rewardExpense', null, 10],
        ['rewardsPayable', 'ada', -10],
      ],
    });
    log.tell(ofPledge(on(12, 2), 'ReturnDonation', ada, { amount: cny(400), reference: 'b' }));
    expect(told(log).accounts).toContainEqual(['donationsRefundable', 'ada', -600]);
  });

  it('PLG-17 what was received and is due again after all is no longer due back', () => {
    const log = begun(99).tell(
      ofPledge(on(11, 2), 'ConsentToDonation', ada, {}, 'ada'),
      ofPledge(on(11, 3), 'ReceiveDonation', ada, { amount: cny(1_000), reference: 'r' }),
      credit(on(10, 4), 'late', 1, { ada: 1 }),
    );
    settlePeriod(log, on(12, 1), '2026-11', [OCTOBER]);
    log.tell(refund(on(12, 2), 'late'));
    settlePeriod(log, on(13, 1), '2026-12', [OCTOBER]);
    expect(told(log).accounts).toEqual([
      ['cash', null, 1_000],
      ['donationIncome', null, -1_000],
      ['donationsReceivable', 'ada', 0],
      ['donationsRefundable', 'ada', 0],
      ['rewardExpense', null, 0],
      ['rewardsPayable', 'ada', 0],
    ]);
  });

  it('PLG-7 PLG-17 a reward paid and clawed back stands on the debit side of the pledger', () => {
    const log = begun(100).tell(
      ofPledge(on(11, 2), 'PayReward', ada, { amount: cny(10), reference: 'p' }),
      refund(on(11, 3), 's', 60),
    );
    settlePeriod(log, on(12, 1), '2026-11', [OCTOBER]);
    expect(told(log)).toEqual({
      postings: [
        ['RewardGranted', 'rewardExpense', 'rewardsPayable', 10],
        ['RewardPaid', 'rewardsPayable', 'cash', 10],
        ['SettlementAdjusted', 'rewardsPayable', 'rewardExpense', 10],
      ],
      accounts: [
        ['cash', null, -10],
        ['rewardExpense', null, 0],
        ['rewardsPayable', 'ada', 10],
      ],
    });
  });

  it('PLG-10 the donation of a team is the leader’s, and touches no member', () => {
    const log = newLog().tell(
      openUnit(on(1, 1), 'east'),
      ...join(on(1, 2), 'ada', 'east'),
      ...join(on(1, 2), 'bob', 'east'),
      appoint(on(1, 3), 'east', 'ada'),
      openPeriod(on(9, 1), OCTOBER),
      swear(on(9, 20), OCTOBER, 'ada', 100, { unit: 'east' }),
      credit(on(10, 2), 's', 99, { bob: 1 }),
    );
    settlePeriod(log, on(11, 1), OCTOBER);
    log.tell(ofPledge(on(11, 2), 'ConsentToDonation', { ...ada, unit: 'east' }, {}, 'ada'));
    expect(told(log).accounts).toEqual([
      ['donationIncome', null, -1_000],
      ['donationsReceivable', 'ada', 1_000],
    ]);
  });

  it('PLG-7 tells as of an instant, of one period or of all', () => {
    const log = begun(100).tell(ofPledge(on(11, 2), 'PayReward', ada, { amount: cny(4), reference: 'p' }));
    const documents = log.documents(pledgesView);
    const count = (asOf: string, period?: string) =>
      right(pledgeLedger(documents, { asOf: asOf as Instant, period })).postings.length;
    expect([count(on(10, 31)), count(on(11, 1)), count(on(11, 2)), count(on(11, 2), '2026-11')]).toEqual([0, 1, 2, 0]);
  });

  it('MON-10 a sum that leaves the safe range is refused', () => {
    const documents = begun(100).documents(pledgesView);
    const huge: Money = cny(Number.MAX_SAFE_INTEGER);
    const grown = new Map(
      [...documents].flatMap(([id, document]) => {
        const entries = document.entries.map(({ event, ...entry }) =>
          event.type === 'RewardGranted'
            ? { ...entry, event: { ...event, data: { ...event.data, amount: huge } } }
            : { ...entry, event },
        );
        return ['a', 'b'].map((copy) => [`${id}/${copy}`, { ...document, entries }] as const);
      }),
    );
    expect(pledgeLedger(grown, { asOf: LATER })).toEqual(
      E.left({ type: 'AmountOutOfRange', currency: 'CNY', amount: (2n * BigInt(huge.minor)).toString() }),
    );
  });
});
