import { setTimeout } from 'node:timers/promises';
import { bell, type Pull } from '@millrace/engine';
import type { Batch, Position, ReadError, StoredEvent } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

const event = (position: Position): StoredEvent => ({ position }) as StoredEvent;

/** A log of numbers that grows by hand, and tells what was asked of it. */
export const logOf = (count: number) => {
  const events = Array.from({ length: count }, (_, i) => event(i + 1));
  const news = bell();
  const asked: Array<readonly [after: Position, limit: number]> = [];
  let waits = 0;
  const source: Pull = {
    readAll: (after, limit) => async () => {
      asked.push([after, limit]);
      const page = events.filter(({ position }) => position > after).slice(0, limit);
      return E.right<ReadError, Batch>({ events: page, upTo: page.at(-1)?.position ?? after });
    },
    head: async () => E.right(events.length),
    mark: () => {
      const rings = news.rings();
      return (signal) => {
        waits += 1;
        return news.after(rings, signal);
      };
    },
  };
  const grow = (): void => {
    events.push(event(events.length + 1));
    news.ring();
  };
  /** Settles when it was waited so many times for more. */
  const idle = async (times: number): Promise<void> => {
    while (waits < times) await setTimeout(1);
  };
  return { source, grow, asked, idle, waits: () => waits };
};
