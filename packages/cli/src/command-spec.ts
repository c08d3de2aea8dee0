import type { Option } from 'commander';
import type { Ended } from './session.js';

/** What a command of the program is: how it is called, what it does, what it may be told. */
export interface CommandSpec {
  readonly usage: string;
  readonly summary: string;
  readonly options: ReadonlyArray<Option>;
  readonly action: (argument: string, options: never, more: ReadonlyArray<string>) => Promise<Ended>;
}
