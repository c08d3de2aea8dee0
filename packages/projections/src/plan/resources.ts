import type { Documents } from '@millrace/kernel';
import { byTextOf } from '../count.js';
import { byProject, type ProjectDocument, projectAsOf } from '../projects/index.js';
import { type PlanQuestion, planOf } from './plan.js';

/** An activity that is planned for a person and not done. */
export interface DueActivity {
  readonly project: string;
  readonly activity: string;
  readonly due: string;
  readonly overdue: boolean;
}

/** What a person has on hand. @source PRJ-2 */
export interface ResourceLine {
  readonly person: string;
  /** Projects not closed that the person owns. */
  readonly owned: ReadonlyArray<string>;
  /** Those of others that the person works on. */
  readonly member: ReadonlyArray<string>;
  /** By due day. */
  readonly activities: ReadonlyArray<DueActivity>;
}

/** Whom projects take up, by person. */
export const resourcesOf = (
  documents: Documents<ProjectDocument>,
  question: PlanQuestion,
): ReadonlyArray<ResourceLine> => {
  const lines = new Map<string, { owned: Array<string>; member: Array<string>; activities: Array<DueActivity> }>();
  const lineOf = (person: string) => {
    const line = lines.get(person) ?? { owned: [], member: [], activities: [] };
    lines.set(person, line);
    return line;
  };
  for (const [id, document] of byProject(documents)) {
    const project = projectAsOf(document, question.asOf);
    if (project.status !== 'opened' || project.closedAt !== undefined) continue;
    for (const person of project.team.members)
      lineOf(person)[person === project.team.owner ? 'owned' : 'member'].push(id);
    for (const line of planOf(id, document, question)?.activities ?? []) {
      const { id: activity, responsible, plannedTo, to, overdue } = line;
      if (to === null) lineOf(responsible).activities.push({ project: id, activity, due: plannedTo ?? '', overdue });
    }
  }
  return [...lines]
    .map(([person, { owned, member, activities }]) => ({
      person,
      owned,
      member,
      activities: activities.sort(byTextOf(({ due }) => due)),
    }))
    .sort(byTextOf(({ person }) => person));
};
