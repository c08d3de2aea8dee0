import type {
  AppendRefused,
  CommandId,
  CommandUnreadable,
  CorruptHistory,
  EncodeError,
  NotJson,
  OutcomeUnknown,
  StoreDamaged,
  StreamId,
  Unavailable,
  Unsupported,
} from '@millrace/kernel';

/** The business said no; nothing was recorded, and the same command may be asked again. */
export interface Refused<Refusal extends { readonly type: string } = { readonly type: string }> {
  readonly type: 'Refused';
  readonly command: string;
  readonly refusal: Refusal;
}

/** What was asked is no command of any registered module. */
export interface InvalidCommand {
  readonly type: 'InvalidCommand';
  /** Its type, empty where it has none. */
  readonly command: string;
  /** Paths lead from the command's own root. */
  readonly cause: CommandUnreadable | NotJson;
}

/** Who asks, or under what id, is not given as it must be. @source trust.md AU-3 */
export interface InvalidAsk {
  readonly type: 'InvalidAsk';
  readonly field: 'commandId' | 'actor' | 'role' | 'effectiveAt' | 'correlationId' | 'causationId';
  /** The text found, shortened to 100 characters, or the kind of value that stood there. */
  readonly found: string;
}

/** The command id was used before in this stream, which the command would write, for something else. @source trust.md LAW-6 */
export interface CommandReused {
  readonly type: 'CommandReused';
  readonly commandId: CommandId;
  readonly stream: StreamId;
}

/** Others kept writing to the same stream; nothing was recorded, and asking again may help. */
export interface Contended {
  readonly type: 'Contended';
  readonly stream: StreamId;
  readonly attempts: number;
}

/** Everything that can stand between a command and its receipt. */
export type ExecuteError =
  | Refused
  | InvalidCommand
  | InvalidAsk
  | CommandReused
  | Contended
  | CorruptHistory
  | EncodeError
  | AppendRefused
  | Unsupported
  | Unavailable
  | OutcomeUnknown
  | StoreDamaged;
