import { Presets, SingleBar } from 'cli-progress';
import type { Io } from '../io.js';

/** Work under way, as people see it. */
export interface Progress {
  readonly at: (done: number) => void;
  readonly end: () => void;
}

const SILENT: Progress = { at: () => undefined, end: () => undefined };

/** A bar on the terminal; nothing where nobody watches. */
export const progressOf = ({ progress: stream }: Io, title: string, total: number): Progress => {
  if (stream === undefined || total === 0) return SILENT;
  const drawn = new SingleBar(
    { format: `${title} {bar} {percentage}% {value}/{total} {eta_formatted}`, stream, clearOnComplete: true },
    Presets.shades_classic,
  );
  drawn.start(total, 0);
  return { at: (done) => drawn.update(done), end: () => drawn.stop() };
};
