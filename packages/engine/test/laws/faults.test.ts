import type { Ask, Engine } from '@millrace/engine';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { expect, test } from 'vitest';
import { drop, emptyStore, id, jarEngine, label, logOf, match, NOW, pour, put, take } from '../support/engines.js';
import { type AppendFault, faulty, oneByOne } from '../support/faulty.js';
import { expectEachDecidedWhereItStands, expectInOrder, expectToldAsItWas, type Told } from '../support/witness.js';

const jar = fc.constantFrom('a', 'b', 'c');
const coins = fc.integer({ min: 1, max: 4 });
const command = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(jar, coins).map(([name, n]) => put(name, n)) },
  { weight: 4, arbitrary: fc.tuple(jar, coins).map(([name, n]) => take(name, n)) },
  { weight: 1, arbitrary: fc.tuple(jar, coins).map(([name, n]) => drop(name, n)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(jar, jar)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => match(a, b)),
  },
  { weight: 1, arbitrary: jar.map((name) => put(name, 67)) },
  { weight: 4, arbitrary: fc.tuple(jar, jar, coins).map(([a, b, n]) => pour(a, b, n)) },
  { weight: 1, arbitrary: fc.tuple(jar, fc.constantFrom('tea', 'rice')).map(([name, text]) => label(name, text)) },
);

/** Somebody who sends commands: all at once as a batch, or side by side. */
const sender = fc.record({
  commands: fc.array(command, { minLength: 1, maxLength: 8 }),
  batch: fc.boolean(),
  cachedStates: fc.constantFrom(0, 1, 10),
});
type Sender = typeof sender extends fc.Arbitrary<infer S> ? S : never;

/** Every command of every sender under an id of its own. */
const asksOf = (senders: ReadonlyArray<Sender>): ReadonlyArray<ReadonlyArray<Ask>> => {
  let n = 0;
  return senders.map(({ commands }) =>
    commands.map((one) => {
      n += 1;
      return { command: one, commandId: id(n), actor: 'operator', role: 'operator' };
    }),
  );
};

const batchesOf = (senders: ReadonlyArray<Sender>, asks: ReadonlyArray<ReadonlyArray<Ask>>) =>
  asks.filter((_, i) => senders[i]?.batch);

const send = async (engine: Engine, asks: ReadonlyArray<Ask>, batch: boolean): Promise<ReadonlyArray<Told>> => {
  if (!batch) {
    return Promise.all(asks.map(async (ask) => ({ ask, answer: await engine.execute(ask)(), earlier: [] })));
  }
  const answers = await engine.executeAll(asks)();
  return asks.map((ask, i) => ({
    ask,
    answer: answers[i] ?? E.left({ type: 'Unavailable', reason: 'failed', message: 'no answer' }),
    earlier: asks.slice(0, i),
  }));
};

test('LAW-10 LAW-11 S4 whoever writes beside whom, each command is decided where it stands and told as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(sender, { minLength: 2, maxLength: 3 }),
      fc.boolean(),
      async (s, senders, reorders) => {
        const inner = emptyStore();
        const store = faulty(inner, { pause: (what) => s.schedule(Promise.resolve(), what), reorders });
        const asks = asksOf(senders);
        const sending = senders.map(({ batch, cachedStates }, i) =>
          send(jarEngine(store, { cachedStates }), asks[i] ?? [], batch),
        );
        const told = (await s.waitFor(Promise.all(sending))).flat();
        const log = await logOf(inner);
        expectEachDecidedWhereItStands(log, asks.flat(), NOW);
        expectToldAsItWas(log, told, NOW);
        expectInOrder(log, batchesOf(senders, asks));
        for (const { ask, answer } of told) {
          const recorded = log.some(({ meta }) => meta.commandId === ask.commandId);
          expect(recorded).toBe(E.isRight(answer) && answer.right.type !== 'AlreadySo');
        }
      },
    ),
    { numRuns: 500 },
  );
});

const faultsOf = (...kinds: ReadonlyArray<AppendFault>): fc.Arbitrary<ReadonlyArray<AppendFault>> =>
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constant<AppendFault>(undefined) },
      { weight: 4, arbitrary: fc.constantFrom(...kinds) },
    ),
    { maxLength: 30, size: 'max' },
  );

/** Conflicts without a cause come apart from lost answers: a conflict is a store's word that nothing was written. */
const faults = fc.oneof(
  faultsOf('fails', 'lostBefore', 'lostAfter', 'lostLate', 'twice', 'damaged'),
  faultsOf('fails', 'twice', 'conflicts'),
);

test('REL-5 LAW-6 LAW-10 whatever breaks, what was acknowledged is there once and whole, and asking again settles the rest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(sender, { minLength: 1, maxLength: 3 }),
      faults,
      fc.array(
        fc.boolean().map((a) => a),
        { maxLength: 10 },
      ),
      fc.boolean(),
      async (s, senders, appends, reads, reorders) => {
        const inner = emptyStore();
        const failing = oneByOne(reads);
        const store = faulty(inner, {
          append: oneByOne(appends),
          read: () => failing() === true,
          pause: (what) => s.schedule(Promise.resolve(), what),
          reorders,
        });
        const asks = asksOf(senders);
        const sending = senders.map(({ batch, cachedStates }, i) =>
          send(jarEngine(store, { cachedStates }), asks[i] ?? [], batch),
        );
        const told = (await s.waitFor(Promise.all(sending))).flat();
        await s.waitIdle();

        const log = await logOf(inner);
        expectEachDecidedWhereItStands(log, asks.flat(), NOW);
        expectToldAsItWas(log, told, NOW);
        for (const { ask, answer } of told) {
          const type = E.isRight(answer) ? answer.right.type : answer.left.type;
          if (!['Unavailable', 'StoreDamaged', 'Contended', 'Refused', 'AlreadySo'].includes(type)) continue;
          expect(log.filter(({ meta }) => meta.commandId === ask.commandId)).toEqual([]);
        }

        const engine = jarEngine(inner);
        for (const { ask, answer } of told) {
          const again = await engine.execute(ask)();
          if (E.isRight(answer) && answer.right.type !== 'AlreadySo') {
            expect(again).toEqual(E.right({ ...answer.right, type: 'RecordedBefore' }));
          } else if (log.some(({ meta }) => meta.commandId === ask.commandId)) {
            expect(again).toMatchObject({ right: { type: 'RecordedBefore' } });
          }
        }
        expectEachDecidedWhereItStands(await logOf(inner), asks.flat(), NOW);
      },
    ),
    { numRuns: 1_000 },
  );
});
