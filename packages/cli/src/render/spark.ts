const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A line of ranks, the first rank highest and `worst` lowest; a blank where there is no rank. */
export const sparkOfRanks = (ranks: ReadonlyArray<number | null>, worst: number): string =>
  ranks.map((rank) => (rank === null ? ' ' : (LEVELS[levelOf(rank, worst)] ?? ''))).join('');

const levelOf = (rank: number, worst: number): number =>
  worst <= 1 ? LEVELS.length - 1 : Math.round(((worst - rank) / (worst - 1)) * (LEVELS.length - 1));

/** At most `most` of some things, evenly spread, the first and the last among them. */
export const spread = <A>(all: ReadonlyArray<A>, most: number): ReadonlyArray<A> => {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))] as A);
};
