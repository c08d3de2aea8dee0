import { commandIdOf, newCommandId, sha256, systemClock } from '@millrace/engine';
import { CommandId, epochMillis } from '@millrace/kernel';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
});

describe('the id of a person’s command', () => {
  test('is a UUID of version 7 that rises with time, also within a millisecond', () => {
    const ids = Array.from({ length: 5_000 }, () => newCommandId());
    for (const id of ids) expect(CommandId.is(id) && id[14] === '7').toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort());
  });

  test('carries the time it was made', () => {
    const before = Date.now();
    const millis = Number.parseInt(newCommandId().replaceAll('-', '').slice(0, 12), 16);
    expect(millis).toBeGreaterThanOrEqual(before - 1);
    expect(millis).toBeLessThanOrEqual(Date.now() + 1);
  });
});

describe('the id of an importer’s command', () => {
  test('is a UUID of version 5 that the same parts always give', () => {
    expect(commandIdOf('recipe', 'events.csv', 2, 0)).toBe('ea0d5044-653a-5ad0-992b-ac0f1cd41e59');
  });

  test('is another for other parts, however they are cut', () => {
    const part = fc.oneof(fc.string(), fc.integer());
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(commandIdOf(...a)).not.toBe(commandIdOf(...b));
        expect(CommandId.is(commandIdOf(...a))).toBe(true);
      }),
    );
    expect(commandIdOf('ab', 'c')).not.toBe(commandIdOf('a', 'bc'));
    expect(commandIdOf('1')).not.toBe(commandIdOf(1));
  });
});

describe('the clock of the machine', () => {
  test('says an instant of now', () => {
    const before = Date.now();
    const now = epochMillis(systemClock());
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  test('is a defect outside the years 1 to 9999', () => {
    vi.useFakeTimers({ now: Date.UTC(10_000, 0, 1) });
    expect(() => systemClock()).toThrow(RangeError);
  });
});

describe('SHA-256', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['乐捐', '5d81078f0f1d793e22cb7208bbbc38802d5c4eeb480c681352c2d07830d1f191'],
  ])('FIPS 180-4 of %j, of its bytes in UTF-8', (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });
});
