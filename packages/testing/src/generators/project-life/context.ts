import type { BusinessId } from '@millrace/kernel';
import { replay } from '@millrace/kernel';
import {
  initialPerson,
  initialProject,
  type Person,
  type PlaybookState,
  type Project,
  type ProjectCommand,
  type ProjectContext,
  personFold,
  projectFold,
  type Term,
} from '@millrace/sales';
import type { ContextOf } from '../../decider-laws/index.js';
import { customerContext } from '../customer-context.js';
import { timeAt } from '../time.js';
import { versions, withoutProjects } from './templates.js';

const id = (text: string): BusinessId => text as BusinessId;

const staff = (person: string): Person =>
  replay(personFold, [
    { type: 'StaffJoined', data: { person: id(person), name: person }, effectiveAt: timeAt(-1_000) },
    { type: 'RoleGranted', data: { role: 'manager' as Term }, effectiveAt: timeAt(0) },
  ]);

/** Everybody but zed is known. */
const people = new Map<string, Person>([
  ...['ada', 'bob', 'cyd', 'mia', 'noa'].map((name) => [name, staff(name)] as const),
  ['zed', initialPerson],
]);

const other = (parent: boolean): Project =>
  replay(projectFold, [
    {
      type: 'OpportunityDiscovered',
      data: {
        project: id('p2'),
        channel: 'bidding' as Term,
        discoveredBy: id('ada'),
        ...(parent ? { parent: id('p1'), customer: id('c1') } : {}),
      },
      effectiveAt: timeAt(0),
    },
  ]);

/** The other project is not there, or is one by itself, or an extension of this one. */
const others: ReadonlyArray<Project> = [initialProject, other(false), other(true)];

const playbookOf = (roll: number): PlaybookState => {
  if (roll % 32 === 1) return { phase: 'unpublished' };
  if (roll % 32 === 2 || roll % 32 === 6) return withoutProjects;
  return roll % 4 === 3 ? versions[1] : versions[0];
};

/**
 * The context of a command about the life of project p1: mostly of the operator, under the first of two
 * versions of a playbook; sometimes of a manager who acts in her own name, or of somebody who may not.
 */
export const projectLifeContext: ContextOf<ProjectCommand, ProjectContext> = (step, _, roll) => {
  const { other: __, ...moment } = customerContext(step, { type: 'UnlinkDuplicate', customer: id('c1') }, roll);
  const ada = { actor: id('ada'), role: id('manager'), actorRecord: staff('ada') };
  const asked = (roll >> 16) % 8;
  return {
    ...moment,
    ...(asked === 1 ? ada : asked === 2 ? { role: id('reviewer') } : asked === 3 ? { actor: id('import') } : {}),
    playbook: playbookOf(roll >> 20),
    people,
    entered: new Set(['c1', 'c2']),
    projects: new Map([['p2', others[(roll >> 8) % others.length] ?? initialProject]]),
  };
};
