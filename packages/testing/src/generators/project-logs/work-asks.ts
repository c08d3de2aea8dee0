/** Commands beside the gates, as far as a project allows them by now. */
import {
  endsInSigning,
  nextStage,
  type OpenedProject,
  type ProcessTemplate,
  type ProjectCommand,
  uncheckedItems,
} from '@millrace/sales';
import { asked, type DrawnStep } from './gate-asks.js';

/** What is next: work, a move to the next phase, an end of the hold of time; or nothing. */
export const goesOn = (
  project: OpenedProject,
  template: ProcessTemplate,
  { kind, whom, what }: DrawnStep,
): ReadonlyArray<ProjectCommand> => {
  const ask = (command: object): ReadonlyArray<ProjectCommand> => [asked(project.origin.id, command)];
  if (project.closedAt !== undefined) {
    return project.ended?.outcome === 'won' || whom > 5
      ? []
      : ask({ type: 'ReopenProject', reason: 'customerResumed' });
  }
  if (kind < 4) return workOf(project, template).map((command) => asked(project.origin.id, command));
  if (kind === 4) return whom > 9 ? ask(changeOfTeam(project)) : [];
  if (kind === 5 && project.ended === undefined) {
    return ask({ type: 'EstimateAmount', amount: { minor: [50, 500, 5_000][what % 3], currency: 'CNY' } });
  }
  if (endsInSigning(project) && project.ended === undefined) return ask({ type: 'SignContract' });
  const [to] = nextStage(project)?.phases ?? [];
  return to === undefined ? [] : ask({ type: 'AdvancePhase', to });
};

/** Everything that is not done yet in the phases entered by now. */
const workOf = (project: OpenedProject, { phases }: ProcessTemplate): ReadonlyArray<object> => {
  const entered = phases.filter(({ id }) => project.entered.some(({ phase }) => phase === id));
  const layers = ['users', 'board'].filter((layer) => project.stakeholders.every(({ id }) => id !== layer));
  const by = project.team.owner;
  return [
    ...entered.flatMap(({ activities }) =>
      activities.flatMap(({ id: activity, analysis: kind, steps, deliverables = [] }) => [
        ...(project.activities[activity]?.done ? [] : doing({ activity, kind, by }, steps)),
        ...deliverables
          .filter(({ id }) => !Object.hasOwn(project.documents, id))
          .map(({ id: document }) => ({ type: 'RecordDocument', document, hash: 'b'.repeat(64) })),
      ]),
    ),
    ...layers.map((layer) => ({
      ...{ type: 'MapStakeholder', stakeholder: layer, layer },
      ...{ influence: 5, stance: 'neutral', keyDecisionMaker: false },
    })),
    ...uncheckedItems(project).map((item) => ({ type: 'ConfirmChecklistItem', item })),
  ];
};

type Phases = ProcessTemplate['phases'];
type Activity = Phases[number]['activities'][number];

const need = {
  ...{ problem: 'slow', wants: 'both', reason: 'growth', budgeted: 'yes', planned: 'yes' },
  ...{ statedRequest: 'faster', realNeed: 'more' },
};

const doing = (
  { activity, kind, by }: { readonly activity: string; readonly kind: Activity['analysis']; readonly by: string },
  steps: Activity['steps'],
): ReadonlyArray<object> => {
  if (kind === undefined) {
    return [
      ...steps.map(({ id: step }) => ({ type: 'DoStep', activity, step, by })),
      { type: 'FinishActivity', activity, by },
    ];
  }
  const needed = kind === 'customer' ? { need } : {};
  return steps.map(({ id: part }) => ({ type: 'RecordAnalysis', kind, part, finding: 'so', by, ...needed }));
};

const changeOfTeam = ({ team }: OpenedProject): object =>
  team.members.some((person) => person === 'bob')
    ? { type: 'LeaveProjectTeam', person: 'bob' }
    : { type: 'JoinProjectTeam', person: 'bob' };
