import type { CommandUnreadable, CorruptHistory, NotJson, Unreadable } from '@millrace/kernel';
import type {
  BoardRefusal,
  CustomerRefusal,
  GovernanceRefusal,
  PeriodRefusal,
  PersonRefusal,
  PlaybookRefusal,
  PledgeRefusal,
  ProjectEvent,
  ProjectRefusal,
  SaleRefusal,
  UnitRefusal,
} from '@millrace/sales';
import type { CsvFault, Failure } from '../failure.js';
import type { AmountFault, Wanted } from '../recipe/fill.js';
import type { Rejection } from '../recipe/import.js';
import type { help } from './en/help.js';
import type { pipelineWords } from './en/projects/pipeline-words.js';
import type { projectWords } from './en/projects/words.js';
import type { words } from './en/words.js';

type RowCause = Exclude<Rejection['cause']['type'], 'Refused' | 'NotA'>;

/** Why stored or given data is not what it should be. */
export type Cause = CommandUnreadable | CorruptHistory['cause'] | Unreadable | NotJson;

type TrunkRefusal = (CustomerRefusal | PlaybookRefusal)['type'];

type PerformanceRefusal = Exclude<
  (BoardRefusal | PeriodRefusal | PersonRefusal | PledgeRefusal | SaleRefusal | UnitRefusal)['type'] | Governance,
  'NoPlaybook' | 'EffectiveInFuture' | 'EffectiveBeforeLast' | 'UndefinedTerm' | 'CustomerUnknown'
>;

/** Refusals that only projects know. */
export type ProjectsRefusal = Exclude<ProjectRefusal['type'], TrunkRefusal | PerformanceRefusal>;

type Governance = GovernanceRefusal['type'];

/** Everything the program says, in one language; `{name}` stands for a field of what is told. */
export interface Texts {
  readonly failures: { readonly [Type in Failure['type']]: string };
  readonly csvFaults: { readonly [Fault in CsvFault]: string };
  readonly rows: { readonly [Type in RowCause]: string };
  readonly notA: { readonly [What in Wanted['what']]: string };
  readonly moneyErrors: { readonly [Type in AmountFault['type']]: string };
  readonly causes: { readonly [Type in Cause['type']]: string };
  /** What was expected, by the name of its codec; what is left out is said by that name. */
  readonly forms: { readonly [name: string]: string };
  readonly refusals: { readonly [Type in Exclude<TrunkRefusal, PerformanceRefusal>]: string };
  readonly performanceRefusals: { readonly [Type in PerformanceRefusal]: string };
  readonly projectRefusals: { readonly [Type in ProjectsRefusal]: string };
  /** What happened to a project, in a few words. */
  readonly projectEvents: { readonly [Type in ProjectEvent['type']]: string };
  readonly words: {
    readonly [Word in keyof typeof words | keyof typeof projectWords | keyof typeof pipelineWords]: string;
  };
  readonly help: { readonly [Topic in keyof typeof help]: string };
  /** Headings of the help; what is left out stays as it is. */
  readonly titles: { readonly [title: string]: string };
  /** Faults of the command line by the parser's code; what is left out is said by the parser. */
  readonly usage: { readonly [code: string]: string };
}
