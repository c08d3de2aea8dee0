import { eventSet, type Json, struct, type Upcaster } from '@millrace/kernel';
import fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';
import { pledgeMadeSteps, pledgingEvents } from './support/pledging.js';

describe('an event set', () => {
  test('says its kind, its types and their newest schemas', () => {
    expect(pledgingEvents.kind).toBe('pledging');
    expect(pledgingEvents.types).toEqual(['BookOpened', 'PledgeMade', 'PledgeWithdrawn']);
    expect(pledgingEvents.types.map(pledgingEvents.schemaOf)).toEqual([1, 3, 1]);
  });

  test('throws where it is asked of a type that is not of it', () => {
    expect(() => pledgingEvents.schemaOf('toString')).toThrow(new RangeError('pledging has no event toString'));
    expect(() => pledgingEvents.impersonal('constructor', {})).toThrow(RangeError);
  });

  test.each(['__proto__', 'constructor', 'toString'])('a stored type %s is unknown, not inherited', (name) => {
    expect(left(pledgingEvents.read(name, 1, {}))).toEqual({ type: 'UnknownEventType', name });
  });

  test('takes a type named like what objects inherit', () => {
    const set = eventSet('some', { toString: { data: struct({}) } });
    expect(right(set.read('toString', 1, {}))).toEqual({});
  });
});

describe('upcasting', () => {
  test('LAW-24: of the newest schema is the identity', () => {
    const data = { pledge: 'ada', amount: 100, since: 'then' };
    expect(right(pledgingEvents.read('PledgeMade', 3, data))).toBe(data);
  });

  test('LAW-25: from any schema on is its steps composed', () => {
    const [toSecond, toThird] = pledgeMadeSteps;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (yuan) => {
        const first: Json = { pledge: 'ada', amount: ` ${yuan}` };
        const second = toSecond(first);
        const third = toThird(second);
        expect(third).toEqual({ pledge: 'ada', amount: yuan * 100 });
        for (const [schema, data] of [first, second, third].entries()) {
          expect(right(pledgingEvents.read('PledgeMade', schema + 1, data))).toEqual(third);
        }
      }),
    );
  });

  test('LAW-25: takes every step in order, and none twice', () => {
    const step =
      (name: string): Upcaster =>
      (data) => [...(data as ReadonlyArray<Json>), name];
    const set = eventSet('some', { Some: { data: t.array(t.string), upcast: ['b', 'c', 'd'].map(step) } });
    for (const [schema, all] of [[], ['b', 'c', 'd'], ['c', 'd'], ['d'], []].entries()) {
      if (schema > 0) expect(right(set.read('Some', schema, []))).toEqual(all);
    }
  });

  test('LAW-40: a step that throws is told with the schema it started from', () => {
    const angry: Upcaster = () => {
      throw new Error('no');
    };
    const set = eventSet('some', { Some: { data: struct({}), upcast: [(data) => data, angry, (data) => data] } });
    expect(right(set.read('Some', 3, {}))).toEqual({});
    for (const schema of [1, 2]) {
      expect(left(set.read('Some', schema, {}))).toEqual({
        type: 'UpcastFailed',
        name: 'Some',
        schema: 2,
        path: '',
        message: 'Error: no',
      });
    }
  });

  test('what no step took on is still checked', () => {
    expect(left(pledgingEvents.read('PledgeMade', 3, { pledge: 'ada' }))).toMatchObject({ path: 'amount' });
    expect(left(pledgingEvents.read('PledgeMade', 2, { pledge: '', amount: 1 }))).toMatchObject({ path: 'pledge' });
  });

  test.each([0, -1, 0.5, 2.5, 4.5, Number.NaN, Number.POSITIVE_INFINITY])('there is no schema %d', (schema) => {
    expect(left(pledgingEvents.read('PledgeMade', schema, {}))).toEqual({
      type: 'NoSuchSchema',
      name: 'PledgeMade',
      schema,
      newest: 3,
    });
  });

  test('the schema after the newest is a newer one', () => {
    expect(left(pledgingEvents.read('BookOpened', 2, {}))).toEqual({
      type: 'NewerSchema',
      name: 'BookOpened',
      schema: 2,
      newest: 1,
    });
  });
});
