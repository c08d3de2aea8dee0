import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { after, ask, inSigning, on, onBy, openedBy, signed, was } from '../support/project-at-work.js';
import { msFrom } from '../support/story.js';

const waive = (activity: string, more: object = {}) =>
  ask('WaiveActivity', { activity, reason: 'notApplicable', requestedBy: 'ada', approver: 'mia', ...more });
const waived = (activity: string, sole: boolean, approver = 'mia') =>
  was(30, 'ActivityWaived', { activity, reason: 'notApplicable', requestedBy: 'ada', approver, sole });
const withBob = [...signed, was(11, 'TeamMemberJoined', { person: 'bob' })];

describe('a waiver Q12', () => {
  test('PRJ-38 GAT-6 is of any activity after signing, entered or not, with reason and approver', () => {
    const phases = ours.process.phases.slice(4);
    expect(phases.map(({ id }) => id)).toEqual(['implementationSummary', 'newProjectExtension']);
    for (const { id } of phases.flatMap(({ activities }) => activities)) {
      after(...withBob)
        .when(waive(id))
        .thenEvents(waived(id, false));
    }
  });

  test('PRJ-38 GAT-6 is of nothing that leads to the contract', () => {
    for (const phase of ours.process.phases.slice(0, 4)) {
      for (const { id } of phase.activities) {
        after(...withBob)
          .when(waive(id))
          .thenRefused({ type: 'WaivedBeforeSigning', activity: id, phase: phase.id });
      }
    }
  });

  test('PRJ-38 GAT-6 waits for the contract, and is not dated before it', () => {
    after(...inSigning)
      .when(waive('service'))
      .thenRefused({
        type: 'WaivedUnsigned',
        activity: 'service',
        signedIn: 'negotiationSigning',
      });
    const before = msFrom(on(10).now, -1);
    after(...withBob)
      .when(waive('service'), { ...on(30), effectiveAt: on(10).now })
      .thenEvents({
        ...waived('service', false),
        effectiveAt: on(10).now,
      });
    after(...withBob)
      .when(waive('service'), { ...on(30), effectiveAt: before })
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: on(10).now });
  });

  test('GAT-6 is approved by another than who asks for it; who is alone approves it, flagged', () => {
    const own = { approver: 'ada' };
    after(...withBob)
      .when(waive('service', own))
      .thenRefused({
        type: 'WaiverNotIndependent',
        activity: 'service',
        person: 'ada',
        team: 2,
      });
    after(...signed)
      .when(waive('service', own))
      .thenEvents(waived('service', true, 'ada'));
    after(...signed)
      .when(waive('service'))
      .thenEvents(waived('service', true));
    after(...signed)
      .when(waive('service', { requestedBy: 'bob', approver: 'bob' }))
      .thenRefused({ type: 'WaiverNotIndependent', activity: 'service', person: 'bob', team: 1 });
  });

  test('PRJ-38 has a reason of the playbook, and known persons, in their own names', () => {
    after(...withBob)
      .when(waive('service', { reason: 'tooLong' }))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'waiving',
        id: 'tooLong',
      });
    after(...withBob)
      .when(waive('service', { approver: 'zed' }))
      .thenRefused({ type: 'PersonUnknown', person: 'zed' });
    after(...withBob)
      .when(waive('service'), onBy(30, 'bob'))
      .thenRefused({
        type: 'NotForAnother',
        person: 'ada',
        actor: 'bob',
      });
  });

  test('GAT-6 once given is so, and what is done needs none', () => {
    const done = was(12, 'ActivityDone', { activity: 'service', by: 'ada', evidence: [] });
    after(...withBob, waived('service', false))
      .when(waive('service'))
      .thenNothing();
    after(...withBob, done)
      .when(waive('service'))
      .thenRefused({ type: 'ActivityAlreadyDone', activity: 'service' });
    expect(openedBy([...withBob, waived('service', false)]).activities).toHaveProperty('service', {
      steps: [],
      done: false,
      waived: true,
      settledAt: on(30).now,
    });
  });
});
