/** The streams in one log, each in its own order; `picks` says which goes on. */
export const weave = <Event>(
  streams: ReadonlyArray<ReadonlyArray<Event>>,
  picks: Iterable<number>,
): ReadonlyArray<Event> => {
  const left = streams.map((stream) => [...stream]);
  const woven: Array<Event> = [];
  for (const pick of picks) {
    const open = left.filter(({ length }) => length > 0);
    const next = open[pick % Math.max(1, open.length)]?.shift();
    if (next === undefined) return woven;
    woven.push(next);
  }
  return woven;
};
