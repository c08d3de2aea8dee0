import type { ExecuteError } from '@millrace/engine';
import type { PlaybookRefusal } from '@millrace/sales';
import type { OpenError } from '@millrace/store-sqlite';
import type {
  BoardQuestionError,
  PledgeQuestionError,
  PledgeUnknown,
  ProjectUnknown,
  QuestionError,
  SettlementError,
  TemplateError,
  UnknownStage,
} from 'millrace';
import type { RowError } from './send.js';

/** Why a whole file cannot be read as CSV. */
export type CsvFault = 'notUtf8' | 'noHeader' | 'doubledColumn' | 'openQuote' | 'strayQuote' | 'textAfterQuote';

/** What stands between the user and an answer. */
export type Failure =
  | { readonly type: 'RecipeMissing'; readonly file: string; readonly message: string }
  | { readonly type: 'RecipeNotJson'; readonly file: string; readonly message: string }
  | BadRecipe
  | { readonly type: 'PlaybookRefused'; readonly file: string; readonly refusal: PlaybookRefusal }
  | { readonly type: 'PlaybookFileMissing'; readonly file: string; readonly message: string }
  | { readonly type: 'PlaybookNotJson'; readonly file: string; readonly message: string }
  | (RecipeFault & { readonly type: 'BadPlaybook'; readonly file: string })
  /** No playbook of that version was published. */
  | { readonly type: 'VersionUnknown'; readonly file: string; readonly version: string }
  | { readonly type: 'DataFileMissing'; readonly file: string; readonly path: string; readonly message: string }
  | {
      readonly type: 'DataFileUnreadable';
      readonly file: string;
      readonly row: number;
      readonly fault: CsvFault;
      /** Where the fault is of a column. */
      readonly column: string;
    }
  | ColumnMissing
  | { readonly type: 'LookupKeyDoubled'; readonly file: string; readonly row: number; readonly key: string }
  | {
      readonly type: 'LookupRowUnreadable';
      readonly file: string;
      readonly row: number;
      readonly expected: number;
      readonly found: number;
    }
  /** Of a file whose rows are grouped: nobody knows which group lacks it. */
  | {
      readonly type: 'GroupedRowUnreadable';
      readonly file: string;
      readonly row: number;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly type: 'RejectedFileUnwritable'; readonly file: string; readonly message: string }
  | { readonly type: 'AnotherPlaybook'; readonly file: string; readonly inForce: string; readonly wanted: string }
  /** The demo's commands do not fit what the database holds. */
  | { readonly type: 'DemoTurnedDown'; readonly file: string; readonly cause: RowError }
  | { readonly type: 'BadOption'; readonly option: string; readonly expected: string; readonly found: string }
  | { readonly type: 'StreamUnknown'; readonly file: string; readonly stream: string }
  | { readonly type: 'CustomerUnknown'; readonly file: string; readonly customer: string }
  | { readonly type: 'PersonUnknown'; readonly file: string; readonly person: string }
  | { readonly type: 'UnitUnknown'; readonly file: string; readonly unit: string }
  | OpenError
  | UnknownStage
  | (DatabaseFault & { readonly file: string });

/** Faults of an open database; the program knows which file it is. */
export type DatabaseFault =
  | QuestionError
  | BoardQuestionError
  | PledgeQuestionError
  | PledgeUnknown
  | ProjectUnknown
  | TemplateError
  | SettlementError
  | ExecuteError;

/** Where a recipe says something that cannot be. */
export interface RecipeFault {
  /** The keys that lead to the fault, joined by `/`. */
  readonly path: string;
  /** The name of a form that people can be told about, or its own words. */
  readonly expected: string;
  readonly found: string;
}

export interface BadRecipe extends RecipeFault {
  readonly type: 'BadRecipe';
  readonly file: string;
}

/** A column that a recipe names and a file does not have. */
export interface ColumnMissing {
  readonly type: 'ColumnMissing';
  readonly file: string;
  readonly column: string;
  /** The keys of the recipe that lead to the column's name, joined by `/`. */
  readonly path: string;
  /** The columns there are. */
  readonly columns: ReadonlyArray<string>;
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
  /** The recipe, a data file or the file for rejected rows cannot be used. */
  badInput: 4,
  /** The database is missing, locked, damaged, newer or not one of ours. */
  database: 5,
  /** The database follows another playbook, or none. */
  playbook: 6,
  /** The rules refuse what was asked for. */
  refused: 7,
} as const;

/** The exit code of a failure. */
export const exitOf = ({ type }: Failure): number => {
  switch (type) {
    case 'BadOption':
    case 'StreamUnknown':
    case 'CustomerUnknown':
    case 'ProjectUnknown':
    case 'TemplateNeeded':
    case 'NoSuchTemplate':
    case 'VersionUnknown':
    case 'UnknownStage':
    case 'InvalidDefinition':
    case 'PersonUnknown':
    case 'UnitUnknown':
    case 'PeriodNotOpened':
    case 'PledgeUnknown':
    case 'NotAPeriod':
      return EXIT.usage;
    case 'RecipeMissing':
    case 'RecipeNotJson':
    case 'BadRecipe':
    case 'PlaybookRefused':
    case 'PlaybookFileMissing':
    case 'PlaybookNotJson':
    case 'BadPlaybook':
    case 'DataFileMissing':
    case 'DataFileUnreadable':
    case 'ColumnMissing':
    case 'LookupKeyDoubled':
    case 'LookupRowUnreadable':
    case 'GroupedRowUnreadable':
    case 'RejectedFileUnwritable':
      return EXIT.badInput;
    case 'AnotherPlaybook':
    case 'NoPlaybookPublished':
    case 'NoProjects':
      return EXIT.playbook;
    case 'Refused':
    case 'EarlierNotSettled':
      return EXIT.refused;
    default:
      return EXIT.database;
  }
};
