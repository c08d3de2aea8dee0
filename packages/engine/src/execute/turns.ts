import type { StreamId } from '@millrace/kernel';

/**
 * What is about one stream waits for each other here, in the order it came: of those that run side
 * by side only one could win, and the others would have run for nothing.
 */
export interface Turns {
  readonly take: <A>(stream: StreamId, run: () => Promise<A>) => Promise<A>;
}

/** Makes the turns of one engine. */
export const turns = (): Turns => {
  const lastOf = new Map<StreamId, Promise<unknown>>();
  return {
    take: (stream, run) => {
      const before = lastOf.get(stream);
      const mine = before === undefined ? run() : before.then(run, run);
      const leave = (): void => {
        if (lastOf.get(stream) === mine) lastOf.delete(stream);
      };
      lastOf.set(stream, mine);
      mine.then(leave, leave);
      return mine;
    },
  };
};
