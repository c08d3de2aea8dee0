import { type Ask, commandIdOf } from '@millrace/engine';
import { instantAt } from './staff.js';

/** Changes with anything that changes a command of the demo. */
const EDITION = 'demo-2';

/** Something that is done at a time. */
export interface Timed {
  readonly at: number;
  readonly ask: Ask;
}

/** Who does it, and in which role. */
interface By {
  readonly actor: string;
  readonly role: string;
}

export const OPERATOR: By = { actor: 'operator', role: 'operator' };

/** A command at a time, under an id made of what it is about. */
export const step = (at: number, by: By, of: ReadonlyArray<string | number>, command: Ask['command']): Timed => ({
  at,
  ask: { ...by, command, commandId: commandIdOf(EDITION, ...of), effectiveAt: instantAt(at) },
});
