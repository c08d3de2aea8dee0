import {
  type Append,
  checkAppend,
  type EncodedEvent,
  type EventId,
  MAX_EVENT_BYTES,
  MAX_EVENTS,
  streamId,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { provenance } from './support/stored.js';

const event = (n: number, bytes = 10): EncodedEvent => ({ id: `event ${n}` as EventId, type: 'Some', text: '', bytes });
const events = (count: number, bytes?: number): ReadonlyArray<EncodedEvent> =>
  Array.from({ length: count }, (_, n) => event(n, bytes));

const append = (...writes: ReadonlyArray<ReadonlyArray<EncodedEvent>>): Append => ({
  commandId: provenance.commandId,
  writes: writes.map((list, i) => ({ stream: streamId('some', `${i}`), expected: 'any', events: list })),
  guards: [],
});

const all = { multiStream: true, maxAppendBytes: 100_000_000 };
const refused = (reason: string, limit: number, actual: number) =>
  E.left({ type: 'AppendRefused', reason, limit, actual });

describe('REL-8: before any input or output, an append', () => {
  test('within all limits is passed on as it is', () => {
    const request = append([event(1)], [event(2), event(3)]);
    const checked = checkAppend(request, all);
    expect(checked).toEqual(E.right(request));
  });

  test('of 1,000 events is accepted, of 1,001 refused', () => {
    expect(MAX_EVENTS).toBe(1_000);
    expect(E.isRight(checkAppend(append(events(1_000)), all))).toBe(true);
    expect(checkAppend(append(events(1_001)), all)).toEqual(refused('tooManyEvents', 1_000, 1_001));
  });

  test('is counted over all its streams', () => {
    const [first, rest] = [events(1_001).slice(0, 600), events(1_001).slice(600)];
    expect(E.isRight(checkAppend(append(first, rest.slice(1)), all))).toBe(true);
    expect(checkAppend(append(first, rest), all)).toEqual(refused('tooManyEvents', 1_000, 1_001));
  });

  test('of as many bytes as its store takes is accepted, of one more refused', () => {
    const store = { multiStream: true, maxAppendBytes: 40 };
    expect(E.isRight(checkAppend(append([event(1)], [event(2), event(3, 20)]), store))).toBe(true);
    expect(checkAppend(append([event(1)], [event(2), event(3, 21)]), store)).toEqual(refused('tooManyBytes', 40, 41));
  });

  test('with an event of 1 MiB is accepted, of one byte more refused', () => {
    expect(MAX_EVENT_BYTES).toBe(1_048_576);
    expect(E.isRight(checkAppend(append(events(2, 1_048_576)), all))).toBe(true);
    expect(checkAppend(append([event(1), event(2, 1_048_577)]), all)).toEqual(
      refused('tooManyBytes', 1_048_576, 1_048_577),
    );
  });

  test('without events is refused, also where only one of its streams has none', () => {
    expect(checkAppend(append(), all)).toEqual(refused('noEvents', 1, 0));
    expect(checkAppend(append([]), all)).toEqual(refused('noEvents', 1, 0));
    expect(checkAppend(append([event(1)], []), all)).toEqual(refused('noEvents', 1, 0));
  });

  test('S5: to several streams is refused by a store that writes one', () => {
    const one = { ...all, multiStream: false };
    expect(E.isRight(checkAppend(append([event(1), event(2)]), one))).toBe(true);
    expect(checkAppend(append([event(1)], [event(2)]), one)).toEqual(
      E.left({ type: 'Unsupported', capability: 'multiStream' }),
    );
  });

  test('that names a stream twice is refused', () => {
    const [write] = append([event(1)]).writes;
    const [other] = append([event(2)]).writes;
    const request = { ...append(), writes: [write, other] } as Append;
    expect(checkAppend(request, all)).toEqual(refused('doubledStream', 1, 2));
  });

  test('S6: that holds an event twice is refused, in one stream or in two', () => {
    expect(checkAppend(append([event(1), event(1)]), all)).toEqual(refused('doubledId', 1, 2));
    expect(checkAppend(append([event(1)], [event(2), event(1)]), all)).toEqual(refused('doubledId', 1, 2));
  });
});
