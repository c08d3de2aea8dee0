import type { RecipeCommand, RecipeFile, TimeColumn } from './document.js';
import { piecesOf } from './pieces.js';
import type { Template } from './template-codec.js';

/** A column that a recipe names, and the keys that lead to the place. */
export interface Reference {
  readonly path: string;
  readonly column: string;
}

/** The texts in a template, with their paths; formats and zones are none. */
const textsOf = (template: Template, path: string): ReadonlyArray<{ readonly path: string; readonly text: string }> => {
  if (typeof template === 'string') return [{ path, text: template }];
  if (typeof template !== 'object') return [];
  const isDated = '$time' in template || '$date' in template || '$period' in template;
  return Object.entries(template)
    .filter(([name]) => !isDated || name.startsWith('$'))
    .flatMap(([name, inner]) => textsOf(inner as Template, `${path}/${name}`));
};

/** Every column that a template names, and the keys that lead there from `path`. */
export const columnsOf = (template: Template, path: string): ReadonlyArray<Reference> =>
  textsOf(template, path).flatMap((found) =>
    piecesOf(found.text).flatMap((piece) => ('column' in piece ? [{ path: found.path, column: piece.column }] : [])),
  );

const inTime = (time: TimeColumn | undefined, path: string): ReadonlyArray<Reference> =>
  time?.column === undefined ? [] : [{ path: `${path}/column`, column: time.column }];

const inCommand = ({ fields, when = [], first = [], changed, time }: RecipeCommand, path: string) => [
  ...when.map(({ column }, i) => ({ path: `${path}/when/${i}/column`, column })),
  ...first.map((column, i) => ({ path: `${path}/first/${i}`, column })),
  ...(changed?.key ?? []).map((column, i) => ({ path: `${path}/changed/key/${i}`, column })),
  ...(changed === undefined ? [] : [{ path: `${path}/changed/value`, column: changed.value }]),
  ...inTime(time, `${path}/time`),
  ...columnsOf(fields, `${path}/fields`),
];

/** Every column that a file of a recipe names. */
export const referencesOf = ({ time, commands }: RecipeFile, path: string): ReadonlyArray<Reference> => [
  ...inTime(time, `${path}/time`),
  ...commands.flatMap((command, i) => inCommand(command, `${path}/commands/${i}`)),
];
