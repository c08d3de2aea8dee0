import assert from 'node:assert/strict';
import { type Append, type EventId, MAX_EVENT_BYTES, MAX_EVENTS, type StreamId } from '@millrace/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { assertUntouched, at, given, receiptFor, refusalOf, storedTexts, wholeStream } from '../asking.js';
import { appendOf, note, noting, textsOf } from '../notes.js';
import type { Group, StoreCase, Suite } from '../suite.js';

/** How much one append may carry, and that more is refused before anything is written. */
export const limits: Group = (suite) => [
  suite.it('as many events as are allowed are written at once', ['REL-8', 'S1'], async ({ store }) => {
    const request = noting(note('a'), Array(MAX_EVENTS).fill('x'), 'none');
    assert.equal((await receiptFor(store, request)).lastRevision, MAX_EVENTS - 1);
    assert.deepEqual(storedTexts(await wholeStream(store, note('a'), 300)), textsOf(request));
  }),
  refused(suite, 'one event more is refused', 'tooManyEvents', MAX_EVENTS, MAX_EVENTS + 1, () =>
    noting(note('a'), Array(MAX_EVENTS + 1).fill('x')),
  ),
  suite.it('an event as large as is allowed comes back as it was', ['REL-8'], async ({ store }) => {
    const empty = at(textsOf(noting(note('a'), [''])), 0).length;
    const most = Math.min(MAX_EVENT_BYTES, suite.capabilities.maxAppendBytes);
    const request = noting(note('a'), ['x'.repeat(most - empty)]);
    assert.equal(at(at(request.writes, 0).events, 0).bytes, most);
    await receiptFor(store, request);
    assert.deepEqual(storedTexts(await wholeStream(store, note('a'))), textsOf(request));
  }),
  suite.it('more bytes than the store takes at once are refused', ['REL-8'], async ({ store }) => {
    const limit = suite.capabilities.maxAppendBytes;
    const { writes, ...rest } = noting(note('a'), ['x'.repeat(Math.min(MAX_EVENT_BYTES, limit) - 1_000)]);
    const event = at(at(writes, 0).events, 0);
    const many = Array.from({ length: Math.floor(limit / event.bytes) + 1 }, (_, i) => ({ ...event, id: eventId(i) }));
    const request = { ...rest, writes: writes.map((each) => ({ ...each, events: many })) };
    const actual = many.length * event.bytes;
    await assertUntouched(store, request, async () => {
      const refusal = { type: 'AppendRefused', reason: 'tooManyBytes', limit, actual };
      assert.deepEqual(await refusalOf(store, request), refusal);
    });
  }),
  refused(suite, 'an append of nothing is refused', 'noEvents', 1, 0, () => ({
    ...noting(note('a'), [1]),
    writes: [],
  })),
  refused(suite, 'a write of nothing is refused', 'noEvents', 1, 0, () => noting(note('a'), [])),
  refused(suite, 'an event twice in one append is refused', 'doubledId', 1, 2, () => {
    const request = noting(note('a'), [1, 2]);
    return {
      ...request,
      writes: request.writes.map((each) => ({ ...each, events: [...each.events, ...each.events] })),
    };
  }),
  ...(suite.capabilities.multiStream ? ofSeveralStreams(suite) : []),
  suite.it('a stream by the longest name there is', ['REL-8'], async ({ store }) => {
    const long: StreamId = note('é'.repeat(128));
    const request = noting(long, [1]);
    const receipt = await receiptFor(store, request);
    assert.deepEqual(storedTexts(await wholeStream(store, long)), textsOf(request));
    assert.deepEqual(await given(store.receiptOf(long, request.commandId)), O.some(receipt));
    assert.deepEqual(await wholeStream(store, note(`${'é'.repeat(127)}e`)), []);
  }),
];

const ofSeveralStreams: Group = (suite) => [
  refused(suite, 'a write of nothing beside another is refused', 'noEvents', 1, 0, () =>
    appendOf([
      { stream: note('a'), values: [1] },
      { stream: note('b'), values: [] },
    ]),
  ),
  refused(suite, 'too many events on several streams are refused', 'tooManyEvents', MAX_EVENTS, MAX_EVENTS + 1, () =>
    appendOf([
      { stream: note('a'), values: Array(MAX_EVENTS).fill('x') },
      { stream: note('b'), values: [1] },
    ]),
  ),
  refused(suite, 'a stream twice in one append is refused', 'doubledStream', 1, 2, () =>
    appendOf([
      { stream: note('a'), values: [1] },
      { stream: note('a'), values: [2] },
    ]),
  ),
  refused(suite, 'an event on two streams is refused', 'doubledId', 1, 2, () => {
    const request = appendOf([
      { stream: note('a'), values: [1] },
      { stream: note('b'), values: [2] },
    ]);
    const { events } = at(request.writes, 0);
    return { ...request, writes: request.writes.map((each) => ({ ...each, events })) };
  }),
];

const eventId = (i: number): EventId => `00000000-0000-5000-8000-${String(i).padStart(12, '0')}` as EventId;

/** Lets the store write something first, so that "untouched" says something. */
const refused = (
  { it }: Suite,
  title: string,
  reason: string,
  limit: number,
  actual: number,
  request: () => Append,
): StoreCase =>
  it(title, ['REL-8', 'LAW-10'], async ({ store }) => {
    await receiptFor(store, noting(note('before'), [1]));
    const asked = request();
    await assertUntouched(store, asked, async () => {
      assert.deepEqual(await refusalOf(store, asked), { type: 'AppendRefused', reason, limit, actual });
    });
  });
