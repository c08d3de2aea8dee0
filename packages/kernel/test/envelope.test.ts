import { type BusinessId, eventOf, eventSet, openStored, readEvent, type StreamId, struct } from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';
import { instantOf } from './support/instants.js';
import { type PledgingEvent, pledgingEvents } from './support/pledging.js';
import { encode, storedAs, stream } from './support/stored.js';

const made: PledgingEvent = {
  type: 'PledgeMade',
  data: { pledge: 'ada' as BusinessId, amount: 100 },
  effectiveAt: instantOf(0),
};
const text = right(encode(pledgingEvents, [made]))[0]?.text ?? '';
const written = JSON.parse(text);

/** How the text of an event, changed so, is read. */
const read = (changed: unknown) => {
  const opened = openStored(storedAs(typeof changed === 'string' ? changed : JSON.stringify(changed)));
  return opened._tag === 'Left' ? opened : readEvent(pledgingEvents, opened.right);
};

/** Where it stands, so that it can be found. */
const place = { type: 'CorruptHistory', stream, revision: 3, position: 7 };

describe('a stored event', () => {
  test('LAW-23: is read as it was recorded', () => {
    expect(eventOf(right(read(text)))).toEqual(made);
  });

  test('LAW-24: of the newest schema is read as it stands, data and all', () => {
    const opened = right(openStored(storedAs(text)));
    expect(right(readEvent(pledgingEvents, opened))).toBe(opened);
  });

  test('LAW-28: keeps fields that no codec knows, in data, meta and beside them', () => {
    const meta = { ...written.meta, region: 'north' };
    const data = { ...written.data, since: { x: [1] } };
    expect(right(read({ ...written, meta, data, seal: 'later' }))).toMatchObject({
      seal: 'later',
      meta: { region: 'north' },
      data: { since: { x: [1] } },
    });
  });

  test('LAW-38: keeps a key named __proto__, and gives it no power', () => {
    const hostile = text.replace('"amount":100', '"amount":100,"__proto__":{"polluted":true}');
    const { data } = right(read(hostile));
    expect(Object.keys(data)).toContain('__proto__');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('has position, revision and recordedAt from its store, whatever its text says', () => {
    const lying = { ...written, position: 1, revision: 1, meta: { ...written.meta, recordedAt: instantOf(0) } };
    const { position, revision, meta } = right(read(lying));
    expect({ position, revision, recordedAt: meta.recordedAt }).toEqual({
      position: 7,
      revision: 3,
      recordedAt: '2026-11-24T09:00:01.000Z',
    });
  });
});

describe('a history that cannot be read says where and why', () => {
  test('a text of another stream', () => {
    const moved = openStored(storedAs(text, { stream: 'pledging-autumn' as StreamId }));
    expect(left(moved)).toEqual({
      ...place,
      stream: 'pledging-autumn',
      cause: { type: 'Mismatch', path: 'stream', expected: 'pledging-autumn', found: 'pledging-spring' },
    });
  });

  test('what is not JSON', () => {
    expect(left(read(text.slice(0, -1)))).toEqual({
      ...place,
      cause: { type: 'NotJsonText', message: expect.stringContaining('JSON') },
    });
  });

  test.each<[string, object, string, string]>([
    ['id', { ...written, id: 'x' }, 'id', '"x"'],
    ['schema', { ...written, schema: '3' }, 'schema', '"3"'],
    ['data', { ...written, data: undefined }, 'data', 'nothing'],
    ['amount', { ...written, data: { ...written.data, amount: 1.5 } }, 'data/amount', '1.5'],
    ['all data', { ...written, data: 'text' }, 'data', 'something personal'],
    ['meta', { ...written, meta: undefined }, 'meta', 'nothing'],
    ['tenant', { ...written, meta: { ...written.meta, tenant: 'A-B' } }, 'meta/tenant', '"A-B"'],
    ['actor', { ...written, meta: { ...written.meta, actor: '' } }, 'meta/actor', '""'],
    ['role', { ...written, meta: { ...written.meta, role: '=1' } }, 'meta/role', '"=1"'],
    ['command', { ...written, meta: { ...written.meta, commandId: 7 } }, 'meta/commandId', '7'],
    ['time', { ...written, meta: { ...written.meta, effectiveAt: '2026-11-24' } }, 'meta/effectiveAt', '"2026-11-24"'],
    ['playbook', { ...written, meta: { ...written.meta, playbook: 1 } }, 'meta/playbook', '1'],
  ])('a wrong %s', (_, changed, path, found) => {
    expect(left(read(changed))).toMatchObject({ ...place, cause: { type: 'Mismatch', path, found } });
  });

  test('a personal field that does not fit, without telling it', () => {
    expect(left(read({ ...written, data: { ...written.data, pledger: ['ada'] } }))).toMatchObject({
      cause: { path: 'data/pledger', found: 'something personal' },
    });
  });

  test('LAW-3: an unknown type, by its name', () => {
    const cause = { type: 'UnknownEventType', name: 'Unheard' };
    expect(left(read({ ...written, type: 'Unheard' }))).toEqual({ ...place, cause });
  });

  test('a newer schema than is known', () => {
    const cause = { type: 'NewerSchema', name: 'PledgeMade', schema: 4, newest: 3 };
    expect(left(read({ ...written, schema: 4 }))).toEqual({ ...place, cause });
  });

  test.each([0, -1, 1.5, 3.5, 2 ** 53])('a schema %d, which never was', (schema) => {
    const cause = { type: 'NoSuchSchema', name: 'PledgeMade', schema, newest: 3 };
    expect(left(read({ ...written, schema }))).toEqual({ ...place, cause });
  });

  test('a schema beyond all numbers', () => {
    expect(left(read(text.replace('"schema":3', '"schema":1e999')))).toMatchObject({ cause: { type: 'NoSuchSchema' } });
  });

  test('old data that an upcaster cannot take', () => {
    expect(left(read({ ...written, schema: 1 }))).toEqual({
      ...place,
      cause: {
        type: 'UpcastFailed',
        name: 'PledgeMade',
        schema: 1,
        path: 'data',
        message: 'TypeError: amount.trim is not a function',
      },
    });
  });

  test('old data that become none of the newest schema', () => {
    expect(left(read({ ...written, schema: 1, data: { pledge: 'ada', amount: 'twelve' } }))).toMatchObject({
      cause: { type: 'Mismatch', path: 'data/amount', found: 'NaN' },
    });
  });
});

describe('LAW-40: whatever stands in a store, reading it answers', () => {
  const answers = (stored: string): void => {
    const answer = read(stored);
    if (answer._tag === 'Left') expect(answer.left).toMatchObject(place);
  };

  test('any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), answers), { numRuns: 500 });
  });

  test('any value in any place of an event', () => {
    const paths = ['id', 'stream', 'type', 'schema', 'data', 'meta', 'meta/actor', 'meta/effectiveAt', 'data/amount'];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const changed = structuredClone(written);
        const keys = path.split('/');
        const last = keys.pop() ?? '';
        keys.reduce((at, key) => at[key], changed)[last] = value;
        answers(JSON.stringify(changed));
      }),
      { numRuns: 1_000 },
    );
  });

  test('any stretch cut out of it', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        answers(text.slice(0, Math.min(a, b)) + text.slice(Math.max(a, b)));
      }),
    );
  });

  test('data 100,000 levels deep, also where the codec goes down with them', () => {
    type Tree = ReadonlyArray<Tree>;
    const Tree: t.Type<Tree> = t.recursion('Tree', (self) => t.readonlyArray(self));
    const trees = eventSet('pledging', { Grown: { data: struct({ tree: Tree }) } });
    const tree = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const [grown] = right(encode(trees, [{ type: 'Grown', data: { tree: [] }, effectiveAt: instantOf(0) }]));
    const opened = right(openStored(storedAs(grown?.text.replace('[]', tree) ?? '')));
    expect(left(readEvent(trees, opened))).toMatchObject({
      cause: { type: 'Mismatch', path: 'data', expected: 'at most 64 levels' },
    });
  });
});
