import { memoryStore } from '@millrace/engine';
import type { Instant } from '@millrace/kernel';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { expect, test } from 'vitest';
import { type AccountCommand, asksFor, bank } from './support/accounts.js';
import { newFile } from './support/folder.js';
import { ACME, logOf } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

const clock = () => '2026-11-24T09:00:00.000Z' as Instant;

const account = fc.constantFrom('a', 'b', 'c');
const command: fc.Arbitrary<AccountCommand> = fc.oneof(
  fc.record({ type: fc.constant('Deposit' as const), account, amount: fc.constant(5) }),
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('Transfer' as const), account, to: account, amount: fc.nat({ max: 4 }) }),
  },
);

test('LAW-6 LAW-10 S5 decisions over two streams come to the same in SQLite as in memory, also when asked again', async () => {
  let overTwo = 0;
  const list = fc.array(command, { minLength: 1, maxLength: 30, size: 'max' });
  await fc.assert(
    fc.asyncProperty(list, fc.nat({ max: 30 }), fc.constantFrom(0, 1, 10), async (commands, cut, kept) => {
      const asks = asksFor(commands);
      const database = await opened({ file: newFile(), clock });
      const stores = [database.tenant(ACME), memoryStore({ clock }).tenant(ACME)];
      const told = await Promise.all(
        stores.map(async (store) => {
          const engine = bank(store, clock, kept);
          const first = [
            ...(await engine.executeAll(asks.slice(0, cut))()),
            ...(await engine.executeAll(asks.slice(cut))()),
          ];
          const recorded = asks.filter((_, i) => first[i]?._tag === 'Right');
          const again = await bank(store, clock, kept).executeAll(recorded)();
          const before = first.filter(E.isRight).map(({ right }) => E.right({ ...right, type: 'RecordedBefore' }));
          expect(again).toEqual(before);
          return { first, log: await logOf(store) };
        }),
      );
      await database.close();
      expect(told[0]).toEqual(told[1]);
      for (const answer of told[0]?.first ?? []) {
        if (E.isRight(answer) && answer.right.type === 'Recorded') overTwo += answer.right.elsewhere.length;
      }
    }),
    { numRuns: 60 },
  );
  expect(overTwo).toBeGreaterThan(50);
});

test('LAW-10 LAW-11 S5 two connections that write the same accounts side by side lose and make nothing', async () => {
  const file = newFile();
  const stores = [await openedHere({ file, clock }), await openedHere({ file, clock })].map(({ tenant }) =>
    tenant(ACME),
  );
  const [a, b] = ['a', 'b'];
  const [paid, ...rest] = asksFor([
    { type: 'Deposit', account: a, amount: 100 },
    ...Array.from(
      { length: 40 },
      (_, i): AccountCommand =>
        i % 2 === 0
          ? { type: 'Transfer', account: a, to: b, amount: 1 }
          : { type: 'Transfer', account: b, to: a, amount: 1 },
    ),
  ]);
  const engines = stores.map((store) => bank(store, clock, 10));
  for (const one of paid === undefined ? [] : [paid]) await engines[0]?.execute(one)();
  const answers = await Promise.all(engines.map((engine) => engine.executeAll(rest)()));
  expect(answers.flat().filter(E.isLeft)).toEqual([]);
  expect(await logOf(stores[1] ?? expect.unreachable('two stores'))).toHaveLength(1 + 40 * 2);
});
