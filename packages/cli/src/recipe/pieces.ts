const PLACEHOLDER = /\{\{|\}\}|\{([^{}]*)\}/g;

/** A piece of a text: as it stands, or a column's cell. */
export type Piece = { readonly text: string } | { readonly column: string };

/** Takes a text apart at `{column}`; `{{` and `}}` stand for the braces themselves. */
export const piecesOf = (text: string): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push(match[1] === undefined ? { text: match[0].slice(1) } : { column: match[1] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
};
