/** The order of two keys: below zero where the first stands before. */
export type Order<Key> = (a: Key, b: Key) => number;

/** Distinct keys kept in order, which can say how many stand before one. */
export interface SortedList<Key> {
  /** Puts a key where it belongs; it must not be there yet. */
  readonly insert: (key: Key) => void;
  /** Takes a key out; it must be there. */
  readonly remove: (key: Key) => void;
  /** How many keys stand before `key`, which need not be in the list itself. */
  readonly before: (key: Key) => number;
  /** The first `count` keys. */
  readonly first: (count: number) => ReadonlyArray<Key>;
}

/** A block of twice as many keys is cut in two: small enough to shift, large enough to have few. */
const HALF = 128;

/**
 * A sorted list in blocks of up to 256 keys. To find a key takes two binary searches; to count those
 * before it, one addition a block.
 */
export const sortedList = <Key>(order: Order<Key>): SortedList<Key> => {
  const blocks: Array<Array<Key>> = [];
  /** As long as `blocks`, apart from them to be counted fast. */
  const sizes: Array<number> = [];

  /** The last block that does not begin after `key`, or the first. */
  const blockOf = (key: Key): number => Math.max(0, partition(blocks, ([head]) => order(head as Key, key) <= 0) - 1);

  const placeIn = (block: ReadonlyArray<Key>, key: Key): number => partition(block, (one) => order(one, key) < 0);

  const cut = (at: number, block: Array<Key>): void => {
    const rest = block.splice(HALF);
    blocks.splice(at + 1, 0, rest);
    sizes.splice(at, 1, block.length, rest.length);
  };

  return {
    insert: (key) => {
      const at = blockOf(key);
      const block = blocks[at];
      if (block === undefined) {
        blocks.push([key]);
        sizes.push(1);
        return;
      }
      block.splice(placeIn(block, key), 0, key);
      sizes[at] = block.length;
      if (block.length === 2 * HALF) cut(at, block);
    },
    remove: (key) => {
      const at = blockOf(key);
      const block = blocks[at] ?? [];
      block.splice(placeIn(block, key), 1);
      sizes[at] = block.length;
      if (block.length > 0) return;
      blocks.splice(at, 1);
      sizes.splice(at, 1);
    },
    before: (key) => {
      const at = blockOf(key);
      let count = placeIn(blocks[at] ?? [], key);
      for (let i = 0; i < at; i++) count += sizes[i] as number;
      return count;
    },
    first: (count) => {
      const keys: Array<Key> = [];
      for (const block of blocks) {
        if (keys.length >= count) break;
        keys.push(...block.slice(0, count - keys.length));
      }
      return keys;
    },
  };
};

/** How many items at the front fulfil a condition that none behind them does. */
const partition = <Item>(items: ReadonlyArray<Item>, isFront: (item: Item) => boolean): number => {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isFront(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
};
