import { convert, type Envelope, parsePeriod, type Rate } from '@millrace/kernel';
import { type SaleEvent, type Split, saleStream } from '@millrace/sales';
import { cutOffOf, type Played } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { forEveryPlayed } from '../support/periods.js';

type Credited = Extract<SaleEvent, { type: 'SaleCredited' }>['data'];
type Reversed = Extract<SaleEvent, { type: 'SaleCreditReversed' }>['data'];
type Told<Data> = Pick<Envelope, 'position' | 'meta'> & { readonly data: Data };

const creditedIn = ({ log }: Played) =>
  log.filter(({ type }) => type === 'SaleCredited') as unknown as ReadonlyArray<Told<Credited>>;
const reversalsOf = ({ log }: Played, { sale, credit }: Credited) =>
  log.filter(
    ({ stream, type, data }) =>
      stream === saleStream(sale) && type === 'SaleCreditReversed' && (data as Reversed).credit === credit,
  ) as unknown as ReadonlyArray<Told<Reversed>>;

const sumOf = (splits: ReadonlyArray<Split>) => splits.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n);
describe('credits, in every history', () => {
  test('are split exactly, none below zero PLG-4 MON-1', () => {
    forEveryPlayed((history) => {
      for (const { data } of creditedIn(history)) {
        expect(sumOf(data.revenue)).toBe(BigInt(data.amount.minor));
        for (const { amount } of [...data.revenue, ...data.overlay, ...data.referral]) {
          expect(amount.minor).toBeGreaterThanOrEqual(0);
          expect(amount.currency).toBe('CNY');
        }
      }
    });
  });

  test('of another currency are converted once, then split I-31', () => {
    forEveryPlayed((history) => {
      for (const { data } of creditedIn(history)) {
        if (data.original === undefined) continue;
        const once = convert(data.original.amount, data.original.rate as Rate, data.amount.currency);
        expect(once).toEqual(E.right(data.amount));
      }
    });
  });

  test('taken back in part are mirrored, and taken back wholly negated split by split PLG-4 PLG-17 I-30', () => {
    forEveryPlayed((history) => {
      for (const { data: credit, meta } of creditedIn(history)) {
        const reversals = reversalsOf(history, credit);
        let back = 0n;
        for (const { data, meta: when } of reversals) {
          expect(when.effectiveAt).toBe(meta.effectiveAt);
          expect(data.refundedAt >= meta.effectiveAt).toBe(true);
          expect(data.periods).toEqual(credit.periods);
          expect(data.basis).toBe(credit.basis);
          expect(sumOf(data.revenue)).toBe(-BigInt(data.amount.minor));
          back += BigInt(data.amount.minor);
          expect(BigInt(data.remaining.minor)).toBe(BigInt(credit.amount.minor) - back);
        }
        const refunded = reversals.reduce((sum, { data }) => sum + (data.original ?? data.amount).minor, 0);
        for (const ledger of ['revenue', 'overlay', 'referral'] as const) {
          const left = credit[ledger].map((split, i) => ({
            ...split,
            amount: {
              ...split.amount,
              minor: reversals.reduce(
                (sum, { data }) => sum + (data[ledger][i]?.amount.minor ?? 0),
                split.amount.minor as number,
              ) as never,
            },
          }));
          for (const { amount } of left) expect(amount.minor).toBeGreaterThanOrEqual(0);
          if (refunded === (credit.original?.amount ?? credit.amount).minor) {
            expect(left.map(({ amount }) => amount.minor)).toEqual(left.map(() => 0));
          }
        }
      }
    });
  });

  test('fall into the month and the quarter of their effective time, in the zone Q39 PLG-14', () => {
    forEveryPlayed((history, { zone }) => {
      for (const { data, meta } of creditedIn(history)) {
        expect(data.periods.length).toBe(2);
        for (const label of data.periods) {
          const period = parsePeriod(label, zone);
          if (E.isLeft(period)) throw new Error(label);
          expect(period.right.start <= meta.effectiveAt && meta.effectiveAt < period.right.end).toBe(true);
        }
      }
    });
  });

  test('and their reversals are late exactly where the period was cut off before them, by position PLG-6 PLG-14', () => {
    forEveryPlayed((history) => {
      for (const credit of creditedIn(history)) {
        for (const { data, position } of [credit, ...reversalsOf(history, credit.data)]) {
          const late = data.periods.filter((label) => (cutOffOf(history.log, label) ?? Infinity) < position);
          expect(data.late).toEqual(late);
        }
      }
    });
  });

  test('stay with who earned them, and nobody earns after leaving LDB-11 Q33', () => {
    forEveryPlayed((history) => {
      const left = new Map<string, string>();
      for (const { stream, type, data, meta } of history.log) {
        if (type === 'SellerResigned') left.set(stream.slice('person-'.length), meta.effectiveAt);
        if (type !== 'SaleCredited') continue;
        for (const { person } of (data as Credited).revenue) {
          const gone = left.get(person);
          if (gone !== undefined) expect(meta.effectiveAt < gone).toBe(true);
        }
      }
    });
  });
});
