/** Projects under real commands: each is asked of the decider, as an engine would. */
import { type Instant, replay } from '@millrace/kernel';
import {
  initialProject,
  type ProcessTemplate,
  type Project,
  type ProjectCommand,
  type ProjectContext,
  type ProjectEvent,
  projectModule,
  projectStream,
} from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { Placed } from '../recorded.js';
import { projectContext, versionsOf } from './context.js';

/** A command that was answered with events. */
interface Accepted {
  readonly command: ProjectCommand;
  readonly context: ProjectContext;
  readonly happened: ReadonlyArray<Placed<ProjectEvent>>;
}

/** Projects under one playbook. */
export interface Play {
  readonly accepted: ReadonlyArray<Accepted>;
  /** Types of the refusals, in order. */
  readonly refused: ReadonlyArray<string>;
  readonly stateOf: (project: string) => Project;
  /** The same rules under another version, to which projects may migrate. */
  readonly publishAgain: () => void;
  readonly ask: (command: ProjectCommand, now: Instant, effectiveAt?: Instant) => void;
}

const { decider, elsewhere } = projectModule;

/** Nothing has happened yet. */
export const playOf = (template: ProcessTemplate): Play => {
  const [first, second] = versionsOf(template);
  let playbook = first;
  const states = new Map<string, Project>();
  const accepted: Array<Accepted> = [];
  const refused: Array<string> = [];

  const stateOf = (project: string): Project => states.get(project) ?? initialProject;

  /** Where an event goes: what it begins elsewhere, or the project it was asked of. */
  const record = (event: ProjectEvent, command: ProjectCommand): Placed<ProjectEvent> => {
    const stream = elsewhere?.(event, command) ?? projectStream(command.project);
    const project = stream.slice('project-'.length);
    const state = stateOf(project);
    states.set(project, replay(decider, [event], state));
    return { stream, revision: state.times.length, event };
  };

  const ask: Play['ask'] = (command, now, effectiveAt = now) => {
    const context = projectContext(playbook, new Map(states), now, effectiveAt);
    const answer = decider.decide(command, stateOf(command.project), context);
    if (E.isLeft(answer)) refused.push(answer.left.type);
    else if (answer.right.length > 0) {
      accepted.push({ command, context, happened: answer.right.map((event) => record(event, command)) });
    }
  };
  const publishAgain = (): void => {
    playbook = second;
  };
  return { accepted, refused, stateOf, publishAgain, ask };
};
