import type { Governed, Ruled as RuledMoment } from '../governance/index.js';
import type { Person } from '../person/readable.js';
import type { Project } from './state.js';

/** What a decision about a project reads besides the project. */
export interface Others {
  /** The record of everybody whom the command names on our side. */
  readonly people: ReadonlyMap<string, Person>;
  /** Customers named that are entered. */
  readonly entered: ReadonlySet<string>;
  /** Other projects named: what is a duplicate of, or the extension. */
  readonly projects: ReadonlyMap<string, Project>;
}

/** What the engine gives to a decision. */
export type ProjectContext = Governed & Others;

/** The same, once a playbook is known to be in force. */
export type Ruled = RuledMoment & Others;
