import {
  type BusinessId,
  type CommandId,
  type EncodedEvent,
  encodeEvents,
  eventSet,
  type Instant,
  MAX_EVENT_BYTES,
  type Provenance,
  personal,
  streamId,
  struct,
  type Tenant,
  type Upcaster,
  utf8Length,
} from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';
import { instantOf } from './support/instants.js';
import { type PledgingEvent, pledgingEvents } from './support/pledging.js';
import { encode, provenance, sha256, stream } from './support/stored.js';

const at = instantOf(0);
const made = (amount: number, pledger?: string): PledgingEvent => ({
  type: 'PledgeMade',
  data: { pledge: 'ada' as BusinessId, amount, ...(pledger === undefined ? {} : { pledger }) },
  effectiveAt: at,
});
const withdrawn: PledgingEvent = { type: 'PledgeWithdrawn', data: { pledge: 'ada' as BusinessId }, effectiveAt: at };

const idsOf = (happened: ReadonlyArray<PledgingEvent>, from: Provenance = provenance): ReadonlyArray<string> =>
  right(encode(pledgingEvents, happened, from)).map(({ id }) => id);

describe('the id of an event', () => {
  test('S6: is the same for the same decision made again', () => {
    expect(idsOf([made(100), withdrawn])).toEqual(idsOf([made(100), withdrawn]));
    expect(right(encode(pledgingEvents, [made(100)]))).toEqual(right(encode(pledgingEvents, [made(100)])));
  });

  test('is a lower-case UUID of version 5', () => {
    expect(idsOf([made(100)])[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test.each<[string, Partial<Provenance>]>([
    ['digest', { commandDigest: sha256('another') }],
    ['correlation', { correlationId: 'another' }],
    ['cause', { causationId: 'another' }],
    ['playbook', { playbook: 'another' }],
    ['tenant', { tenant: 'another' as Tenant }],
  ])('does not depend on the %s of its command: a retry may bring another', (_, changes) => {
    expect(idsOf([made(100)], { ...provenance, ...changes })).toEqual(idsOf([made(100)]));
  });

  const [asMade] = idsOf([made(100), withdrawn]);
  test.each<[string, ReadonlyArray<PledgingEvent>, Partial<Provenance>]>([
    ['data', [made(101), withdrawn], {}],
    ['type', [withdrawn, withdrawn], {}],
    ['effectiveAt', [{ ...made(100), effectiveAt: instantOf(1) }, withdrawn], {}],
    ['actor', [made(100), withdrawn], { actor: 'bob' as BusinessId }],
    ['role', [made(100), withdrawn], { role: 'manager' as BusinessId }],
    ['command', [made(100), withdrawn], { commandId: '0193600d-7e10-7c0e-9b6e-2f8a5d1c4b3b' as CommandId }],
    ['number of events', [made(100)], {}],
  ])('is another with another %s', (_, happened, changes) => {
    expect(idsOf(happened, { ...provenance, ...changes })[0]).not.toBe(asMade);
  });

  test('is another at another place in the command, also of the same event', () => {
    const [first, second] = idsOf([withdrawn, withdrawn]);
    expect(first).not.toBe(second);
  });

  test('is another in another schema', () => {
    const idIn = (upcast: ReadonlyArray<Upcaster>) => {
      const set = eventSet('pledging', { Some: { data: struct({ a: t.string }), upcast } });
      return right(encode(set, [{ type: 'Some', data: { a: 'x' }, effectiveAt: at }]))[0]?.id;
    };
    const [older, newer] = [idIn([]), idIn([(data) => data])];
    expect(older).not.toBe(newer);
  });

  test('AUD-4: is the same whatever the personal fields are: they are in no id and no digest', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, unit: 'grapheme-ascii' }), (name) => {
        const hashed: Array<string> = [];
        const spy = (text: string) => {
          hashed.push(text);
          return sha256(text);
        };
        const pledger = `canary ${name}`;
        const [event] = right(
          encodeEvents([{ stream, event: made(100, pledger), events: pledgingEvents }], provenance, spy),
        );
        expect(event?.id).toBe(idsOf([made(100)])[0]);
        expect(event?.text).toContain('canary');
        expect(hashed.join()).not.toContain('canary');
      }),
    );
  });
});

describe('the text of an event', () => {
  test('holds nothing that the store adds', () => {
    const [event] = right(encode(pledgingEvents, [made(100)]));
    const written = JSON.parse(event?.text ?? '');
    expect(Object.keys(written).sort()).toEqual(['data', 'id', 'meta', 'schema', 'stream', 'type']);
    expect(written.meta).not.toHaveProperty('recordedAt');
  });

  test('LAW-28: holds fields that the codec does not know', () => {
    const extra = { ...made(100), data: { pledge: 'ada', amount: 100, since: { 'a/b': [1, null] } } };
    const [event] = right(encode(pledgingEvents, [extra]));
    expect(JSON.parse(event?.text ?? '').data).toEqual(extra.data);
  });

  test('is measured in bytes of UTF-8', () => {
    const [event] = right(encode(pledgingEvents, [made(100, 'é 王 😂')]));
    expect(event?.bytes).toBe(Buffer.byteLength(event?.text ?? ''));
    expect(event?.bytes).toBeGreaterThan(event?.text.length ?? 0);
  });

  test('goes to the stream named for it', () => {
    const other = streamId('pledging', 'autumn');
    const drafts = [stream, other].map((one) => ({ stream: one, event: withdrawn, events: pledgingEvents }));
    const texts = right(encodeEvents(drafts, provenance, sha256)).map(({ text }) => JSON.parse(text).stream);
    expect(texts).toEqual([stream, other]);
  });
});

describe('REL-8: an event that cannot be stored is refused before anything is', () => {
  const noting = eventSet('pledging', { Noted: { data: struct({}, { note: t.string, inner: t.unknown }) } });
  const noted = (data: object) => ({ type: 'Noted', data, effectiveAt: at });

  const upTo = (bytes: number, unit: string): EncodedEvent | undefined => {
    const empty = right(encode(noting, [noted({ note: '' })]))[0]?.bytes ?? 0;
    const note = unit.repeat((bytes - empty) / utf8Length(unit));
    const rest = 'x'.repeat(bytes - empty - utf8Length(note));
    return right(encode(noting, [noted({ note: note + rest })]))[0];
  };

  test.each(['x', '王', '😂'])('1 MiB is accepted, one byte more is not (%s)', (unit) => {
    const largest = upTo(MAX_EVENT_BYTES, unit);
    expect(largest?.bytes).toBe(1_048_576);
    const { note } = JSON.parse(largest?.text ?? '').data;
    expect(left(encode(noting, [noted({ note: `${note}x` })]))).toEqual({
      type: 'EventTooLarge',
      event: 'Noted',
      limit: 1_048_576,
      actual: 1_048_577,
    });
  });

  const nested = (levels: number): unknown => (levels === 0 ? 0 : [nested(levels - 1)]);

  test('64 levels are accepted, the two of envelope and data counted; 65 are not', () => {
    expect(right(encode(noting, [noted({ inner: nested(62) })]))).toHaveLength(1);
    expect(left(encode(noting, [noted({ inner: nested(63) })]))).toMatchObject({
      type: 'NotJson',
      event: 'Noted',
      reason: 'tooDeep',
    });
  });

  test.each<[string, object, string]>([
    ['a lone surrogate', { note: '\ud800' }, 'loneSurrogate at data/note'],
    ['undefined', { note: undefined }, 'undefined at data/note'],
    ['a date', { inner: [new Date(0)] }, 'toJSON at data/inner/0'],
  ])('%s is no JSON', (_, data, place) => {
    const error = left(encode(noting, [noted(data)]));
    expect(error).toMatchObject({ type: 'NotJson', event: 'Noted' });
    if (error.type === 'NotJson') expect(`${error.reason} at ${error.path.join('/')}`).toBe(place);
  });

  test('a personal field that is no JSON is refused too, though no digest sees it', () => {
    const set = eventSet('pledging', { Noted: { data: struct({ name: personal(t.string) }) } });
    expect(left(encode(set, [noted({ name: '\ud800' })]))).toMatchObject({ path: ['data', 'name'] });
  });

  test('one bad event refuses all of its command', () => {
    expect(left(encode(noting, [noted({}), noted({ note: '\ud800' }), noted({})]))).toMatchObject({ type: 'NotJson' });
  });

  test('a cause that is given as undefined is no JSON', () => {
    const from = { ...provenance, causationId: undefined } as unknown as Provenance;
    expect(left(encode(noting, [noted({})], from))).toMatchObject({ path: ['meta', 'causationId'] });
  });
});

describe('a defect of the module', () => {
  test('an event that is not of its set throws', () => {
    expect(() => encode(pledgingEvents, [{ type: 'Unheard', data: {}, effectiveAt: at as Instant }])).toThrow(
      new RangeError('pledging has no event Unheard'),
    );
  });

  test('data that could never be read again throw, without saying what is personal', () => {
    const bad = { ...made(1), data: { pledge: 'ada', amount: 0.5, pledger: 'canary' } };
    expect(() => encode(pledgingEvents, [bad])).toThrow(/^the data of PledgeMade do not fit it: .*"path":"amount"/);
    const worse = { ...made(1), data: { pledge: 'ada', amount: 1, pledger: ['canary'] } };
    expect(() => encode(pledgingEvents, [worse])).toThrow(/"path":"pledger".*"found":"something personal"/);
  });
});
