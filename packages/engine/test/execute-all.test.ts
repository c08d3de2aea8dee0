import { describe, expect, test } from 'vitest';
import { ask, emptyStore, jarEngine, left, lines, put, right, take } from './support/engines.js';
import { racing } from './support/faulty.js';

describe('another writer in the middle of a batch', () => {
  test('LAW-11 an event of another at the very revision foreseen is not taken for the one foreseen', async () => {
    const store = emptyStore();
    const other = jarEngine(store);
    right(await other.execute(ask(put('a', 5)))());
    const engine = jarEngine(racing(store, async (append) => append === 1 && other.execute(ask(take('a', 5)))()));
    const answers = await engine.executeAll([ask(take('a', 1)), ask(take('a', 4))])();
    for (const answer of answers) expect(left(answer)).toMatchObject({ refusal: { type: 'TooFewCoins', coins: 0 } });
    expect(await lines(store)).toEqual(['a +5', 'a -5']);
  });
});
