import {
  certificateHashes,
  certificateText,
  type OpenedPeriod,
  periodStream,
  pledgeStream,
  readablePeriod,
  readablePledge,
  readableUnit,
  rewardsOf,
  type Settled,
  spanAt,
  unitStream,
} from '@millrace/sales';
import { cutOffOf, type Played } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { forEveryPlayed, only, type PledgeEnvelope, pledgeStories } from '../support/periods.js';
import { sha256 } from '../support/story.js';

/** Every settled pledge of a history. */
const settledIn = ({ log, stateOf }: Played) =>
  pledgeStories(log).flatMap(({ name, story }) => {
    const state = stateOf(pledgeStream(name), readablePledge);
    const period = stateOf(periodStream(name.period), readablePeriod);
    const at = only(story, 'PledgeSettled')[0];
    if (state.phase !== 'settled' || period.phase !== 'opened' || at === undefined) return [];
    return [{ name, story, state, period, settled: at.data }];
  });

/** What was last sworn before the settlement: a pledge that was withdrawn may be sworn anew. */
const swornIn = (story: ReadonlyArray<PledgeEnvelope>) => {
  const sworn = only(story, 'PledgeSworn').at(-1);
  if (sworn === undefined) throw new Error('not sworn');
  return sworn;
};

const entitledBy = ({ terms, hindsight }: Settled, { incentives }: OpenedPeriod) => {
  const rewards = rewardsOf(terms, incentives, hindsight.achieved);
  if (E.isLeft(rewards)) throw new Error('out of range');
  return rewards.right.filter(({ entitled }) => entitled.minor !== 0);
};

describe('settling, in every history', () => {
  test('met is what was achieved from the target on PLG-1 Q17', () => {
    forEveryPlayed((history) => {
      for (const { story, settled } of settledIn(history)) {
        const { target } = swornIn(story).data;
        expect(settled.met).toBe(BigInt(settled.achieved.minor) >= BigInt(target.minor));
      }
    });
  });

  test('a donation is proposed of a missed pledge only: all of it, or the part that is missing PLG-2', () => {
    forEveryPlayed((history) => {
      for (const { story, settled } of settledIn(history)) {
        const { target, donation, donationRule } = swornIn(story).data;
        const missing = BigInt(target.minor - Math.max(0, Math.min(settled.achieved.minor, target.minor)));
        const part = (BigInt(donation.minor) * missing) / BigInt(target.minor);
        const due = settled.met ? 0 : donationRule === 'allOrNothing' ? donation.minor : Number(part);
        const proposed = only(story, 'DonationProposed').filter(({ data }) => data.cause === 'settlement');
        expect(proposed.map(({ data }) => data.amount.minor)).toEqual(due === 0 ? [] : [due]);
      }
    });
  });

  test('happens once, and nothing afterwards changes its numbers PLG-6', () => {
    forEveryPlayed((history) => {
      for (const { story, state, settled } of settledIn(history)) {
        expect(only(story, 'PledgeSettled').length).toBe(1);
        expect({ achieved: state.achieved, met: state.met, cutOff: state.cutOff }).toEqual(settled);
      }
    });
  });

  test('asked again is already so, and with other numbers refused PLG-6', () => {
    forEveryPlayed(({ asked, log, stateOf, askAgain }) => {
      for (const { command, moment, answer } of asked) {
        if (command.type !== 'SettlePledge' || E.isLeft(answer)) continue;
        expect(stateOf(pledgeStream(command), readablePledge).phase).toBe('settled');
        const when = { ...moment, now: log.at(-1)?.meta.recordedAt ?? moment.now };
        expect(askAgain(command, when)).toEqual(E.right([]));
        expect(askAgain({ ...command, cutOff: command.cutOff + 1 }, when)).toMatchObject({
          left: { type: 'AlreadySettled', cutOff: command.cutOff },
        });
      }
    });
  });
});

describe('rewards, in every history', () => {
  test('are granted by what was announced before the cut-off, to whom it was announced for PLG-8 ORG-28', () => {
    forEveryPlayed((history) => {
      for (const { name, story, settled } of settledIn(history)) {
        const before = cutOffOf(history.log, name.period) ?? 0;
        const audience = name.unit === undefined ? 'seller' : 'manager';
        const announced = history.log
          .filter(
            ({ stream, type, position, data }) =>
              stream === periodStream(name.period) &&
              type === 'IncentiveAnnounced' &&
              position < before &&
              (data as { readonly audience: string }).audience === audience,
          )
          .map(({ data }) => (data as { readonly incentive: string }).incentive);
        const granted = only(story, 'RewardGranted').map(({ data }) => data.incentive as string);
        expect(announced).toEqual(expect.arrayContaining(granted));
        expect(new Set(granted).size).toBe(granted.length);
        if (!settled.met) expect(granted).toEqual([]);
        for (const { data } of only(story, 'SettlementAdjusted').flatMap(({ data }) =>
          data.rewards.map((r) => ({ data: r })),
        )) {
          expect(announced).toContain(data.incentive);
        }
      }
    });
  });

  test('granted and changed by late entries add up to what hindsight gives PLG-6 PLG-17', () => {
    forEveryPlayed((history) => {
      for (const { story, state, period } of settledIn(history)) {
        const totals = new Map<string, number>();
        const add = (incentive: string, minor: number) => totals.set(incentive, (totals.get(incentive) ?? 0) + minor);
        for (const { data } of only(story, 'RewardGranted')) add(data.incentive, data.amount.minor);
        for (const { data } of only(story, 'SettlementAdjusted')) {
          for (const { incentive, change } of data.rewards) add(incentive, change.minor);
        }
        const hindsight = entitledBy(state, period).map(({ incentive, entitled }) => [incentive, entitled.minor]);
        expect([...totals].filter(([, minor]) => minor !== 0).sort()).toEqual(hindsight.sort());
      }
    });
  });

  test('are never paid beyond what they were when they were paid PLG-8 PLG-17', () => {
    forEveryPlayed((history) => {
      for (const { story } of settledIn(history)) {
        const entitled = new Map<string, number>();
        let paid = 0;
        for (const { type, data } of story) {
          if (type === 'RewardGranted') entitled.set(data.incentive, data.amount.minor);
          if (type === 'SettlementAdjusted') {
            for (const reward of data.rewards) entitled.set(reward.incentive, reward.entitled.minor);
          }
          if (type === 'RewardPaid') {
            paid += data.amount.minor;
            expect(paid).toBeLessThanOrEqual([...entitled.values()].reduce((sum, minor) => sum + minor, 0));
          }
        }
      }
    });
  });
});

describe('what was sworn, in every history', () => {
  test('never changes, and its hashes are those of the certificate without the name PLG-9 ORG-26 ORG-27', () => {
    forEveryPlayed((history) => {
      for (const { story, state } of settledIn(history)) {
        const { period, scope, target, donation, certificate, creditBasis, donationRule, unitName, name } =
          swornIn(story).data;
        expect(state.terms).toMatchObject({ scope, target, donation, creditBasis, donationRule });
        const cadence = period.includes('Q') ? 'quarter' : 'month';
        const terms = { scope, cadence, period, unitName, target, donation } as const;
        const { template, ...hashes } = certificate;
        expect(certificateHashes(template, terms, sha256)).toEqual(hashes);
        const shown = certificateText(template, 'zh', terms, name ?? '');
        expect(sha256(shown.slice(0, shown.length - (name ?? '').length).concat('{name}'))).toBe(hashes.zh);
      }
    });
  });

  test('for a team is the leader’s, who alone is asked for the donation PLG-10 ORG-27', () => {
    forEveryPlayed((history) => {
      for (const { name, story } of settledIn(history)) {
        const sworn = swornIn(story);
        expect(sworn.data.scope).toBe(name.unit === undefined ? 'individual' : 'team');
        for (const { data } of [...only(story, 'DonationConsented'), ...only(story, 'DonationDeclined')]) {
          expect(data.by).toBe(name.person);
        }
        if (name.unit === undefined) continue;
        const unit = history.stateOf(unitStream(name.unit), readableUnit);
        const leader = unit.phase === 'opened' ? spanAt(unit.leaders, sworn.meta.effectiveAt)?.what : undefined;
        expect(sworn.data.person).toBe(leader);
      }
    });
  });

  test('is late from the start on, and is not before the opening nor after the cut-off ORG-23', () => {
    forEveryPlayed((history) => {
      for (const { name, story, period } of settledIn(history)) {
        for (const { data, position, meta } of only(story, 'PledgeSworn')) {
          expect(data.late).toBe(meta.effectiveAt >= period.start);
          expect(meta.effectiveAt >= period.openedAt).toBe(true);
          expect(position).toBeLessThan(cutOffOf(history.log, name.period) ?? 0);
        }
        for (const { meta } of only(story, 'PledgeWithdrawn')) expect(meta.effectiveAt < period.start).toBe(true);
      }
    });
  });
});
