/** Adds one to the count of a key. Keys are foreign strings, so counts are maps. */
export const addOne = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** The order of strings by code unit: the same on every machine, in every language. */
export const byText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** The same counts, in the order of their keys. */
export const sorted = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...counts].sort(([a], [b]) => byText(a, b)));

/** The order of things by a text of theirs. */
export const byTextOf =
  <Item>(textOf: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    byText(textOf(a), textOf(b));

/** The items of each key, in the order of the keys. */
export const grouped = <Item, Key extends string>(
  items: ReadonlyArray<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, ReadonlyArray<Item>> => {
  const groups = new Map<Key, Array<Item>>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return new Map([...groups].sort(([a], [b]) => byText(a, b)));
};
