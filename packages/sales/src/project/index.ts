import { type Module, streamRead } from '@millrace/kernel';
import { customerStream, readableCustomer } from '../customer/readable.js';
import { type GovernanceRefusal, governed } from '../governance/index.js';
import { personStream, readablePerson, initial as unknown } from '../person/readable.js';
import { type ProjectCommand, projectCommands } from './commands.js';
import type { Others, ProjectContext } from './context.js';
import { decide } from './decide.js';
import { type ProjectEvent, projectEvents } from './events.js';
import { evolve } from './evolve.js';
import { customersIn, peopleIn, projectsIn } from './named.js';
import { projectStream, readableProject } from './readable.js';
import type { ProjectRefusal } from './refusals.js';
import { initial, type Project } from './state.js';

/**
 * One stream per project; people, customers and other projects it names are guarded. An extension begins
 * in the same append as it is opened in, in a stream of its own. @source PRJ-33
 */
export const projectModule: Module<
  ProjectCommand,
  Project,
  ProjectEvent,
  ProjectRefusal | GovernanceRefusal,
  ProjectContext
> = governed<ProjectCommand, Project, ProjectEvent, ProjectRefusal, Others>({
  kind: 'project',
  events: projectEvents,
  commands: projectCommands,
  initial,
  evolve,
  decide,
  streamOf: ({ project }) => projectStream(project),
  elsewhere: ({ type, data }, command) =>
    type === 'OpportunityDiscovered' && data.project !== command.project ? projectStream(data.project) : undefined,
  reads: (command) => [
    ...peopleIn(command).map((person) => streamRead(personStream(person), readablePerson)),
    ...customersIn(command).map((customer) => streamRead(customerStream(customer), readableCustomer)),
    ...projectsIn(command).map((project) => streamRead(projectStream(project), readableProject)),
  ],
  others: (command, _, { stateOf }) => ({
    people: new Map(peopleIn(command).map((id) => [id, stateOf(personStream(id), readablePerson) ?? unknown])),
    entered: new Set(
      customersIn(command).filter((id) => stateOf(customerStream(id), readableCustomer)?.phase === 'entered'),
    ),
    projects: new Map(projectsIn(command).map((id) => [id, stateOf(projectStream(id), readableProject) ?? initial])),
  }),
});

export type { ProjectCommand } from './commands.js';
export type { ProjectContext } from './context.js';
export { type ProjectEvent, projectEvents } from './events.js';
export type { GateRefusal } from './gate-refusals.js';
export type { LifeRefusal } from './life-refusals.js';
export type { MoneyRefusal } from './money-refusals.js';
export { projectFold, projectStream, readableProject } from './readable.js';
export type { ProjectRefusal, StandingRefusal } from './refusals.js';
export {
  initial as initialProject,
  type OpenedProject,
  type Opportunity,
  type Project,
  type Review,
} from './state.js';
export type {
  Condition,
  CriterionResult,
  Evidence,
  GateDecision,
  Judgement,
  Need,
  Outcome,
  Qualification,
  Reviewer,
} from './terms.js';
export type { WorkRefusal } from './work-refusals.js';
