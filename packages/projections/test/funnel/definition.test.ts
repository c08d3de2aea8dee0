import { reader } from '@millrace/kernel';
import { FunnelDefinition, funnelOf, hashOf } from '@millrace/projections';
import { dealership } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { definitions, standard } from '../support/arbitraries.js';
import { sha256 } from '../support/log.js';

const read = reader(FunnelDefinition);

describe('the definition of a funnel', () => {
  test('that of a playbook: its stages and benchmark, unbounded, by highest stage and first entry, in its zone', () => {
    expect(funnelOf(dealership)).toEqual({
      version: 1,
      unit: 'journey',
      stages: ['prospect', 'shopper', 'buyer'],
      reach: 'reached',
      entry: 'first',
      cohort: { cadence: 'month', zone: 'Asia/Shanghai' },
      windowDays: null,
      benchmark: [25, 5, 1],
    });
  });

  test('its hash names it for ever: another hash is another meaning of every figure published under it', () => {
    expect(hashOf(standard, sha256)).toBe('665e2f755b77db94cf1ba02b7ad436585eca38e4a6776635f8448bd2b5950530');
    const reordered = Object.fromEntries(Object.entries(standard).reverse()) as unknown as FunnelDefinition;
    expect(hashOf(reordered, sha256)).toBe(hashOf(standard, sha256));
    expect(hashOf({ ...standard, windowDays: 30 }, sha256)).not.toBe(hashOf(standard, sha256));
  });

  test('a definition survives being written down', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        expect(read(JSON.parse(JSON.stringify(definition)))).toEqual(E.right(definition));
      }),
    );
  });

  test.each([
    ['no stages', { stages: [], benchmark: [] }],
    ['a stage twice', { stages: ['prospect', 'prospect'], benchmark: [5, 1] }],
    ['a stage that is no id', { stages: ['pro spect'], benchmark: [1] }],
    ['a window that ends before it begins', { windowDays: -1 }],
    ['a window of half a day', { windowDays: 0.5 }],
    ['more figures than stages', { benchmark: [125, 25, 5, 1] }],
    ['fewer figures than stages', { benchmark: [5, 1] }],
    ['a figure of nothing', { benchmark: [25, 0, 1] }],
    ['another unit', { unit: 'customer' }],
    ['an unknown reach rule', { reach: 'constructor' }],
    ['an unknown entry rule', { entry: 'second' }],
    ['an unknown zone', { cohort: { cadence: 'month', zone: 'Mars/Olympus' } }],
  ])('refused: %s', (_, wrong) => {
    expect(E.isLeft(read({ ...standard, ...wrong }))).toBe(true);
  });

  test('a window of no days and none at all are windows', () => {
    expect(E.isRight(read({ ...standard, windowDays: 0 }))).toBe(true);
    expect(E.isRight(read({ ...standard, windowDays: null }))).toBe(true);
  });
});
