import type { InvalidCommand } from '@millrace/engine';
import type { RecipeFault } from '../failure.js';
import type { RowFault } from './fill.js';
import { piecesOf } from './pieces.js';
import type { Rule } from './rules.js';
import type { Template } from './template-codec.js';

/** A command that a row would make, and that is none. */
export type CommandFault = InvalidCommand;

/** The recipe's own fault behind a row's, where no row could make it right: an unknown, missing or constant field. */
export const recipeFaultOf = (
  fault: RowFault | CommandFault,
  { command, path }: Pick<Rule, 'command' | 'path'>,
): RecipeFault | undefined => {
  if (fault.type !== 'InvalidCommand') return undefined;
  const { cause } = fault;
  if (cause.type === 'NotJson') return undefined;
  if (cause.type === 'Mismatch') {
    // Of the command as a whole: what its rows make of it, not what stands in the recipe.
    if (cause.path === '') return undefined;
    const isConstant = isConstantAt(command.fields, cause.path.split('/'));
    const { expected, found } = cause;
    return isConstant ? { path: `${path}/fields/${cause.path}`, expected, found } : undefined;
  }
  if (cause.type === 'UnknownCommand') return undefined;
  const found = JSON.stringify(cause.path.split('/').at(-1));
  return { path: `${path}/fields/${cause.path}`, expected: 'knownField', found };
};

/** Whether every row gets the same at some keys of a template: a constant, or nothing. */
export const isConstantAt = (template: Template | undefined, keys: ReadonlyArray<string>): boolean =>
  isConstantIn(template, keys, true);

const isConstantIn = (
  template: Template | undefined,
  [key, ...rest]: ReadonlyArray<string>,
  isRoot = false,
): boolean => {
  if (typeof template === 'string') return piecesOf(template).every((piece) => 'text' in piece);
  if (typeof template !== 'object') return true;
  if (Object.keys(template).some((name) => name.startsWith('$'))) return false;
  if (key === undefined) return true;
  if (Array.isArray(template)) return itemsAt(template, Number(key)).every((item) => isConstantIn(item, rest));
  const inner = new Map<string, Template>(Object.entries(template)).get(key);
  // Which fields an inner object has to have may hang on those that a row leaves out.
  if (inner === undefined && !isRoot) return !Object.values(template).some(isOptional);
  return isConstantIn(inner, rest);
};

/** What may stand at a place of a list: items move up where a row leaves one out before them. */
const itemsAt = (items: ReadonlyArray<Template>, place: number): ReadonlyArray<Template> =>
  items.slice(place, items.slice(0, place).some(isOptional) ? undefined : place + 1);

const isOptional = (template: Template): boolean => typeof template === 'object' && '$optional' in template;
