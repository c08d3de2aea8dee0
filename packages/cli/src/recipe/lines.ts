const CR = 0x0d;
const LF = 0x0a;

interface Stretch {
  /** Where to stop; the end of the bytes when left out. */
  readonly end?: number;
  /** Stop before anything that is no line break. */
  readonly blankOnly?: boolean;
}

/** Counts line breaks from `start` on: LF, CR, and CR LF as one. */
export const breaksIn = (
  bytes: Uint8Array,
  start: number,
  { end = bytes.length, blankOnly = false }: Stretch,
): { readonly bytes: number; readonly breaks: number } => {
  let breaks = 0;
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) breaks += 1;
    else if (blankOnly && byte !== CR) break;
  }
  return { bytes: at - start, breaks };
};

/** The number of the first line, from 1, for which `is` holds; of the last where it holds for none. */
export const lineOfFirst = (bytes: Buffer, is: (line: Buffer) => boolean): number => {
  let [number, start] = [1, 0];
  for (let end = bytes.indexOf(LF); end >= 0 && !is(bytes.subarray(start, end)); end = bytes.indexOf(LF, start)) {
    number += 1;
    start = end + 1;
  }
  return number;
};
