import { isBlank, type ReadCell } from './cells.js';
import type { Row } from './csv.js';
import type { Condition, RecipeCommand } from './document.js';

type Cell = (reference: string) => ReadCell;

/** Whether a row meets all conditions. */
export const compileConditions = (conditions: ReadonlyArray<Condition>, cell: Cell): ((row: Row) => boolean) => {
  const checks = conditions.map((condition) => compileCondition(condition, cell));
  return (row) => checks.every((check) => check(row));
};

const compileCondition = ({ column, is, isNot, startsWith, blank }: Condition, cell: Cell): ((row: Row) => boolean) => {
  const read = cell(column);
  return (row) => {
    const text = read(row) ?? '';
    return (
      (is === undefined || is.includes(text)) &&
      !isNot?.includes(text) &&
      (startsWith === undefined || text.startsWith(startsWith)) &&
      (blank === undefined || isBlank(text) === blank)
    );
  };
};

/**
 * Whether a matching row is the one meant by `first` and `changed`. It remembers, so it is to be
 * asked about each matching row once, in order.
 */
export const compileOrder = ({ first, changed }: RecipeCommand, cell: Cell): ((row: Row) => boolean) => {
  const checks: Array<(row: Row) => boolean> = [];
  if (first !== undefined) {
    const keyOf = keyReader(first, cell);
    const seen = new Set<string>();
    checks.push((row) => {
      const key = keyOf(row);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }
  if (changed !== undefined) {
    const keyOf = keyReader(changed.key, cell);
    const valueIn = keyReader([changed.value], cell);
    const last = new Map<string, string>();
    checks.push((row) => {
      const [key, value] = [keyOf(row), valueIn(row)];
      const before = last.get(key);
      last.set(key, value);
      return before !== undefined && before !== value;
    });
  }
  return (row) => checks.map((check) => check(row)).every((met) => met);
};

const keyReader = (columns: ReadonlyArray<string>, cell: Cell): ((row: Row) => string) => {
  const reads = columns.map(cell);
  return (row) => JSON.stringify(reads.map((read) => read(row) ?? null));
};
