import { copyJson, deepFreeze } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const hostile = (): { own: { a: number } } =>
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"own":{"a":1}}');

const containersIn = (value: unknown): ReadonlyArray<object> =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(containersIn)] : [];

describe('a copy of JSON', () => {
  test('is equal, and shares nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = copyJson(value);
        expect(copy).toEqual(value);
        const shared = new Set(containersIn(value));
        expect(containersIn(copy).filter((one) => shared.has(one))).toEqual([]);
      }),
    );
  });

  test('of what is frozen is not', () => {
    const copy = copyJson(deepFreeze({ a: [{ b: 1 }] }));
    expect(containersIn(copy).some(Object.isFrozen)).toBe(false);
  });

  test('LAW-38: keeps hostile keys as keys, and changes no prototype', () => {
    const copy = copyJson(hostile());
    expect(Object.keys(copy)).toEqual(['__proto__', 'constructor', 'own']);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    copy.own.a = 2;
    Object.assign(copy, { own: 3 });
    expect(copy.own).toBe(3);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('LAW-38: a hostile key of the copy can be changed and deleted like any other', () => {
    const copy = copyJson(hostile()) as Record<string, unknown>;
    expect(Object.getOwnPropertyDescriptor(copy, '__proto__')).toMatchObject({
      configurable: true,
      enumerable: true,
      writable: true,
    });
  });
});

describe('deep freezing', () => {
  test('freezes everything in a value, and gives the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(deepFreeze(value)).toBe(value);
        expect(containersIn(value).every(Object.isFrozen)).toBe(true);
      }),
    );
  });

  test('takes what is frozen to be frozen all through', () => {
    const inner = { a: 1 };
    deepFreeze({ frozen: Object.freeze({ inner }) });
    expect(Object.isFrozen(inner)).toBe(false);
  });
});
