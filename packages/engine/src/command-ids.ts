import type { CommandId } from '@millrace/kernel';
import { v5, v7 } from 'uuid';

/** A new id for the command of a person, in order of time. @source RFC 9562, version 7 */
export const newCommandId = (): CommandId => v7() as CommandId;

const IMPORTS = '0c6f3f52-2b0e-4f43-9f0a-6f7a2a1f9f7e';

/** The id that the same parts always give: for commands that an importer may send again. @source RFC 9562, version 5 */
export const commandIdOf = (...parts: ReadonlyArray<string | number>): CommandId =>
  v5(JSON.stringify(parts), IMPORTS) as CommandId;
