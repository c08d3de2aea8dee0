import { Presets, SingleBar } from 'cli-progress';
import type { Io } from '../io.js';

/** Work under way, as people see it. */
export interface Progress {
  readonly at: (done: number) => void;
  readonly end: () => void;
}

/** Announces work of a size that is known; the word is what people read beside the bar. */
export type Watch = (work: Work, total: number) => Progress;

/** What takes a while. */
export type Work = 'reading' | 'planning' | 'importing' | 'replaying' | 'simulating';

const SILENT: Progress = { at: () => undefined, end: () => undefined };

/** Watches nothing. */
export const unwatched: Watch = () => SILENT;

/** Draws a bar on the terminal, with a word for the work; nothing where nobody watches. */
export const watchOn = ({ progress: stream }: Io, words: { readonly [Name in Work]: string }): Watch => {
  if (stream === undefined) return unwatched;
  return (work, total) => {
    if (total === 0) return SILENT;
    const drawn = new SingleBar(
      { format: `${words[work]} {bar} {percentage}% {value}/{total} {eta_formatted}`, stream, clearOnComplete: true },
      Presets.shades_classic,
    );
    drawn.start(total, 0);
    return { at: (done) => drawn.update(done), end: () => drawn.stop() };
  };
};
