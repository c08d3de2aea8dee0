import type { Instant } from '@millrace/kernel';
import { type PledgeDocument, type PledgeLedger, pledgeLedger, pledgesView } from '@millrace/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settledHistories } from '../support/histories.js';
import { right } from '../support/settle.js';

const LATER = '2028-01-01T00:00:00.000Z' as Instant;

const ledgerOf = (documents: ReadonlyMap<string, PledgeDocument>): PledgeLedger =>
  right(pledgeLedger(documents, { asOf: LATER }));

const balance = ({ accounts }: PledgeLedger, name: string, person: string | null): number =>
  accounts.find((account) => account.name === name && account.person === person)?.balance.minor ?? 0;

/** What the events of a person's pledges move, added up by type. */
const moved = (documents: ReadonlyArray<PledgeDocument>, type: string): number =>
  documents
    .flatMap(({ entries }) => entries)
    .reduce(
      (all, { event }) => (event.type === type && 'amount' in event.data ? all + event.data.amount.minor : all),
      0,
    );

describe('laws of the ledger', () => {
  it('PLG-7 debits and credits add up to the same in each currency at every instant, each by the event it names', () => {
    fc.assert(
      fc.property(settledHistories, fc.integer({ min: 0, max: 92 }), (log, days) => {
        const documents = log.documents(pledgesView);
        const asOf = new Date(Date.UTC(2026, 9, 1 + days)).toISOString() as Instant;
        const { totals, accounts, postings } = right(pledgeLedger(documents, { asOf }));
        for (const { debits, credits } of totals) expect(debits).toEqual(credits);
        expect(accounts.reduce((all, one) => all + one.balance.minor, 0)).toBe(0);
        for (const { amount, at, cause, receipt } of postings) {
          const event = log.events.find(
            ({ stream, revision }) => stream === receipt.stream && revision === receipt.revision,
          );
          expect([event?.type, event?.meta.effectiveAt]).toEqual([cause, at]);
          expect(amount.minor > 0 && at <= asOf).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('PLG-7 PLG-10 PLG-17 what is owed to and by each pledger is what the pledges entitle to, less what was paid', () => {
    fc.assert(
      fc.property(settledHistories, (log) => {
        const documents = log.documents(pledgesView);
        const ledger = ledgerOf(documents);
        for (const person of ['ada', 'bob', 'cy', 'boss']) {
          const own = [...documents.values()].filter((document) => document.person === person);
          const settled = own.flatMap(({ state }) => (state.phase === 'settled' ? [state] : []));
          const total = (of: (state: (typeof settled)[number]) => number) =>
            settled.reduce((all, one) => all + of(one), 0);
          const entitled = total(({ rewards }) => rewards.reduce((all, one) => all + one.entitled.minor, 0));
          const paid = moved(own, 'RewardPaid');
          expect(balance(ledger, 'rewardsPayable', person)).toBe(paid - entitled + 0);
          expect(balance(ledger, 'donationsReceivable', person)).toBe(
            total(({ donation }) => (donation.state === 'consented' ? donation.amount.minor : 0)),
          );
          expect(balance(ledger, 'donationsRefundable', person)).toBe(
            -total(({ donation }) => donation.dueBack.minor) + 0,
          );
        }
        const all = [...documents.values()];
        const cash = moved(all, 'DonationReceived') - moved(all, 'DonationReturned') - moved(all, 'RewardPaid');
        expect(balance(ledger, 'cash', null)).toBe(cash);
      }),
      { numRuns: 12 },
    );
  });

  it('PLG-3 a donation is owed by the pledger’s own consent alone, given to the proposal that stands then', () => {
    fc.assert(
      fc.property(settledHistories, (log) => {
        const documents = log.documents(pledgesView);
        for (const { debit, pledge, receipt, cause, amount } of ledgerOf(documents).postings) {
          if (debit.name !== 'donationsReceivable') continue;
          expect(cause).toBe('DonationConsented');
          const event = log.events.find(
            ({ stream, revision }) => stream === receipt.stream && revision === receipt.revision,
          );
          expect(event?.meta.actor).toBe(documents.get(pledge)?.person);
          const before = (documents.get(pledge)?.entries ?? []).filter(({ by }) => by < receipt.revision);
          const proposal = before.findLast(({ event: { type } }) => type === 'DonationProposed');
          expect(proposal?.event.data).toMatchObject({ amount });
          expect(proposal !== undefined && proposal.at <= (event?.meta.effectiveAt ?? '')).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('PLG-3 no more is received than was consented to, and rewards are the same whatever pledgers answer', () => {
    fc.assert(
      fc.property(settledHistories, (log) => {
        const documents = log.documents(pledgesView);
        for (const document of documents.values()) {
          expect(moved([document], 'DonationReceived')).toBeLessThanOrEqual(moved([document], 'DonationConsented'));
        }
        const unanswered = new Map(
          [...documents].map(([id, document]) => {
            const entries = document.entries.filter(({ event: { type } }) => !type.startsWith('Donation'));
            return [id, { ...document, entries }] as const;
          }),
        );
        const rewards = (of: PledgeLedger) =>
          of.accounts.filter(({ name }) => name === 'rewardExpense' || name === 'rewardsPayable');
        expect(rewards(ledgerOf(unanswered))).toEqual(rewards(ledgerOf(documents)));
      }),
      { numRuns: 12 },
    );
  });
});
