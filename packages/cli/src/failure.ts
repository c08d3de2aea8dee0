import type { ExecuteError } from '@millrace/engine';
import type { OpenError } from '@millrace/store-sqlite';
import type { QuestionError, UnknownStage } from 'millrace';

/** What stands between the user and an answer. */
export type Failure =
  | { readonly type: 'RecipeMissing'; readonly file: string; readonly message: string }
  | { readonly type: 'RecipeNotJson'; readonly file: string; readonly message: string }
  /** `path`: the keys that lead to the fault, joined by `/`. */
  | BadRecipe
  | { readonly type: 'DataFileMissing'; readonly file: string; readonly path: string; readonly message: string }
  | { readonly type: 'DataFileUnreadable'; readonly file: string; readonly row: number; readonly message: string }
  | { readonly type: 'ColumnMissing'; readonly file: string; readonly column: string; readonly path: string }
  | { readonly type: 'LookupKeyDoubled'; readonly file: string; readonly row: number; readonly key: string }
  | { readonly type: 'RejectedFileUnwritable'; readonly file: string; readonly message: string }
  | { readonly type: 'AnotherPlaybook'; readonly inForce: string; readonly wanted: string }
  | { readonly type: 'BadOption'; readonly option: string; readonly expected: string; readonly found: string }
  | { readonly type: 'StreamUnknown'; readonly stream: string }
  | { readonly type: 'CustomerUnknown'; readonly customer: string }
  | { readonly type: 'PlaybookRefused'; readonly reason: string }
  | OpenError
  | QuestionError
  | UnknownStage
  | Exclude<ExecuteError, { readonly type: 'Refused' }>;

/** A recipe that says something that cannot be. */
export interface BadRecipe {
  readonly type: 'BadRecipe';
  readonly file: string;
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** What a run of the program ends with. */
export const EXIT = {
  ok: 0,
  /** A fault of the program itself. */
  unexpected: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The import is finished; some rows were rejected. */
  rejectedRows: 3,
  /** The recipe or a data file cannot be used; nothing was imported. */
  badInput: 4,
  /** The database is missing, locked, damaged, newer or not one of ours. */
  database: 5,
  /** The database follows another playbook, or none. */
  playbook: 6,
} as const;

/** The exit code of a failure. */
export const exitOf = ({ type }: Failure): number => {
  switch (type) {
    case 'BadOption':
    case 'StreamUnknown':
    case 'CustomerUnknown':
    case 'UnknownStage':
    case 'InvalidDefinition':
      return EXIT.usage;
    case 'RecipeMissing':
    case 'RecipeNotJson':
    case 'BadRecipe':
    case 'DataFileMissing':
    case 'DataFileUnreadable':
    case 'ColumnMissing':
    case 'LookupKeyDoubled':
    case 'RejectedFileUnwritable':
    case 'PlaybookRefused':
      return EXIT.badInput;
    case 'AnotherPlaybook':
    case 'NoPlaybookPublished':
      return EXIT.playbook;
    default:
      return EXIT.database;
  }
};
