/** A settlement that is cut short, repeated, and asked for by two at once. */
import type { Append, EventStore } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { open, run } from 'millrace';
import { expect, test } from 'vitest';
import { at, MARCH, type Organisation, operator, worked } from './support/organisation.js';

/** A store that is gone after so many appends; `heard` of them were written though nobody was told. */
const dyingAfter = (inner: EventStore, survivors: number, heard: number): EventStore => {
  let left = survivors;
  return {
    ...inner,
    append:
      (append: Append): ReturnType<EventStore['append']> =>
      async () => {
        left -= 1;
        if (left >= 0) return inner.append(append)();
        if (left < -heard) return E.left({ type: 'Unavailable', reason: 'failed', message: 'killed' });
        await inner.append(append)();
        return E.left({ type: 'OutcomeUnknown', message: 'killed' });
      },
  };
};

const settledOf = async ({ millrace }: Pick<Organisation, 'millrace'>): Promise<unknown> => {
  const { rows, totals } = await run(millrace.pledges({ period: MARCH, asOf: at(4, 9) }));
  const history = await run(millrace.history('period-2026-03' as never));
  return { rows, totals, events: history.map(({ type }) => type) };
};

const undisturbed = async (): Promise<unknown> => {
  const one = await worked();
  one.set(at(4, 2));
  await run(one.millrace.settle({ period: MARCH }, operator));
  return settledOf(one);
};

const CASES = [0, 1, 2, 3, 4, 5].flatMap((survivors) => [0, 1].map((heard) => [survivors, heard] as const));

test.each(CASES)(
  'cut short after %i appends, %i more written unheard of, it goes on and ends the same PLG-6 REL-1',
  async (survivors, heard) => {
    const one = await worked();
    one.set(at(4, 2));
    const dying = await run(open(dyingAfter(one.store, survivors, heard), { clock: one.clock }));
    expect(E.isLeft(await dying.settle({ period: MARCH }, operator)())).toBe(true);

    await run(one.millrace.settle({ period: MARCH }, operator));
    expect(await settledOf(one)).toEqual(await undisturbed());
  },
);

test('asked for by two at once it is settled once PLG-6', async () => {
  const one = await worked();
  one.set(at(4, 2));
  const other = await run(open(one.store, { clock: one.clock }));
  const asked = [one.millrace, other, one.millrace].map((millrace) => millrace.settle({ period: MARCH }, operator));
  const answers = await Promise.all(asked.map((settle) => settle()));
  expect(answers.map(E.isRight)).toEqual([true, true, true]);
  expect(await settledOf(one)).toEqual(await undisturbed());
});

test('a store that fails while it is read is a fault of the store, and nothing is recorded', async () => {
  const one = await worked();
  one.set(at(4, 2));
  const blind: EventStore = {
    ...one.store,
    readStream: () => TE.left({ type: 'Unavailable', reason: 'failed', message: 'gone' }),
  };
  const millrace = await run(open(blind, { clock: one.clock }));
  expect(await millrace.settle({ period: MARCH }, operator)()).toMatchObject({ left: { type: 'Unavailable' } });
  expect((await run(one.millrace.pledges({ period: MARCH }))).totals.settled).toBe(0);
});
