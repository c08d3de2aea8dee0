/** A process goes in batches. */
import { describe, expect, test } from 'vitest';
import { batchesOf, type Step } from '../src/processes/sending.js';

const steps = (count: number, atMost?: number): ReadonlyArray<Step> =>
  Array.from({ length: count }, (_, i) => ({
    of: [i],
    command: { type: 'SettlePledge' },
    ...(atMost === undefined ? {} : { atMost }),
  }));
const sizes = (of: ReadonlyArray<Step>) => batchesOf(of).map(({ length }) => length);

describe('a batch ORG-48', () => {
  test('makes at most 1,000 events, however many rewards a pledge earns', () => {
    expect(sizes(steps(1_001, 5))).toEqual([200, 200, 200, 200, 200, 1]);
    expect(sizes([...steps(333, 3), ...steps(2)])).toEqual([334, 1]);
    expect(sizes(steps(2, 1_001))).toEqual([1, 1]);
    expect(sizes([])).toEqual([]);
    const all = steps(777, 2);
    expect(batchesOf(all).flat()).toEqual(all);
  });
});
