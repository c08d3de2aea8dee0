/** Settlements that were cut short or came in another order than their periods: what came late counts once. */

import { run, type Settlement } from 'millrace';
import { describe, expect, test } from 'vitest';
import { at, cny, MARCH, type Organisation, operator, sale, worked } from './support/organisation.js';

const APRIL = '2026-04';
const MAY = '2026-05';
const refund = {
  type: 'ReverseCredit' as const,
  sale: 's1',
  credit: 1,
  amount: cny(1),
  reason: 'priceReduced',
};

const donationOf = async ({ millrace }: Organisation, person: string) =>
  (await run(millrace.pledges({ period: MARCH }))).rows.find(({ id }) => id === `${MARCH}/${person}`)?.donation;

const changesOf = ({ adjustments }: Settlement) =>
  adjustments.map(({ id, achieved, change }) => [id, achieved.minor, change.minor]);

/** March settled, its sale refunded by a fen and Bob's made up for in April; April cut off, and no more than that. */
const cutShort = async (): Promise<Organisation> => {
  const one = await worked();
  const { millrace, does, set } = one;
  set(at(4, 2));
  await run(millrace.settle({ period: MARCH }, operator));
  await does(at(4, 4), { type: 'OpenPeriod', period: MAY });
  await does(at(4, 5), refund);
  await does(at(4, 6), sale('s8', 10_000_000, ['bob', 1]), operator, at(3, 31));
  await does(at(5, 1), { type: 'CutOffPeriod', period: APRIL });
  return one;
};

describe('a settlement that was cut short', () => {
  test('adjusts by its own cut-off, also when its pledger answered meanwhile PLG-6 PLG-17', async () => {
    const one = await cutShort();
    const { millrace, does, set } = one;
    await does(at(5, 2), { type: 'ConsentToDonation', period: MARCH, person: 'bob' }, { actor: 'bob', role: 'seller' });
    set(at(5, 3));
    await run(millrace.settle({ period: APRIL }, operator));
    expect(await donationOf(one, 'ada')).toEqual({ state: 'proposed', amount: cny(50_000) });
    expect(await donationOf(one, 'bob')).toEqual({ state: 'none', amount: cny(0) });
    expect((await run(millrace.settle({ period: APRIL }, operator))).recorded).toBe(0);
  });

  test('is finished before a later one adjusts; each then adds what was posted in it PLG-6 PLG-17', async () => {
    const one = await cutShort();
    const { millrace, does, set } = one;
    // Late to March, and April is cut off: posted in May. With it Ada has met her pledge after all.
    await does(at(5, 5), sale('s9', 1, ['ada', 1]), operator, at(3, 31));
    set(at(6, 2));
    await does(at(6, 1), { type: 'CutOffPeriod', period: MAY });
    await expect(run(millrace.settle({ period: MAY }, operator))).rejects.toMatchObject({
      reason: { type: 'EarlierNotSettled', period: APRIL },
    });
    set(at(6, 3));
    const april = await run(millrace.settle({ period: APRIL }, operator));
    expect(changesOf(april)).toEqual([
      [`${MARCH}/ada`, 19_999_999, -1],
      [`${MARCH}/bob`, 20_000_000, 10_000_000],
      [`${MARCH}/mia/north`, 39_999_999, 9_999_999],
    ]);
    expect(await donationOf(one, 'ada')).toEqual({ state: 'proposed', amount: cny(50_000) });
    const may = await run(millrace.settle({ period: MAY }, operator));
    expect(changesOf(may)).toEqual([
      [`${MARCH}/ada`, 20_000_000, 1],
      [`${MARCH}/mia/north`, 40_000_000, 1],
    ]);
    for (const period of [APRIL, MAY]) expect((await run(millrace.settle({ period }, operator))).recorded).toBe(0);
    expect(await donationOf(one, 'ada')).toEqual({ state: 'none', amount: cny(0) });
    expect(await donationOf(one, 'bob')).toEqual({ state: 'none', amount: cny(0) });
  });
});
