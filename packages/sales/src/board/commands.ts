/** What can be asked of a published board. */
import { BusinessId, type CommandOf, commandSet, Instant, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { BoardDefinition } from './definition.js';
import { CorrectionReason } from './events.js';

/** What was derived: `rows` of them, whose ids and numbers have this SHA-256 in hexadecimal. */
const shown = { asOf: Instant, knownAt: SafeInteger, rows: SafeInteger, digest: t.string };

const specs = {
  PublishLeaderboard: struct({ board: BusinessId, definition: BoardDefinition, ...shown }),
  CorrectLeaderboard: struct({ board: BusinessId, reason: CorrectionReason, ...shown }),
};

export type BoardCommand = CommandOf<typeof specs>;
export const boardCommands = commandSet(specs);
export type CommandTo<Type extends BoardCommand['type']> = Extract<BoardCommand, { type: Type }>;
