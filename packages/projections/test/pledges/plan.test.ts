import type { Instant } from '@millrace/kernel';
import { achieved, hindsight, pledgeBoard, settlementPlan } from '@millrace/projections';
import { describe, expect, it } from 'vitest';
import {
  announce,
  appoint,
  CNY,
  cny,
  credit,
  cutOff,
  documentsOf,
  join,
  newLog,
  on,
  openPeriod,
  openUnit,
  positionOf,
  refund,
  swear,
  withdraw,
} from '../support/sales-story.js';
import { right, settlePeriod } from '../support/settle.js';

const NOVEMBER = '2026-11';

const organisation = () =>
  newLog().tell(
    openUnit(on(1, 1), 'east'),
    ...join(on(1, 2), 'boss', 'east'),
    ...join(on(1, 2), 'ada', 'east'),
    ...join(on(1, 2), 'bob'),
    appoint(on(1, 3), 'east', 'boss'),
    openPeriod(on(10, 1), NOVEMBER),
    openPeriod(on(10, 1), '2026-12'),
    openPeriod(on(10, 1), '2026-Q4'),
    swear(on(10, 20), NOVEMBER, 'ada', 100, { donationRule: 'proportional' }),
    swear(on(10, 20), NOVEMBER, 'bob', 50),
    swear(on(10, 20), NOVEMBER, 'boss', 90, { unit: 'east' }),
    swear(on(10, 20), NOVEMBER, 'boss', 90),
    withdraw(on(10, 21), NOVEMBER, 'boss'),
    swear(on(10, 20), '2026-Q4', 'ada', 30),
    announce(on(10, 21), NOVEMBER, 'seller', 1_000),
    announce(on(10, 21), NOVEMBER, 'manager', 500),
  );

describe('the settlement plan', () => {
  it('PLG-1 PLG-2 PLG-8 PLG-10 says of each pledge what settling it gives', () => {
    const log = organisation().tell(
      credit(on(11, 2), 's1', 67, { ada: 1 }),
      credit(on(11, 2), 's2', 50, { bob: 1 }),
      credit(on(11, 2), 's3', 23, { boss: 1 }),
    );
    const plan = right(settlementPlan(documentsOf(log), NOVEMBER));
    expect(
      plan.map(({ id, achieved: { minor }, met, rewards, donation }) => [id, minor, met, rewards, donation.minor]),
    ).toEqual([
      ['2026-11/ada', 67, false, [], 330],
      ['2026-11/bob', 50, true, [{ incentive: 'sellers-bonus', amount: cny(5) }], 0],
      ['2026-11/boss/east', 90, true, [{ incentive: 'managers-bonus', amount: cny(5) }], 0],
    ]);
  });

  it('PLG-8 an incentive announced after the cut-off, and one that gives nothing, give no reward', () => {
    const log = organisation().tell(credit(on(11, 2), 's2', 4, { bob: 1 }));
    const plan = () => right(settlementPlan(documentsOf(log), '2026-Q4'));
    log.tell(credit(on(11, 2), 's1', 30, { ada: 1 }), cutOff(on(12, 31, 16), '2026-Q4'));
    expect(plan().map(({ id, met, rewards }) => [id, met, rewards])).toEqual([['2026-Q4/ada', true, []]]);
    log.tell(announce(on(12, 31, 17), '2026-Q4', 'seller', 1_000));
    expect(plan().map(({ id, met, rewards }) => [id, met, rewards])).toEqual([['2026-Q4/ada', true, []]]);
  });

  it('PLG-6 stays as known at the cut-off, whatever is credited or joined later', () => {
    const log = organisation().tell(credit(on(11, 2), 's1', 67, { ada: 1 }), credit(on(11, 3), 's2', 9, { bob: 1 }));
    settlePeriod(log, on(12, 2), NOVEMBER);
    const position = positionOf(log, 'period-2026-11', 'PeriodCutOff');
    const plan = right(settlementPlan(documentsOf(log, position), NOVEMBER));
    log.tell(credit(on(11, 5), 'late', 900, { ada: 1 }), {
      at: on(10, 30),
      command: { type: 'JoinTeam', person: 'bob', unit: 'east' },
    });
    expect(right(settlementPlan(documentsOf(log, position), NOVEMBER))).toEqual(plan);
    expect(plan.map(({ achieved: { minor } }) => minor)).toEqual([67, 9, 67]);
    expect(right(settlementPlan(documentsOf(log), NOVEMBER))).toEqual([]);
  });
});

describe('hindsight', () => {
  const late = () => {
    const log = organisation().tell(credit(on(11, 2), 's1', 67, { ada: 1 }));
    settlePeriod(log, on(12, 2), NOVEMBER);
    return log.tell(
      credit(on(11, 5), 'late', 900, { ada: 1 }),
      refund(on(12, 6), 's1', 7),
      { at: on(11, 1), command: { type: 'JoinTeam', person: 'bob', unit: 'east' } },
      credit(on(11, 6), 'latest', 5, { bob: 1 }),
    );
  };

  it('PLG-6 PLG-17 counts late entries too, by the memberships known at the cut-off', () => {
    const log = late();
    const documents = documentsOf(log, log.position, positionOf(log, 'period-2026-11', 'PeriodCutOff'));
    const found = right(hindsight(documents, { period: NOVEMBER, postedUpTo: '2026-12' }));
    expect(found.map((one) => [one.id, one.settled.minor, one.standing.minor, one.achieved.minor])).toEqual([
      ['2026-11/ada', 67, 67, 960],
      ['2026-11/bob', 0, 0, 5],
      ['2026-11/boss/east', 67, 67, 960],
    ]);
  });

  it('PLG-17 what was adjusted stands, until more comes late', () => {
    const log = late();
    settlePeriod(log, on(12, 31, 16), '2026-12', [NOVEMBER]);
    log.tell(openPeriod(on(12, 31, 17), '2027-01'), refund(on(12, 31, 18), 'late', 60));
    const documents = documentsOf(log, log.position, positionOf(log, 'period-2026-11', 'PeriodCutOff'));
    const [ada] = right(hindsight(documents, { period: NOVEMBER, postedUpTo: '2027-01' }));
    expect([ada?.settled.minor, ada?.standing.minor, ada?.achieved.minor]).toEqual([67, 960, 900]);
  });

  it('PLG-6 PLG-17 what came late is not lost where both periods are cut off before either is settled', () => {
    const log = organisation().tell(
      credit(on(11, 2), 's1', 67, { ada: 1 }),
      cutOff(on(12, 1), NOVEMBER),
      credit(on(11, 5), 'late', 900, { ada: 1 }),
      cutOff(on(12, 31, 16), '2026-12'),
    );
    const position = positionOf(log, 'period-2026-12', 'PeriodCutOff');
    const documents = documentsOf(log, position, positionOf(log, 'period-2026-11', 'PeriodCutOff'));
    const found = right(hindsight(documents, { period: NOVEMBER, postedUpTo: '2026-12' }));
    expect(found.map((one) => [one.id, one.settled.minor, one.standing.minor, one.achieved.minor])).toEqual([
      ['2026-11/ada', 67, 67, 967],
      ['2026-11/bob', 0, 0, 0],
      ['2026-11/boss/east', 67, 67, 967],
    ]);
  });

  it('PLG-6 counts what is posted up to the period asked about, and what is not yet posted counts nowhere', () => {
    const log = organisation().tell(credit(on(11, 2), 's1', 67, { ada: 1 }));
    settlePeriod(log, on(12, 2), NOVEMBER);
    settlePeriod(log, on(12, 31, 16), '2026-12', [NOVEMBER]);
    log.tell(credit(on(11, 5), 'unposted', 900, { ada: 1 }));
    const ada = (postedUpTo: string) =>
      right(hindsight(documentsOf(log), { period: NOVEMBER, postedUpTo })).find(({ name }) => name.person === 'ada')
        ?.achieved.minor;
    expect(ada('2027-01')).toBe(67);
    log.tell(openPeriod(on(12, 31, 17), '2027-01'));
    expect([ada('2026-12'), ada('2027-01')]).toEqual([67, 967]);
  });

  it('PLG-6 PLG-11 month and quarter decide separately: what is late for the month still counts in the quarter', () => {
    const log = late();
    const { rows } = right(
      pledgeBoard(documentsOf(log), {
        period: '2026-Q4',
        asOf: on(12, 20) as Instant,
        currency: CNY,
        zone: 'Asia/Shanghai',
      }),
    );
    expect(rows.map(({ id, achieved: { minor } }) => [id, minor])).toEqual([['2026-Q4/ada', 960]]);
    const quarter = { period: '2026-Q4', basis: 'contract', currency: CNY } as const;
    expect(right(achieved(documentsOf(log), { person: 'ada' }, quarter))).toEqual(cny(960));
  });
});
