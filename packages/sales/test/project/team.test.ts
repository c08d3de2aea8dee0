import { replay } from '@millrace/kernel';
import { type Project, type ProjectEvent, projectFold } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { after, ask, lost, offering, on, opened, was, won } from '../support/projecting.js';
import { day, msFrom } from '../support/story.js';

const state = (...history: ReadonlyArray<ProjectEvent>): Project => replay(projectFold, history);

describe('a project changes hands', () => {
  const hand = (to = 'bob') => ask('TransferProject', { to, reason: 'ada moves to the south' });
  const handed = was(20, 'ProjectTransferred', { from: 'ada', to: 'bob', reason: 'ada moves to the south' });

  test('and nothing else changes with that DLR-33', () => {
    after(...offering)
      .when(hand())
      .thenEvents(handed);
    const [before, now] = [state(...offering), state(...offering, handed)];
    expect(now).toEqual({
      ...before,
      times: [...before.times, day(20)],
      team: {
        owner: 'bob',
        since: day(20),
        members: ['bob'],
        ever: ['ada', 'bob'],
        left: [{ person: 'ada', at: day(20) }],
        planned: [],
      },
    });
  });

  test('to somebody known; to whom it is already is already so', () => {
    after(...offering)
      .when(hand('ada'))
      .thenNothing();
    after(...offering)
      .when(hand('nobody'))
      .thenRefused({ type: 'PersonUnknown', person: 'nobody' });
    after(...offering, handed)
      .when(hand())
      .thenNothing();
  });

  test('in the order of time, until it is closed', () => {
    after(...offering)
      .when(hand(), on(msFrom(day(5), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(5) });
    after(...offering, handed)
      .when(hand('cyd'), on(msFrom(day(20), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(20) });
    after(...lost)
      .when(hand())
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
    after(...won)
      .when(hand())
      .thenEvents(handed);
  });
});

describe('a team', () => {
  const joins = ask('JoinProjectTeam', { person: 'bob', part: 'engineer' });
  const leaves = (person: string) => ask('LeaveProjectTeam', { person });
  const joined = was(20, 'TeamMemberJoined', { person: 'bob', part: 'engineer' });
  const left = was(20, 'TeamMemberLeft', { person: 'bob' });

  test('is joined and left, each once', () => {
    after(...opened)
      .when(joins)
      .thenEvents(joined);
    after(...opened, joined)
      .when(joins)
      .thenNothing();
    after(...opened, joined)
      .when(leaves('bob'))
      .thenEvents(left);
    after(...opened, joined, left)
      .when(leaves('bob'))
      .thenNothing();
    expect(state(...opened, joined, left)).toMatchObject({ team: { members: ['ada'], ever: ['ada', 'bob'] } });
  });

  test('is not left by who has the project', () => {
    after(...opened)
      .when(leaves('ada'))
      .thenRefused({ type: 'OwnerStays', owner: 'ada' });
  });

  test('is of people who are known, from the opening to the end', () => {
    after(...opened)
      .when(ask('JoinProjectTeam', { person: 'nobody' }))
      .thenRefused({ type: 'PersonUnknown', person: 'nobody' });
    for (const command of [joins, leaves('cyd')]) {
      const history = [...opened, was(4, 'TeamMemberJoined', { person: 'cyd' })];
      after(...history)
        .when(command, on(msFrom(day(3), -1)))
        .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(3) });
      after(...history, was(6, 'ProjectClosed', { outcome: 'lost', reason: 'price' }))
        .when(command)
        .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
    }
  });

  test('that somebody joins after one person reviewed alone is flagged PRJ-37 Q13', () => {
    const review = { review: 'r1', gates: ['screen'] };
    const alone = [
      ...opened,
      was(5, 'GateReviewRequested', { ...review, requestedBy: 'ada', plannedTeam: [] }),
      was(6, 'GateDecided', {
        ...review,
        decision: 'hold',
        chair: 'ada',
        reviewers: [{ person: 'ada', role: 'manager' }],
        independence: 'self',
        form: 'meeting',
        criteria: [],
        evidence: [],
      }),
    ];
    const flagged = was(20, 'SelfReviewFlagged', { person: 'bob', reviews: ['r1'] });
    after(...alone)
      .when(joins)
      .thenEvents(joined, flagged);
    after(...alone)
      .when(ask('TransferProject', { to: 'bob', reason: 'ada leaves' }))
      .thenEvents(was(20, 'ProjectTransferred', { from: 'ada', to: 'bob', reason: 'ada leaves' }), flagged);
    after(...alone, joined, flagged, left)
      .when(joins)
      .thenEvents(joined);
  });
});
