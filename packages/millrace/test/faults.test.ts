/** Every question answers a store that fails, and a log that cannot be read, with a typed error that names the place. */
import type { EventStore, ReadError, StoredEvent } from '@millrace/kernel';
import { streamId } from '@millrace/kernel';
import { playbookStream } from '@millrace/sales';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Millrace, open, playbookKnown, run } from 'millrace';
import { describe, expect, test } from 'vitest';
import { type Dealer, dealer, enter, evidence, january } from './support/embedded.js';

const customer = streamId('customer', 'a');
const locked: ReadError = { type: 'Unavailable', reason: 'locked', message: 'the file is locked' };

const shopWith = async (faults: (store: EventStore) => Partial<EventStore>): Promise<Dealer> => {
  const shop = await dealer();
  await enter(shop, january(2), 'a', 'ada');
  return { ...shop, millrace: await run(open({ ...shop.store, ...faults(shop.store) }, { clock: shop.clock })) };
};

const number = { stage: 'prospect', measure: 'reached' } as const;
const questions: ReadonlyArray<
  readonly [string, (millrace: Millrace) => TE.TaskEither<{ readonly type: string }, unknown>]
> = [
  ['funnel', ({ funnel }) => funnel()],
  ['explainFunnel', ({ explainFunnel }) => explainFunnel(number)],
  ['ownership', ({ ownership }) => ownership()],
  ['custodyOf', ({ custodyOf }) => custodyOf('a')],
  ['replay', ({ replay }) => replay()],
];

/** Events of a stream with their text spoilt. */
const spoilt = (text: string) => (stored: StoredEvent) => (stored.stream === customer ? { ...stored, text } : stored);

describe.each(questions)('%s', (_, ask) => {
  test('where the log cannot be read', async () => {
    const { millrace } = await shopWith(() => ({ readAll: () => TE.left(locked) }));
    expect(await ask(millrace)()).toEqual({ _tag: 'Left', left: locked });
  });

  test('where an event cannot be read', async () => {
    const { millrace } = await shopWith(({ readAll }) => ({
      readAll: (after, limit) =>
        TE.map((page: { events: ReadonlyArray<StoredEvent>; upTo: number }) => ({
          ...page,
          events: page.events.map(spoilt('{')),
        }))(readAll(after, limit)),
    }));
    expect(await ask(millrace)()).toMatchObject({
      left: { type: 'CorruptHistory', stream: customer, revision: 0, position: 2, cause: { type: 'NotJsonText' } },
    });
  });
});

describe('streams', () => {
  const failing =
    (stream: string, readStream: EventStore['readStream']): EventStore['readStream'] =>
    (name, from, limit) =>
      name === stream ? TE.left(locked) : readStream(name, from, limit);

  test('history, where the stream cannot be read', async () => {
    const { millrace } = await shopWith(({ readStream }) => ({ readStream: failing(customer, readStream) }));
    expect(await millrace.history(customer)()).toEqual({ _tag: 'Left', left: locked });
  });

  test('history, where an event cannot be read', async () => {
    const { millrace } = await shopWith(({ readStream }) => ({
      readStream: (name, from, limit) =>
        TE.map((page: ReadonlyArray<StoredEvent>) => page.map(spoilt('[]')))(readStream(name, from, limit)),
    }));
    expect(await millrace.history(customer)()).toMatchObject({
      left: { type: 'CorruptHistory', stream: customer, revision: 0, position: 2, cause: { type: 'Mismatch' } },
    });
  });

  test('explain, where an event of the receipt cannot be fetched', async () => {
    const { millrace } = await shopWith(({ readStream }) => ({ readStream: failing(customer, readStream) }));
    expect(await millrace.explainFunnel(number)()).toEqual({ _tag: 'Left', left: locked });
  });

  test('the funnel, where the playbook cannot be read', async () => {
    const { millrace, store } = await shopWith(({ readStream }) => ({
      readStream: failing(playbookStream, readStream),
    }));
    expect(await millrace.funnel()()).toEqual({ _tag: 'Left', left: locked });
    const torn = {
      ...store,
      readStream: () =>
        TE.right([{ position: 1, stream: playbookStream, revision: 0, recordedAt: january(1), text: '' }]),
    };
    expect(await playbookKnown(torn, undefined)()).toMatchObject({ left: { type: 'CorruptHistory', position: 1 } });
    expect(await playbookKnown(torn, { position: 0 })()).toEqual({ _tag: 'Right', right: { phase: 'unpublished' } });
  });

  test('events of a kind that nobody registered are given as they are stored', async () => {
    const { millrace } = await shopWith(({ readStream }) => ({
      readStream: (_, from, limit) =>
        TE.map((page: ReadonlyArray<StoredEvent>) =>
          page.map((stored) => ({
            ...stored,
            stream: streamId('widget', '1'),
            text: stored.text.replaceAll(`"${customer}"`, '"widget-1"'),
          })),
        )(readStream(customer, from, limit)),
    }));
    const events = await run(millrace.history(streamId('widget', '1')));
    expect(events.map(({ type }) => type)).toEqual([
      'ProspectCollected',
      'ProspectAccepted',
      'CustomerEntered',
      'JourneyOpened',
    ]);
  });

  test('a stream longer than a page is read to its end', async () => {
    const shop = await dealer();
    await enter(shop, january(2), 'a', 'ada');
    const contact = { type: 'LogContact', customer: 'a', by: 'ada', contactType: 'call' } as const;
    for (let i = 0; i < 2_000; i++) await shop.at(january(3), contact);
    const events = await run(shop.millrace.history(customer));
    expect(events.length).toBe(2_004);
    expect(events.every(({ revision }, i) => revision === i)).toBe(true);
  });
});

describe('questions that cannot be answered', () => {
  test('a stage that the funnel does not have is named beside those that it has', async () => {
    const { millrace } = await shopWith(() => ({}));
    expect(await millrace.explainFunnel({ stage: 'constructor', measure: 'reached' })()).toEqual({
      _tag: 'Left',
      left: { type: 'UnknownStage', stage: 'constructor', stages: ['prospect', 'shopper', 'buyer'] },
    });
  });

  test('a definition may differ from the playbook, and is refused where its parts do not go together', async () => {
    const { millrace, at, set } = await shopWith(() => ({}));
    await at(january(20), { type: 'AdvanceStage', customer: 'a', to: 'shopper', evidence });
    set(january(30));
    const within = async (windowDays: number) =>
      (await run(millrace.funnel({ definition: { windowDays } }))).conversions[0];
    expect(await within(18)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await within(17)).toMatchObject({ numerator: 0, denominator: 1 });
    const { definition, definitionHash } = await run(millrace.funnel({ definition: { entry: 'last' } }));
    expect(definition.entry).toBe('last');
    expect(definitionHash).not.toBe((await run(millrace.funnel())).definitionHash);
    expect(await millrace.funnel({ definition: { windowDays: -1 } })()).toMatchObject({
      left: { type: 'InvalidDefinition', cause: { type: 'Mismatch', expected: 'FunnelDefinition' } },
    });
    const span = { start: january(3), end: january(30) };
    expect((await run(millrace.funnel({ span }))).conversions[0]).toMatchObject({ numerator: 0, denominator: 0 });
  });
});
