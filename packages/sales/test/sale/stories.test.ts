import { replay } from '@millrace/kernel';
import { type SaleEvent, saleEvents, saleFold, saleModule } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { asks, at, cny, tells } from '../support/performance.js';
import { after, ask, credited, creditOfThirds, late, on, split } from '../support/selling.js';
import { day } from '../support/story.js';

const was = tells(saleEvents);
const usd = (minor: number) => ({ minor, currency: 'USD' });
const exchange = { rate: '7.1', source: 'central bank', date: '2026-02-09' };
const refund = (minor?: number, currency = 'CNY') =>
  ask('ReverseCredit', {
    reason: 'returned',
    ...(minor === undefined ? {} : { amount: { minor, currency } }),
  } as never);

/** Everything recorded by commands asked one after the other on day 45. */
const recordedBy = (...commands: ReadonlyArray<ReturnType<typeof refund>>): ReadonlyArray<SaleEvent> => {
  const history: Array<SaleEvent> = [];
  for (const [i, command] of commands.entries()) {
    const state = replay(saleFold, history);
    const answer = saleModule.decider.decide(command, state, on(i === 0 ? 40 : 45));
    if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
    history.push(...answer.right);
  }
  return history;
};

describe('a credit', () => {
  test('is split by weight to the last fen, ties by person, overlay beside it PLG-4 MON-1', () => {
    after().when(creditOfThirds).thenEvents(credited);
  });

  test('is split by amounts that add up, and needs none of the side ledgers to add up PLG-4', () => {
    after()
      .when(
        ask('CreditSale', {
          amount: cny(10),
          revenue: [
            { person: 'ada', amount: cny(7) },
            { person: 'bob', amount: cny(3) },
          ],
          referral: [{ person: 'cyd', amount: cny(999) }],
        }),
      )
      .thenEvents(
        was(40, 'SaleCredited', {
          ...(credited.type === 'SaleCredited' ? credited.data : (undefined as never)),
          amount: cny(10),
          revenue: [split('ada', 7, 7), split('bob', 3, 3)],
          overlay: [],
          referral: [split('cyd', 999, 999)],
        } as never),
      );
  });

  test('of another currency is converted once, half up, and then split I-31 MON-2', () => {
    const [event] = recordedBy(
      ask('CreditSale', {
        amount: usd(5),
        revenue: [
          { person: 'ada', amount: usd(2) },
          { person: 'bob', amount: usd(3) },
        ],
        overlay: [{ person: 'cyd', amount: usd(1) }],
        exchange,
      }),
    );
    // 0.05 dollars are 0.355 yuan; converted share by share, 0.142 and 0.213 would be 14 and 21 fen.
    expect(event?.data).toMatchObject({
      amount: cny(36),
      revenue: [split('ada', 2, 14), split('bob', 3, 22)],
      overlay: [split('cyd', 1, 7)],
      original: { amount: usd(5), ...exchange },
    });
  });

  test('is late where its period is cut off, and says so PLG-6 PLG-14', () => {
    const [event] = [
      saleModule.decider.decide(creditOfThirds, { credits: [] }, { ...late(62), effectiveAt: day(40) }),
    ].flatMap((answer) => (E.isRight(answer) ? answer.right : []));
    expect(event?.data).toMatchObject({ periods: ['2026-02', '2026-Q1'], late: ['2026-02'] });
  });

  test('names a customer that is entered, and counts by the basis that is said Q16', () => {
    const named = ask('CreditSale', {
      amount: cny(1),
      revenue: [{ person: 'ada', weight: 1 }],
      customer: 'c1',
      basis: 'cash',
    });
    const answer = saleModule.decider.decide(named, { credits: [] }, on(40, { customerEntered: true }));
    expect(answer).toMatchObject({ right: [{ data: { customer: 'c1', basis: 'cash' } }] });
  });

  test('follows another of the same sale in order', () => {
    const second = ask('CreditSale', { amount: cny(1), revenue: [{ person: 'ada', weight: 1 }], credit: 2 });
    expect(recordedBy(creditOfThirds, second).map(({ data }) => data.credit)).toEqual([1, 2]);
    after().when(second).thenRefused({ type: 'CreditOutOfOrder', credit: 2, next: 1 });
  });
});

describe('a refund', () => {
  test('is dated as the credit, mirrors it by cumulative difference, and is all that remains where no amount is said I-30 PLG-4', () => {
    const [, first, rest] = recordedBy(creditOfThirds, refund(1), refund());
    expect(first).toMatchObject({
      effectiveAt: day(40),
      data: {
        refundedAt: day(45),
        amount: cny(1),
        remaining: cny(9_999),
        revenue: [split('ada', 1, -1), split('bob', 1, 0), split('cyd', 1, 0)].map(({ person, amount }) => ({
          person,
          amount,
        })),
      },
    });
    expect(rest?.data).toMatchObject({ amount: cny(9_999), remaining: cny(0) });
    after(...recordedBy(creditOfThirds, refund()))
      .when(refund(), on(46))
      .thenNothing();
  });

  test('in any parts that add up negates every split of every ledger exactly PLG-4 PLG-17', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 9_999 }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, fc.constantFrom('CNY', 'USD'), (at, currency) => {
        const bounds = [...new Set([0, ...at, 10_000])].sort((a, b) => a - b);
        const sale = ask('CreditSale', {
          amount: { minor: 10_000, currency },
          revenue: ['ada', 'bob', 'cyd'].map((person, i) => ({ person, weight: [6, 6, 2][i] ?? 0 })),
          overlay: [{ person: 'bob', amount: { minor: 777, currency } }],
          ...(currency === 'CNY' ? {} : { exchange: { ...exchange, rate: '0.333333' } }),
        } as never);
        const [credit, ...refunds] = recordedBy(
          sale,
          ...bounds.slice(1).map((bound, i) => refund(bound - (bounds[i] ?? 0), currency)),
        );
        for (const ledger of ['revenue', 'overlay'] as const) {
          credit?.data[ledger].forEach(({ amount }, i) => {
            const back = refunds.reduce((sum, { data }) => sum + (data[ledger][i]?.amount.minor ?? 0), 0);
            expect(back).toBe(-amount.minor);
          });
        }
        for (const { data } of refunds) {
          const taken = data.revenue.reduce((sum, { amount }) => sum + amount.minor, 0);
          expect(taken).toBe(data.amount.minor === 0 ? 0 : -data.amount.minor);
        }
      }),
    );
  });
});

describe('the streams a credit reads', () => {
  const asking = { ...at(40) };
  const known = (credits: ReadonlyArray<object> = []) =>
    ({
      own: { credits },
      stateOf: (stream: string) => (stream === 'playbook-main' ? at(40).playbook : undefined),
    }) as never;
  const read = (command: ReturnType<typeof refund>, when: Parameters<typeof at>[0] = 40, own?: ReadonlyArray<object>) =>
    saleModule.reads(command, { ...asking, ...at(when) }, known(own)).map(({ stream }) => stream as string);

  test('are those of its people, its customer, and its month and quarter in the zone Q39', () => {
    const streams = read(
      asks(saleModule.commands, { sale: 's1' })('CreditSale', {
        amount: cny(1),
        revenue: [{ person: 'ada', weight: 1 }],
        referral: [{ person: 'bob', amount: cny(1) }],
        customer: 'c1',
      }),
      // In Shanghai it is April by then.
      '2026-03-31T16:00:00.000Z' as never,
    );
    for (const stream of ['person-ada', 'person-bob', 'customer-c1', 'period-2026-04', 'period-2026-Q2']) {
      expect(streams).toContain(stream);
    }
  });

  test('are those of the credit’s own periods for a refund, and none at the ends of the calendar', () => {
    const own = [{ number: 1, periods: ['2026-02', '2026-Q1'] }];
    expect(read(refund(), 99, own)).toEqual(expect.arrayContaining(['period-2026-02', 'period-2026-Q1']));
    const streams = read(creditOfThirds, '9999-12-31T23:59:59.999Z' as never);
    expect(streams.filter((stream) => stream.startsWith('period-'))).toEqual([]);
  });
});
