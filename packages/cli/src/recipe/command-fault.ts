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
export const isConstantAt = (template: Template | undefined, keys: ReadonlyArray<string>): boolean => {
  if (typeof template === 'string') return piecesOf(template).every((piece) => 'text' in piece);
  if (typeof template !== 'object') return true;
  if (Object.keys(template).some((name) => name.startsWith('$'))) return false;
  const [key, ...rest] = keys;
  if (key === undefined) return true;
  return isConstantAt(new Map<string, Template>(Object.entries(template)).get(key), rest);
};
