import { widthOf } from './width.js';

/** Where a line may be broken: after a blank or a mark, before a capital that follows a small letter. */
const BREAKS = /(?<=[\s,;/}\]]|":)|(?<=\p{Ll})(?=\p{Lu})/u;

const segmenter = new Intl.Segmenter();

/** The parts of a text that are better not broken. */
export const piecesOf = (text: string): ReadonlyArray<string> => text.split(BREAKS);

/** Breaks a text into lines no wider than `width` columns: between its pieces, else wherever it must be. */
export const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = [];
  let line = '';
  const add = (piece: string): void => {
    if (line !== '' && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  };
  for (const piece of piecesOf(text)) {
    if (widthOf(piece.trimEnd()) <= width) add(piece);
    else for (const { segment } of segmenter.segment(piece)) add(segment);
  }
  return [...lines, line.trimEnd()];
};
