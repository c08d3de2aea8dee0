import { projectModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { after, ask, inExchange, inForce, inPlanning, on, openedBy, was } from '../support/project-at-work.js';
import { known } from '../support/story.js';

const elements = ours.projects.establishment.map(({ id }) => ({ element: id as string, text: `On ${id}` }));
const establish = (team: ReadonlyArray<string>, all: typeof elements = elements) =>
  ask('EstablishProject', { elements: all, team });
const established = (when: number, team: ReadonlyArray<string>) => was(when, 'ProjectEstablished', { elements, team });
const joined = (when: number, person: string) => was(when, 'TeamMemberJoined', { person });

/** Alone until then, ada reviewed the preliminary gate herself. */
const selfReviewed = [
  was(5, 'GateReviewRequested', { review: 'r1', gates: ['preliminary'], requestedBy: 'ada', plannedTeam: [] }),
  was(5, 'GateDecided', {
    review: 'r1',
    gates: ['preliminary'],
    decision: 'hold',
    chair: 'ada',
    reviewers: [{ person: 'ada', role: 'reviewer' }],
    independence: 'self',
    form: 'meeting',
    criteria: [],
    evidence: [],
  } as never),
];

describe('the founding of a project', () => {
  test('PRJ-7 settles every element, and fixes the team, who join', () => {
    after(...inExchange)
      .when(establish(['ada', 'bob', 'cyd', 'bob']))
      .thenEvents(established(30, ['ada', 'bob', 'cyd']), joined(30, 'bob'), joined(30, 'cyd'));
    expect(openedBy([...inExchange, established(6, ['ada', 'bob']), joined(6, 'bob')]).team.members).toEqual([
      'ada',
      'bob',
    ]);
  });

  test('PRJ-7 lacks no element, names none twice, and none of its own', () => {
    const [first, ...rest] = elements;
    if (first === undefined) return expect.unreachable('the preset has elements');
    after(...inExchange)
      .when(establish(['bob'], rest))
      .thenRefused({
        type: 'ElementsMissing',
        elements: [first.element],
      });
    after(...inExchange)
      .when(establish(['bob'], [first, ...elements]))
      .thenRefused({ type: 'DoubledTerm', list: 'establishment', id: first.element });
    after(...inExchange)
      .when(establish(['bob'], [...elements, { element: 'luck', text: 'Some' }]))
      .thenRefused({ type: 'UndefinedTerm', list: 'establishment', id: 'luck' });
    after(...inExchange)
      .when(establish(['zed']))
      .thenRefused({ type: 'PersonUnknown', person: 'zed' });
  });

  test('PRJ-7 may be settled anew, and is so once it is', () => {
    const founded = [...inExchange, established(6, ['bob']), joined(6, 'bob')];
    after(...founded)
      .when(establish(['bob']))
      .thenNothing();
    after(...founded)
      .when(establish(['bob', 'cyd']))
      .thenEvents(established(30, ['bob', 'cyd']), joined(30, 'cyd'));
  });

  test('PRJ-37 flags the gates that one person reviewed alone, when somebody joins', () => {
    after(...inExchange, ...selfReviewed)
      .when(establish(['ada', 'bob']))
      .thenEvents(
        established(30, ['ada', 'bob']),
        joined(30, 'bob'),
        was(30, 'SelfReviewFlagged', { person: 'bob', reviews: ['r1'] }),
      );
    after(...inExchange, ...selfReviewed, joined(7, 'bob'), was(8, 'TeamMemberLeft', { person: 'bob' }))
      .when(establish(['bob']))
      .thenEvents(established(30, ['bob']), joined(30, 'bob'));
  });
});

describe('phase 2', () => {
  const objective = ask('SetObjective', { objective: 'Win the region', parts: ['North', 'South'] });
  const set = was(30, 'ObjectiveSet', { objective: 'Win the region', parts: ['North', 'South'] });

  test('PRJ-31 sets objectives and breaks them down', () => {
    after(...inPlanning)
      .when(objective)
      .thenEvents(set);
    after(...inPlanning, set)
      .when(objective)
      .thenNothing();
    after(...inPlanning, set)
      .when(ask('SetObjective', { objective: 'Win the region', parts: [] }))
      .thenEvents(was(30, 'ObjectiveSet', { objective: 'Win the region', parts: [] }));
  });

  test('PRJ-31 makes a strategy by SWOT', () => {
    const swot = { strengths: ['Service'], weaknesses: [], opportunities: ['Growth'], threats: [] };
    const recorded = was(9, 'SwotRecorded', swot);
    after(...inPlanning)
      .when(ask('RecordSwot', swot), on(9))
      .thenEvents(recorded);
    after(...inPlanning, recorded)
      .when(ask('RecordSwot', swot))
      .thenNothing();
    after(...inPlanning)
      .when(ask('RecordSwot', { strengths: [], weaknesses: [], opportunities: [], threats: [] }))
      .thenRefused({ type: 'SaysNothing', command: 'RecordSwot' });
    const strategy = was(30, 'StrategyChosen', { strategy: 'Service first' });
    after(...inPlanning)
      .when(ask('ChooseStrategy', { strategy: 'Service first' }))
      .thenEvents(strategy);
    after(...inPlanning, strategy)
      .when(ask('ChooseStrategy', { strategy: 'Service first' }))
      .thenNothing();
  });
});

describe('the plan', () => {
  const phase = { phase: 'projectPlanning', from: '2026-01-06', to: '2026-01-31' };
  const work = {
    activity: 'objectives',
    responsible: 'ada',
    from: '2026-01-06',
    to: '2026-01-06',
    accountable: 'mia',
    consulted: ['bob'],
    informed: ['cyd'],
  };
  const plan = (phases: ReadonlyArray<typeof phase>, activities: ReadonlyArray<typeof work>) =>
    ({ goal: 'Sign in February', phases, activities }) as const;
  const asked = (...parts: Parameters<typeof plan>) =>
    after(...inPlanning).when(ask('BaselinePlan', plan(...parts) as never));

  test('PRJ-1 PRJ-31 says when phases run, and who does what of the work', () => {
    const baselined = was(30, 'PlanBaselined', plan([phase], [work]) as never);
    asked([phase], [work]).thenEvents(baselined);
    after(...inPlanning, baselined)
      .when(ask('BaselinePlan', plan([phase], [work]) as never))
      .thenNothing();
  });

  test('PRJ-31 is of phases and activities of the process, each once', () => {
    asked([{ ...phase, phase: 'party' }], []).thenRefused({ type: 'PhaseUnknown', phase: 'party' });
    asked([], [{ ...work, activity: 'party' }]).thenRefused({ type: 'ActivityUnknown', activity: 'party' });
    asked([phase, phase], []).thenRefused({ type: 'DoubledTerm', list: 'phases', id: 'projectPlanning' });
    asked([], [work, work]).thenRefused({ type: 'DoubledTerm', list: 'activities', id: 'objectives' });
  });

  test('PRJ-31 ends nothing before it begins', () => {
    const dates = { from: '2026-01-07', to: '2026-01-06' };
    asked([{ ...phase, ...dates }], []).thenRefused({ type: 'PlanEndsBeforeStart', id: 'projectPlanning', ...dates });
    asked([], [{ ...work, ...dates }]).thenRefused({ type: 'PlanEndsBeforeStart', id: 'objectives', ...dates });
  });

  test('PRJ-31 reads the record of everybody it names, each once', () => {
    const command = ask('BaselinePlan', plan([], [work, { ...work, activity: 'strategy' }]) as never);
    const streams = projectModule.reads(command, on(30), known(openedBy(inPlanning), { 'playbook-main': inForce }));
    expect(streams.map(({ stream }) => stream).filter((stream) => stream.startsWith('person-'))).toEqual([
      'person-ada',
      'person-mia',
      'person-bob',
      'person-cyd',
    ]);
  });

  test('PRJ-31 names people who are known, whatever their part', () => {
    const unknown = { type: 'PersonUnknown', person: 'zed' } as const;
    for (const part of [
      { responsible: 'zed' },
      { accountable: 'zed' },
      { consulted: ['bob', 'zed'] },
      { informed: ['zed'] },
    ]) {
      asked([], [{ ...work, ...part }]).thenRefused(unknown);
    }
  });
});
