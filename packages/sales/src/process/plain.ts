import type { TailoredProcess } from './tailored.js';
import type { ProcessTemplate } from './template.js';

/** The template as it is: a stage for each phase, and each gate by itself. @source GAT-5 */
export const plainProcess = ({ phases, gates }: ProcessTemplate): TailoredProcess => ({
  stages: phases.map(({ id, activities, checklist }) => ({
    phases: [id],
    activities: activities.map(({ id: activity, steps }) => ({ activity, steps: idsOf(steps) })),
    checklist: idsOf(checklist),
  })),
  gates: gates.map(({ id, guards, criteria, reviewerRoles, form, reviewers }) => ({
    gates: [id],
    guards,
    criteria: idsOf(criteria),
    reviewerRoles,
    form,
    reviewers,
  })),
});

const idsOf = <Id>(all: ReadonlyArray<{ readonly id: Id }>): ReadonlyArray<Id> => all.map(({ id }) => id);
