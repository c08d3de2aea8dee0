import { settlementStatement, statementAddendum } from '@millrace/projections';
import { dealership } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { SalesLog } from '../support/sales-log.js';
import {
  announce,
  appoint,
  closing,
  cny,
  credit,
  documentsOf,
  join,
  newLog,
  ofPledge,
  on,
  openPeriod,
  openUnit,
  positionOf,
  refund,
  swear,
  withdraw,
} from '../support/sales-story.js';
import { right, settlePeriod } from '../support/settle.js';

const OCTOBER = '2026-10';
const question = { person: 'ada', period: OCTOBER };

const sold = (): SalesLog =>
  newLog().tell(
    openUnit(on(1, 1), 'east'),
    ...join(on(1, 2), 'ada', 'east'),
    ...join(on(1, 2), 'bob'),
    appoint(on(1, 3), 'east', 'ada'),
    ...[OCTOBER, '2026-11'].map((period) => openPeriod(on(9, 1), period)),
    swear(on(9, 20), OCTOBER, 'ada', 100, { donationRule: 'proportional' }),
    swear(on(9, 21), OCTOBER, 'ada', 40, { unit: 'east' }),
    swear(on(9, 21), OCTOBER, 'bob', 40),
    announce(on(9, 22), OCTOBER, 'manager', 2_000),
    credit(on(10, 9), 'second', 30, { ada: 2, bob: 1 }),
    credit(on(10, 2), 'first', 40, { ada: 1 }),
    refund(on(10, 12), 'first', 10),
  );

/** Settled and closed; between the two something comes late. */
const closed = (): SalesLog => {
  const log = sold();
  settlePeriod(log, on(11, 1), OCTOBER);
  return log.tell(credit(on(10, 5), 'late', 7, { ada: 1 }), ...closing(on(11, 5), OCTOBER));
};

const atClosing = (log: SalesLog) =>
  right(
    settlementStatement(
      documentsOf(
        log,
        positionOf(log, 'period-2026-10', 'PeriodClosed'),
        positionOf(log, 'period-2026-10', 'PeriodCutOff'),
      ),
      question,
    ),
  );

describe('a settlement statement', () => {
  it('ORG-49 PLG-1 shows the terms, the lines that count and what became of each pledge, with receipts', () => {
    const { pledges, ...head } = atClosing(closed());
    expect(head).toEqual({
      person: 'ada',
      name: 'ADA',
      period: OCTOBER,
      start: '2026-09-30T16:00:00.000Z',
      end: '2026-10-31T16:00:00.000Z',
      cutOff: { stream: 'period-2026-10', revision: 2 },
      closed: { stream: 'period-2026-10', revision: 5 },
    });
    const [own, team] = pledges;
    expect(own).toMatchObject({
      id: '2026-10/ada',
      scope: 'individual',
      unit: null,
      withdrawn: false,
      terms: {
        target: cny(100),
        donation: cny(1_000),
        basis: 'contract',
        donationRule: 'proportional',
        swornAt: on(9, 20),
        late: false,
        stream: 'pledge-2026-10/ada',
        revision: 0,
      },
      achieved: cny(50),
      met: false,
      settled: { stream: 'pledge-2026-10/ada', revision: 1 },
      rewards: [],
      donation: { state: 'proposed', amount: cny(500) },
    });
    expect(own?.lines.map(({ amount: { minor }, ...line }) => ({ ...line, minor }))).toEqual([
      { sale: 'first', credit: 1, at: on(10, 2), person: 'ada', minor: 40, stream: 'sale-first', revision: 0 },
      { sale: 'first', credit: 1, at: on(10, 2), person: 'ada', minor: -10, stream: 'sale-first', revision: 1 },
      { sale: 'second', credit: 1, at: on(10, 9), person: 'ada', minor: 20, stream: 'sale-second', revision: 0 },
    ]);
    expect(own?.lateLines.map(({ sale, amount: { minor } }) => [sale, minor])).toEqual([['late', 7]]);
    expect(own?.entries.map(({ type, amount, revision }) => [type, amount?.minor, revision])).toEqual([
      ['PledgeSworn', undefined, 0],
      ['PledgeSettled', undefined, 1],
      ['DonationProposed', 500, 2],
    ]);
    expect(team).toMatchObject({
      id: '2026-10/ada/east',
      unit: 'east',
      achieved: cny(50),
      met: true,
      rewards: [{ incentive: 'managers-bonus', amount: cny(10), stream: 'pledge-2026-10/ada/east', revision: 2 }],
      donation: { state: 'none', amount: cny(0) },
    });
  });

  it('PLG-6 what happens after the closing stands in the addendum, and the statement stays', () => {
    const log = closed();
    const statement = atClosing(log);
    const text = JSON.stringify(statement);
    log.tell(
      ofPledge(on(11, 6), 'ConsentToDonation', question, {}, 'ada'),
      ofPledge(on(11, 7), 'PayReward', { ...question, unit: 'east' }, { amount: cny(4), reference: 'p' }),
      refund(on(11, 8), 'second'),
      { at: on(10, 3), command: { type: 'JoinTeam', person: 'bob', unit: 'east' } },
      { at: on(11, 9), command: { type: 'RenamePerson', person: 'ada', name: 'somebody else' } },
      {
        at: on(11, 9),
        command: {
          type: 'PublishPlaybook',
          playbook: { ...dealership, performance: { ...dealership.performance, donationRule: 'proportional' } },
        },
      },
    );
    settlePeriod(log, on(11, 30, 16), '2026-11', [OCTOBER]);
    expect(JSON.stringify(atClosing(log))).toBe(text);

    const cutOff = positionOf(log, 'period-2026-10', 'PeriodCutOff');
    const addendum = statementAddendum(statement, documentsOf(log, log.position, cutOff));
    expect(
      addendum.map(({ id, entries, lateLines, donation }) => ({
        id,
        entries: entries.map(({ type, revision }) => [type, revision]),
        late: lateLines.map(({ sale, amount: { minor }, revision }) => [sale, minor, revision]),
        donation: [donation.state, donation.amount.minor],
      })),
    ).toEqual([
      {
        id: '2026-10/ada',
        entries: [
          ['DonationConsented', 3],
          ['SettlementAdjusted', 4],
          ['DonationProposed', 5],
        ],
        late: [['second', -20, 1]],
        donation: ['proposed', 630],
      },
      {
        id: '2026-10/ada/east',
        entries: [
          ['RewardPaid', 3],
          ['SettlementAdjusted', 4],
          ['DonationProposed', 5],
        ],
        late: [['second', -20, 1]],
        donation: ['proposed', 1_000],
      },
    ]);
  });

  it('PLG-6 nothing recorded since adds nothing', () => {
    const log = closed();
    const documents = documentsOf(log, log.position, positionOf(log, 'period-2026-10', 'PeriodCutOff'));
    expect(statementAddendum(atClosing(log), documents)).toEqual([]);
  });

  it('ORG-49 before the settlement it shows what counts so far, and withdrawn pledges as such', () => {
    const log = sold();
    log.tell(swear(on(9, 23), '2026-11', 'ada', 5), withdraw(on(9, 24), '2026-11', 'ada'));
    const of = (period: string) => right(settlementStatement(documentsOf(log), { person: 'ada', period }));
    const [own] = of(OCTOBER).pledges;
    expect(own).toMatchObject({ achieved: cny(50), met: null, settled: null, withdrawn: false });
    expect(of(OCTOBER)).toMatchObject({ cutOff: null, closed: null });
    expect(of('2026-11').pledges).toMatchObject([{ withdrawn: true, achieved: cny(0), met: null }]);
  });

  it('ORG-49 a person without a pledge has a statement without one; a period that was not opened has none', () => {
    const documents = documentsOf(sold());
    expect(right(settlementStatement(documents, { person: 'zoe', period: OCTOBER }))).toMatchObject({
      person: 'zoe',
      name: 'zoe',
      pledges: [],
    });
    expect(settlementStatement(documents, { person: 'ada', period: '2027-01' })).toEqual(
      E.left({ type: 'PeriodNotOpened', period: '2027-01' }),
    );
  });
});
