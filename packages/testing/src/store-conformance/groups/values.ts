import assert from 'node:assert/strict';
import { openStored } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { given, receiptFor, storedTexts, wholeLog, wholeStream, written } from '../asking.js';
import { command, encode, note, noting, textsOf } from '../notes.js';
import type { Group } from '../suite.js';
import { nastyNames, nastyValues } from './nasty-values.js';

/** What goes in comes out. */
export const values: Group = ({ it }) => [
  it('the text of an event is kept to the byte', ['S1', 'LAW-23'], async ({ store }) => {
    const request = noting(note('a'), [{ b: [1, { c: 'd' }], a: null }, 'é€😀', '\\u0041', '  two  blanks  ']);
    await receiptFor(store, request);
    assert.deepEqual(storedTexts(await wholeStream(store, note('a'))), textsOf(request));
    assert.deepEqual(storedTexts(await wholeLog(store)), textsOf(request));
  }),
  it('nasty values come back as they are', ['REL-9', 'LAW-23', 'LAW-38', 'acceptance-9'], async ({ store }) => {
    const accepted = nastyValues.filter(({ refused }) => refused === undefined);
    for (const [i, { name, value }] of accepted.entries()) {
      const stream = note(`value-${i}`);
      const events = encode([{ stream, value }], command('nasty', i));
      if (E.isLeft(events)) assert.fail(`${name} was refused: ${events.left.type}`);
      await written(store, {
        commandId: command('nasty', i),
        guards: [],
        writes: [{ stream, expected: 'none', events: events.right }],
      });
      const [stored] = await given(store.readStream(stream, 0, 10));
      assert(stored !== undefined, `${name} is gone`);
      assert(stored.text === events.right[0]?.text, `the text of ${name} has changed`);
      const opened = openStored(stored);
      assert(E.isRight(opened), `${name} cannot be opened`);
      assert.deepEqual(opened.right.data, { value }, name);
    }
    assert.equal((await wholeLog(store)).length, accepted.length);
    assert.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'polluted'), undefined);
  }),
  it('what is no JSON is refused by name, and never reaches a store', ['REL-9', 'acceptance-9'], async () => {
    for (const { name, value, refused } of nastyValues) {
      if (refused === undefined) continue;
      const events = encode([{ stream: note('a'), value }], command('refused', name));
      assert(E.isLeft(events), `${name} was accepted`);
      assert(
        events.left.type === 'NotJson' && events.left.reason === refused,
        `${name}: ${JSON.stringify(events.left)}`,
      );
    }
  }),
  it('nasty names are names of as many streams', ['REL-9', 'S1'], async ({ store }) => {
    const requests = nastyNames.map((name) => noting(note(name), [name], 'none'));
    for (const request of requests) await receiptFor(store, request);
    for (const request of requests) {
      const [stream] = request.writes.map((each) => each.stream);
      assert(stream !== undefined);
      const events = await wholeStream(store, stream);
      assert.deepEqual(storedTexts(events), textsOf(request), JSON.stringify(stream));
      assert.equal(events[0]?.stream, stream);
    }
  }),
];
