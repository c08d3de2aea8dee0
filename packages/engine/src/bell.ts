/** A bell that readers wait for and writers ring. */
export interface Bell {
  readonly ring: () => void;
  /** Rings so far. */
  readonly rings: () => number;
  /** Settles once it has rung more than `rings` times, after `millis`, or when the signal is aborted. */
  readonly after: (rings: number, signal: AbortSignal, millis?: number) => Promise<void>;
}

/** Makes a {@link Bell}. */
export const bell = (): Bell => {
  const waiting = new Set<() => void>();
  let count = 0;
  return {
    rings: () => count,
    ring: () => {
      count += 1;
      if (waiting.size > 0) for (const wake of [...waiting]) wake();
    },
    after: (rings, signal, millis) =>
      new Promise((resolve) => {
        if (signal.aborted || count > rings) return resolve();
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = millis === undefined ? undefined : setTimeout(wake, millis);
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      }),
  };
};
