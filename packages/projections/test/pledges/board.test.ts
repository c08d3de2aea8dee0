import type { Instant } from '@millrace/kernel';
import { type PledgeBoard, pledgeBoard } from '@millrace/projections';
import { dealership } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { SalesLog } from '../support/sales-log.js';
import {
  announce,
  appoint,
  CNY,
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
  refund,
  swear,
  withdraw,
} from '../support/sales-story.js';
import { right, settlePeriod } from '../support/settle.js';

const NOVEMBER = '2026-11';
const zone = 'Asia/Shanghai';
const { customer } = dealership;
const withoutBars = { ...customer, classification: { ...customer.classification, version: 'bare', rules: [] } };

const team = (): SalesLog =>
  newLog().tell(
    openUnit(on(1, 1), 'east'),
    openUnit(on(1, 1), 'shop', 'east'),
    ...join(on(1, 2), 'boss'),
    ...join(on(1, 2), 'ada', 'shop'),
    ...join(on(1, 2), 'bob', 'east'),
    ...join(on(1, 2), 'cy'),
    appoint(on(1, 3), 'east', 'boss'),
    appoint(on(1, 3), 'shop', 'ada'),
    openPeriod(on(10, 1), NOVEMBER),
    swear(on(10, 20), NOVEMBER, 'ada', 100_000, { unit: 'shop' }),
    swear(on(10, 20), NOVEMBER, 'bob', 30_000),
    swear(on(10, 20), NOVEMBER, 'boss', 500_000, { unit: 'east' }),
    announce(on(10, 21), NOVEMBER, 'seller', 200),
  );

const boardAt = (log: SalesLog, at: string): PledgeBoard =>
  right(pledgeBoard(documentsOf(log), { period: NOVEMBER, asOf: at as Instant, currency: CNY, zone }));

const rowsOf = ({ rows }: PledgeBoard) =>
  rows.map(({ id, achieved, met, state, donation }) => [
    id,
    achieved.minor,
    met,
    state,
    donation.state,
    donation.amount.minor,
  ]);

describe('the pledge board', () => {
  it('ORG-46 PLG-10 PLG-14 counts each pledge by its own credits, a unit by those of its members then', () => {
    const log = team().tell(
      credit(on(11, 2), 's1', 10_000, { ada: 1, bob: 1 }),
      credit(on(11, 3), 's2', 40_000, { bob: 1 }),
      credit(on(11, 3), 's3', 7_000, { cy: 1 }),
      credit(on(11, 4), 'delivered', 5_000, { bob: 1 }, { basis: 'delivery' }),
      credit(on(11, 4), 'beside', 1, { cy: 1 }, { overlay: [{ person: 'bob', amount: cny(9) }] }),
      credit(on(10, 31, 15), 'october', 900, { bob: 1 }),
      credit(on(10, 31, 16), 'inShanghaiNovember', 1, { bob: 1 }),
    );
    expect(rowsOf(boardAt(log, on(11, 10)))).toEqual([
      ['2026-11/ada/shop', 5_000, null, 'open', 'none', 0],
      ['2026-11/bob', 45_001, null, 'open', 'none', 0],
      ['2026-11/boss/east', 50_001, null, 'open', 'none', 0],
    ]);
  });

  it('ORG-26 tells as of an instant: what is later was not sworn, credited, settled or closed yet', () => {
    const log = team().tell(credit(on(11, 2), 's1', 30_000, { bob: 1 }), refund(on(11, 20), 's1', 1));
    settlePeriod(log, on(12, 2), NOVEMBER);
    log.tell(...closing(on(12, 4), NOVEMBER));
    const bob = (at: string) => rowsOf(boardAt(log, at)).find(([id]) => id === '2026-11/bob');
    expect(bob(on(10, 19))).toBeUndefined();
    expect(bob(on(11, 1))).toEqual(['2026-11/bob', 0, null, 'open', 'none', 0]);
    expect(bob(on(11, 2))?.[1]).toBe(29_999);
    expect(bob(on(12, 1))).toEqual(['2026-11/bob', 29_999, null, 'open', 'none', 0]);
    expect(bob(on(12, 2))).toEqual(['2026-11/bob', 29_999, false, 'settled', 'proposed', 1_000]);
    expect(bob(on(12, 3, 23))).toEqual(['2026-11/bob', 29_999, false, 'settled', 'proposed', 1_000]);
    expect(bob(on(12, 4))).toEqual(['2026-11/bob', 29_999, false, 'closed', 'proposed', 1_000]);
  });

  it('PLG-1 PLG-6 adds up what stands; what comes late changes no row', () => {
    const log = team().tell(
      swear(on(10, 22), NOVEMBER, 'cy', 1),
      withdraw(on(10, 23), NOVEMBER, 'cy'),
      credit(on(11, 2), 's1', 30_000, { bob: 1 }),
    );
    settlePeriod(log, on(12, 2), NOVEMBER);
    const before = boardAt(log, on(12, 5));
    log.tell(credit(on(11, 9), 'late', 900_000, { bob: 1 }), refund(on(12, 3), 's1'));
    expect(boardAt(log, on(12, 5))).toEqual(before);
    expect(before.totals).toEqual({
      pledges: 3,
      settled: 3,
      met: 1,
      missed: 2,
      target: cny(630_000),
      achieved: cny(60_000),
    });
    expect(before.rows.map(({ id, state, dailyPace }) => [id, state, dailyPace])).toEqual([
      ['2026-11/ada/shop', 'settled', null],
      ['2026-11/bob', 'settled', null],
      ['2026-11/boss/east', 'settled', null],
      ['2026-11/cy', 'withdrawn', null],
    ]);
  });

  it('ORG-25 names who has not sworn: each for himself, a leader for the unit', () => {
    const log = newLog().tell(
      openUnit(on(1, 1), 'east'),
      ...join(on(1, 2), 'boss'),
      ...join(on(1, 2), 'ada'),
      ...join(on(1, 2), 'bob'),
      ...join(on(11, 20), 'new'),
      appoint(on(1, 3), 'east', 'boss'),
      openPeriod(on(10, 1), NOVEMBER),
      swear(on(10, 20), NOVEMBER, 'ada', 1),
      swear(on(10, 21), NOVEMBER, 'boss', 1),
      { at: on(11, 10), command: { type: 'ResignSeller', person: 'bob', reason: 'ownWish' } },
    );
    const at = (asOf: string) => boardAt(log, asOf).coverage;
    const east = [{ unit: 'east', leader: 'boss' }];
    expect(at(on(10, 19))).toEqual({ expected: 3, sworn: 0, notSworn: { people: ['ada', 'bob'], units: east } });
    expect(at(on(11, 9))).toEqual({ expected: 3, sworn: 1, notSworn: { people: ['bob'], units: east } });
    expect(at(on(11, 10))).toEqual({ expected: 2, sworn: 1, notSworn: { people: [], units: east } });
    log.tell(
      swear(on(11, 21), NOVEMBER, 'boss', 1, { unit: 'east' }),
      swear(on(11, 22), NOVEMBER, 'new', 1),
      ...join(on(12, 20), 'later'),
      { at: on(12, 21), command: { type: 'ResignSeller', person: 'new', reason: 'ownWish' } },
    );
    expect(at(on(12, 24))).toEqual({ expected: 3, sworn: 3, notSworn: { people: [], units: [] } });
    log.tell({ at: on(11, 30, 16), command: { type: 'ResignSeller', person: 'ada', reason: 'ownWish' } });
    for (const asOf of [on(11, 30, 15), on(11, 30, 16), on(12, 24)]) expect(at(asOf).expected).toBe(3);
  });

  it('ORG-25 marks what was sworn late, and there is no board of a period that was not opened', () => {
    const log = team().tell(swear(on(11, 5), NOVEMBER, 'cy', 40));
    expect(boardAt(log, on(11, 6)).rows.map(({ person, late }) => [person, late])).toEqual([
      ['ada', false],
      ['bob', false],
      ['boss', false],
      ['cy', true],
    ]);
    const asked = { period: '2026-12', asOf: on(11, 6) as Instant, currency: CNY, zone };
    expect(pledgeBoard(documentsOf(log), asked)).toEqual(E.left({ type: 'PeriodNotOpened', period: '2026-12' }));
  });

  it('ORG-26 PLG-9 a pledge keeps its currency, is settled in it, and counts credits of it, where the playbook has another now', () => {
    const log = team().tell(
      credit(on(11, 2), 's1', 10_000, { bob: 1 }),
      {
        at: on(11, 3),
        command: { type: 'PublishPlaybook', playbook: { ...dealership, currency: 'USD', customer: withoutBars } },
      },
      credit(on(11, 4), 's2', 10_000, { bob: 1 }, { amount: { minor: 10_000, currency: 'USD' } }),
    );
    const asked = { period: NOVEMBER, asOf: on(11, 5) as Instant, currency: 'USD' as typeof CNY, zone };
    const { rows, totals } = right(pledgeBoard(documentsOf(log), asked));
    expect(rows.find(({ person }) => person === 'bob')?.achieved).toEqual(cny(10_000));
    expect(totals.target).toEqual(cny(630_000));
    settlePeriod(log, on(12, 2), NOVEMBER);
    expect(boardAt(log, on(12, 3)).totals).toMatchObject({ settled: 3, achieved: cny(20_000) });
  });

  it('ORG-26 the donation shows what is asked for, was received, or is nothing any more', () => {
    const log = team();
    settlePeriod(log, on(12, 2), NOVEMBER);
    const bob = { period: NOVEMBER, person: 'bob' };
    const standing = () => boardAt(log, on(12, 9)).rows.find(({ person }) => person === 'bob')?.donation;
    expect(standing()).toEqual({ state: 'proposed', amount: cny(1_000) });
    log.tell(ofPledge(on(12, 3), 'ConsentToDonation', bob, {}, 'bob'));
    expect(standing()).toEqual({ state: 'consented', amount: cny(1_000) });
    log.tell(ofPledge(on(12, 4), 'ReceiveDonation', bob, { amount: cny(1_000), reference: 'r' }));
    expect(standing()).toEqual({ state: 'received', amount: cny(1_000) });
  });

  it('PLG-17 the donation shows what is due back, and what was received in all', () => {
    const log = newLog().tell(
      ...join(on(1, 2), 'bob'),
      ...[NOVEMBER, '2026-12', '2027-01'].map((period) => openPeriod(on(10, 1), period)),
      swear(on(10, 20), NOVEMBER, 'bob', 100, { donationRule: 'proportional' }),
      credit(on(11, 2), 's', 50, { bob: 1 }),
    );
    const bob = { period: NOVEMBER, person: 'bob' };
    const receive = (at: string, minor: number) => [
      ofPledge(at, 'ConsentToDonation', bob, {}, 'bob'),
      ofPledge(at, 'ReceiveDonation', bob, { amount: cny(minor), reference: 'r' }),
    ];
    const standing = () => boardAt(log, on(14, 9)).rows[0]?.donation;
    settlePeriod(log, on(12, 2), NOVEMBER);
    log.tell(...receive(on(12, 3), 500), refund(on(12, 4), 's', 13));
    settlePeriod(log, on(13, 2), '2026-12', [NOVEMBER]);
    expect(standing()).toEqual({ state: 'proposed', amount: cny(130) });
    log.tell(...receive(on(13, 3), 130));
    expect(standing()).toEqual({ state: 'received', amount: cny(630) });
    log.tell(credit(on(11, 5), 'late', 3, { bob: 1 }));
    settlePeriod(log, on(14, 2), '2027-01', [NOVEMBER]);
    expect(standing()).toEqual({ state: 'dueBack', amount: cny(30) });
    log.tell(ofPledge(on(14, 3), 'ReturnDonation', bob, { amount: cny(30), reference: 'b' }));
    expect(standing()).toEqual({ state: 'received', amount: cny(600) });
  });
});
