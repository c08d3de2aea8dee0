/** What one playbook says otherwise than another. */
import type { Json } from '@millrace/kernel';
import { sameJson } from '../same.js';
import type { Playbook } from './document.js';

/** A place where two playbooks differ: what stands there in each, if anything does. */
export interface PlaybookDifference {
  /** Keys from the top, joined by `/`; an item of a list goes by its id, role, list, size or class. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** Where two playbooks differ, at the smallest parts that do, in the order of the first. */
export const playbookDifferences = (before: Playbook, after: Playbook): ReadonlyArray<PlaybookDifference> =>
  differencesAt([], before as unknown as Json, after as unknown as Json);

type Path = ReadonlyArray<string>;

const differencesAt = (
  path: Path,
  before: Json | undefined,
  after: Json | undefined,
): ReadonlyArray<PlaybookDifference> => {
  if (before !== undefined && after !== undefined) {
    if (sameJson(before, after)) return [];
    const [old, young] = [partsOf(before), partsOf(after)];
    if (old !== undefined && young !== undefined) {
      const inside = [...new Set([...old.keys(), ...young.keys()])].flatMap((key) =>
        differencesAt([...path, key], old.get(key), young.get(key)),
      );
      if (inside.length > 0) return inside;
    }
  }
  return [
    { path: path.join('/'), ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  ];
};

/** What a value is made of, by name; nothing for a value without parts, or a list whose items have no names. */
const partsOf = (value: Json): ReadonlyMap<string, Json> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = (value as ReadonlyArray<Json>).map((item): readonly [string | undefined, Json] => [nameOf(item), item]);
  const names = named.flatMap(([name]) => name ?? []);
  return names.length === named.length && new Set(names).size === names.length
    ? new Map(named as ReadonlyArray<readonly [string, Json]>)
    : undefined;
};

const NAMES = ['id', 'role', 'list', 'size', 'class'];

const nameOf = (item: Json): string | undefined => {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const fields = new Map<string, Json>(Object.entries(item));
  const name = NAMES.map((field) => fields.get(field)).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : undefined;
};
