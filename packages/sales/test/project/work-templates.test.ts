import type { ProcessTemplate, ProjectEvent } from '@millrace/sales';
import { describe, test } from 'vitest';
import { activityOf, ours } from '../support/key-account.js';
import { after, ask, enters, inExchange, inForce, on, rulesSaying, was } from '../support/project-at-work.js';

type Activity = ReturnType<typeof activityOf>;

const again: Activity = { ...activityOf('ownAnalysis'), id: 'ownAnalysisAgain' as never };
const odd: Activity = {
  id: 'constructor' as never,
  name: again.name,
  steps: [{ id: 'valueOf' as never, name: again.name }],
};
const bare: Activity = { id: 'bareAnalysis' as never, name: again.name, analysis: 'customer', steps: [] };

/** The template with more to do in phase 2. */
const withMore = (...more: ReadonlyArray<Activity>): ProcessTemplate => ({
  ...ours.process,
  phases: ours.process.phases.map((phase) =>
    phase.id === 'projectPlanning' ? { ...phase, activities: [...phase.activities, ...more] } : phase,
  ),
});
const rules = on(30, rulesSaying({ processes: [withMore(again, bare, odd)] }));

/** A project that runs it, and stands in phase 2. */
const history: ReadonlyArray<ProjectEvent> = [
  ...inExchange.map((event) => {
    if (event.type !== 'ProjectOpened') return event;
    const [informed, exchange, planning, ...others] = event.data.process.stages;
    if (informed === undefined || exchange === undefined || planning === undefined) return event;
    const activities = [again, bare, odd].map(({ id, steps }) => ({
      activity: id,
      steps: steps.map((step) => step.id),
    }));
    const more = { ...planning, activities: [...planning.activities, ...activities] };
    const process = { ...event.data.process, stages: [informed, exchange, more, ...others] };
    return was(2, 'ProjectOpened', { ...event.data, playbook: inForce.version, process } as never);
  }),
];
const planning = [...history, enters(6, 'go', 'projectPlanning')];

const part = (name: string) => ask('RecordAnalysis', { kind: 'own', part: name, finding: 'F', by: 'ada' });
const recorded = (when: number, activity: string, name: string) =>
  was(when, 'AnalysisRecorded', { kind: 'own', activity, part: name, finding: 'F', by: 'ada' });

describe('an analysis that a template asks for more than once', () => {
  test('PRJ-43 is recorded in each activity that was entered and takes the part', () => {
    after(...history)
      .when(part('marketPosition'), rules)
      .thenEvents(recorded(30, 'ownAnalysis', 'marketPosition'));
    after(...planning)
      .when(part('marketPosition'), rules)
      .thenEvents(recorded(30, 'ownAnalysis', 'marketPosition'), recorded(30, 'ownAnalysisAgain', 'marketPosition'));
    after(...planning, recorded(7, 'ownAnalysis', 'marketPosition'))
      .when(part('marketPosition'), rules)
      .thenEvents(recorded(30, 'ownAnalysisAgain', 'marketPosition'));
    after(...planning, recorded(7, 'ownAnalysis', 'marketPosition'), recorded(7, 'ownAnalysisAgain', 'marketPosition'))
      .when(part('marketPosition'), rules)
      .thenNothing();
  });
});

describe('an analysis without parts', () => {
  const finish = ask('FinishActivity', { activity: 'bareAnalysis', by: 'ada' });
  const need = {
    problem: 'P',
    wants: 'product',
    reason: 'R',
    budgeted: 'no',
    planned: 'no',
    statedRequest: 'S',
    realNeed: 'N',
  } as const;

  test('PRJ-12 is finished like any activity, the customer’s once the need is known', () => {
    after(...planning)
      .when(finish, rules)
      .thenRefused({ type: 'NeedMissing', activity: 'bareAnalysis' });
    const known = was(7, 'AnalysisRecorded', {
      kind: 'customer',
      activity: 'customerAnalysis',
      part: 'needAnalysis',
      finding: 'F',
      by: 'ada',
      need,
    });
    after(...planning, known)
      .when(finish, rules)
      .thenEvents(was(30, 'ActivityDone', { activity: 'bareAnalysis', by: 'ada', evidence: [] }));
  });
});

describe('an activity whose id is a name that every object has', () => {
  test('PRJ-43 is done like any other', () => {
    const step = ask('DoStep', { activity: 'constructor', step: 'valueOf', by: 'ada' });
    const stepped = was(30, 'StepDone', { activity: 'constructor', step: 'valueOf', by: 'ada', evidence: [] });
    const done = was(30, 'ActivityDone', { activity: 'constructor', by: 'ada', evidence: [] });
    after(...planning)
      .when(step, rules)
      .thenEvents(stepped);
    after(...planning, stepped)
      .when(step, rules)
      .thenNothing();
    after(...planning, stepped)
      .when(ask('FinishActivity', { activity: 'constructor', by: 'ada' }), rules)
      .thenEvents(done);
  });
});
