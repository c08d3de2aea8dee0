/** Who is there in generated histories of gates, and when things are asked. */
import { createHash } from 'node:crypto';
import { type BusinessId, type Instant, replay } from '@millrace/kernel';
import {
  type Governed,
  initialPerson,
  keyAccount,
  type Person,
  type PlaybookInForce,
  type ProcessTemplate,
  type ProjectContext,
  type ProjectRules,
  personFold,
  type Term,
} from '@millrace/sales';
import { publishedPlaybook } from '../customer-context.js';
import { reviewerRoles } from '../terms.js';
import { hoursIn } from '../time.js';

/** What a playbook with only this process says of projects. */
export const rulesWith = (template: ProcessTemplate): ProjectRules => {
  const { projects } = keyAccount;
  if (projects === undefined) throw new RangeError('the preset runs no projects');
  return { ...projects, processes: [template] };
};

const published = publishedPlaybook(keyAccount);

/**
 * The key-account playbook with this process in place of its own, as if it were published, and then
 * published again under another version.
 */
export const versionsOf = (template: ProcessTemplate): readonly [PlaybookInForce, PlaybookInForce] => {
  if (published.phase === 'unpublished') throw new RangeError('nothing is published');
  const rules = rulesWith(template);
  const second = `${published.version.slice(0, -1)}z`;
  const first: PlaybookInForce = {
    ...published,
    playbook: { ...published.playbook, projects: rules },
    projects: { [published.version]: rules, [second]: rules },
  };
  return [first, { ...first, version: second }];
};

/** Our own people, and the roles each reviews in; `ada` has the project, `bob` may join it. */
export const staff: ReadonlyMap<string, ReadonlyArray<Term>> = new Map([
  ['ada', []],
  ['bob', reviewerRoles],
  ['cyd', []],
  ['mia', reviewerRoles],
  ['noa', reviewerRoles.slice(0, 3)],
  ['oto', reviewerRoles.filter((_, place) => place % 2 === 1)],
]);

const recordOf = (person: string, roles: ReadonlyArray<Term>): Person =>
  replay(personFold, [
    { type: 'StaffJoined', data: { person: person as BusinessId, name: person }, effectiveAt: hoursIn(-480) },
    ...roles.map((role) => ({ type: 'RoleGranted', data: { role }, effectiveAt: hoursIn(-240) }) as const),
  ]);

const records = new Map([...staff].map(([person, roles]) => [person, recordOf(person, roles)]));

/** Everybody who is named is looked up; who is not there is not known. */
const people: ReadonlyMap<string, Person> = new Map([...records, ['zed', initialPerson]]);

const operator = 'operator' as BusinessId;

/** The operator asks at `now`, of `effectiveAt`, where these other projects are. */
export const projectContext = (
  playbook: Governed['playbook'],
  projects: ProjectContext['projects'],
  now: Instant,
  effectiveAt: Instant = now,
): ProjectContext => ({
  now,
  effectiveAt,
  actor: operator,
  role: operator,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  playbook,
  people,
  entered: new Set(['c1', 'c2']),
  projects,
});
