import type { RecipeCommand, RecipeFile } from './document.js';
import type { Template } from './template-codec.js';

/** A column that a recipe names, and the keys that lead to the place. */
export interface Reference {
  readonly path: string;
  readonly column: string;
}

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

/** The texts in a template, with their paths; formats and zones are none. */
const textsOf = (template: Template, path: string): ReadonlyArray<{ readonly path: string; readonly text: string }> => {
  if (typeof template === 'string') return [{ path, text: template }];
  if (typeof template !== 'object') return [];
  const isDated = '$time' in template || '$date' in template;
  return Object.entries(template)
    .filter(([name]) => !isDated || name.startsWith('$'))
    .flatMap(([name, inner]) => textsOf(inner as Template, `${path}/${name}`));
};

/** Every column that a template names, and the keys that lead there from `path`. */
export const columnsOf = (template: Template, path: string): ReadonlyArray<Reference> =>
  textsOf(template, path).flatMap((found) =>
    piecesOf(found.text).flatMap((piece) => ('column' in piece ? [{ path: found.path, column: piece.column }] : [])),
  );

const inCommand = ({ fields, when = [], first = [], changed, time }: RecipeCommand, path: string) => [
  ...when.map(({ column }, i) => ({ path: `${path}/when/${i}/column`, column })),
  ...first.map((column, i) => ({ path: `${path}/first/${i}`, column })),
  ...(changed?.key ?? []).map((column, i) => ({ path: `${path}/changed/key/${i}`, column })),
  ...(changed === undefined ? [] : [{ path: `${path}/changed/value`, column: changed.value }]),
  ...(time === undefined ? [] : [{ path: `${path}/time/column`, column: time.column }]),
  ...columnsOf(fields, `${path}/fields`),
];

/** Every column that a file of a recipe names. */
export const referencesOf = ({ time, commands }: RecipeFile, path: string): ReadonlyArray<Reference> => [
  { path: `${path}/time/column`, column: time.column },
  ...commands.flatMap((command, i) => inCommand(command, `${path}/commands/${i}`)),
];
