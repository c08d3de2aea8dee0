import { donationOf, pledgeEvents, pledgeStream, readablePledge } from '@millrace/sales';
import { type Played, playSalesPeriod, type SalesPeriodScript } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { forEveryPlayed, only, type PledgeEnvelope, pledgeStories } from '../support/periods.js';

/** What stands when an event of a donation comes: the last proposal, and the consent given to it. */
interface Standing {
  proposed?: PledgeEnvelope & { type: 'DonationProposed' };
  consented?: PledgeEnvelope & { type: 'DonationConsented' };
}

/** Walks a pledge's events, telling of each what stood before it. */
const walk = (story: ReadonlyArray<PledgeEnvelope>, visit: (event: PledgeEnvelope, standing: Standing) => void) => {
  let standing: Standing = {};
  for (const event of story) {
    visit(event, standing);
    if (event.type === 'DonationProposed') standing = { proposed: event };
    if (event.type === 'DonationConsented') standing = { ...standing, consented: event };
    if (['DonationDeclined', 'DonationWaived', 'DonationReceived'].includes(event.type)) standing = {};
  }
};

const forEveryStory = (law: (story: ReadonlyArray<PledgeEnvelope>, history: Played) => void): void =>
  forEveryPlayed((history) => {
    for (const { story } of pledgeStories(history.log)) law(story, history);
  });

describe('a donation, in every history', () => {
  test('is received only as the pledger consented to it, after it was proposed PLG-3 Q18 ORG-49', () => {
    forEveryStory((story) => {
      walk(story, (event, { proposed, consented }) => {
        if (event.type !== 'DonationReceived') return;
        expect(proposed).toBeDefined();
        expect(consented).toBeDefined();
        if (proposed === undefined || consented === undefined) return;
        expect(consented.position).toBeGreaterThan(proposed.position);
        expect(consented.meta.effectiveAt >= proposed.meta.effectiveAt).toBe(true);
        expect(event.meta.effectiveAt >= consented.meta.effectiveAt).toBe(true);
        expect(event.data.amount).toEqual(consented.data.amount);
        expect(consented.data.amount).toEqual(proposed.data.amount);
      });
    });
  });

  test('is consented to and declined by the pledger alone, as the actor PLG-3 PLG-10', () => {
    forEveryStory((story) => {
      for (const { data, meta } of [...only(story, 'DonationConsented'), ...only(story, 'DonationDeclined')]) {
        expect(meta.actor).toBe(data.by);
        expect(data.by).toBe(only(story, 'PledgeSworn')[0]?.data.person);
      }
    });
  });

  test('declined or waived, has nothing posted until it is proposed anew PLG-3', () => {
    forEveryStory((story) => {
      let closed = false;
      for (const { type } of story) {
        if (type === 'DonationDeclined' || type === 'DonationWaived') closed = true;
        if (type === 'DonationProposed') closed = false;
        if (type === 'DonationReceived' || type === 'DonationConsented') expect(closed).toBe(false);
      }
    });
  });

  test('is never more than was pledged, and what hindsight does not ask for is due back or not asked PLG-2 PLG-17', () => {
    forEveryPlayed(({ log, stateOf }) => {
      for (const { name } of pledgeStories(log)) {
        const pledge = stateOf(pledgeStream(name), readablePledge);
        if (pledge.phase !== 'settled') continue;
        const { donation, terms, hindsight } = pledge;
        const due = donationOf(terms, hindsight.achieved).minor;
        const asked = donation.state === 'proposed' || donation.state === 'consented' ? donation.amount.minor : 0;
        expect(due).toBeLessThanOrEqual(terms.donation.minor);
        expect(donation.received.minor - donation.dueBack.minor + asked).toBeLessThanOrEqual(due);
        if (asked > 0) expect(donation.received.minor + asked).toBe(due);
        expect(donation.dueBack.minor).toBe(Math.max(0, donation.received.minor - due));
      }
    });
  });

  test('is deducted from nothing: no event of a pledge knows a wage or a fine Q18', () => {
    expect([...pledgeEvents.types].sort()).toEqual([
      'DonationConsented',
      'DonationDeclined',
      'DonationProposed',
      'DonationReceived',
      'DonationReturned',
      'DonationWaived',
      'PledgeSettled',
      'PledgeSworn',
      'PledgeWithdrawn',
      'RewardGranted',
      'RewardPaid',
      'SettlementAdjusted',
    ]);
  });

  test('has no say in rewards: without any answer to it they are the same PLG-3', () => {
    const answers = ['ConsentToDonation', 'DeclineDonation', 'WaiveDonation', 'ReceiveDonation', 'ReturnDonation'];
    const silent = ({ zone, lines }: SalesPeriodScript) =>
      playSalesPeriod({ zone, lines: lines.filter(({ wish }) => !answers.includes(wish.type)) });
    const rewards = ({ log }: Played) =>
      pledgeStories(log).map(({ name, story }) => [
        pledgeStream(name),
        only(story, 'RewardGranted').map(({ data }) => data),
        only(story, 'RewardPaid').map(({ data }) => data),
        only(story, 'SettlementAdjusted').map(({ data }) => data.rewards),
      ]);
    forEveryPlayed((history, script) => {
      expect(rewards(silent(script))).toEqual(rewards(history));
    }, 8);
  });
});

describe('a payment, in every history', () => {
  test('that was refused changed nothing, so that it can be asked for again PLG-3', () => {
    forEveryPlayed(({ asked, log }) => {
      const recorded = asked.filter(({ answer }) => E.isRight(answer) && answer.right.length > 0);
      const events = recorded.flatMap(({ answer }) => (E.isRight(answer) ? answer.right : []));
      expect(log.map(({ type }) => type)).toEqual(events.map(({ type }) => type));
    });
  });
});
