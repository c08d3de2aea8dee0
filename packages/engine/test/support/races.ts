import type { Ask, Engine } from '@millrace/engine';
import type { EventStore } from '@millrace/kernel';
import { jarEngine, right } from './engines.js';
import { racing } from './faulty.js';

/** An engine of jars whose first append is preceded by what somebody else asks. */
export const overtaken = (store: EventStore, ...asks: ReadonlyArray<Ask>): Engine => {
  const other = jarEngine(store);
  return jarEngine(
    racing(store, async (n) => {
      if (n === 1) for (const one of asks) right(await other.execute(one)());
    }),
  );
};
