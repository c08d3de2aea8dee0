import { replay } from '@millrace/kernel';
import { type Project, projectFold } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { after, ask, discovered, lost, offering, on, opened, was, won } from '../support/projecting.js';
import { day, msFrom } from '../support/story.js';

const close = (outcome: 'lost' | 'disqualified' | 'dormant' | 'duplicate' | 'won', more: object = {}) =>
  ask('CloseProject', { outcome, ...more });
const closed = (outcome: 'lost' | 'disqualified' | 'dormant' | 'duplicate' | 'won', more: object = {}) =>
  was(20, 'ProjectClosed', { outcome, ...more });

describe('a project is closed', () => {
  test('as lost, disqualified or dormant for a reason of that list', () => {
    const reasons = [
      ['lost', 'price'],
      ['disqualified', 'notReachable'],
      ['dormant', 'noAnswer'],
    ] as const;
    for (const [outcome, reason] of reasons) {
      after(...offering)
        .when(close(outcome))
        .thenRefused({ type: 'ReasonMissing', outcome });
      after(...offering)
        .when(close(outcome, { reason: 'fate' }))
        .thenRefused({ type: 'UndefinedTerm', list: outcome, id: 'fate' });
      after(...offering)
        .when(close(outcome, { reason, competitor: 'Acme' }))
        .thenEvents(closed(outcome, { reason, competitor: 'Acme' }));
    }
  });

  test('as the duplicate of another project that exists', () => {
    after(...offering)
      .when(close('duplicate', { duplicateOf: 'p2' }))
      .thenEvents(closed('duplicate', { duplicateOf: 'p2' }));
    after(...offering)
      .when(close('duplicate'))
      .thenRefused({ type: 'DuplicateMissing' });
    after(...offering)
      .when(close('duplicate', { duplicateOf: 'p1' }))
      .thenRefused({ type: 'OwnDuplicate', project: 'p1' });
    after(...offering)
      .when(close('duplicate', { duplicateOf: 'p3' }))
      .thenRefused({ type: 'ProjectUnknown', project: 'p3' });
    after(...offering)
      .when(close('lost', { reason: 'price', duplicateOf: 'p2' }))
      .thenRefused({ type: 'NotADuplicate', outcome: 'lost' });
    after(...offering)
      .when(close('duplicate', { duplicateOf: 'p2', reason: 'price' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'duplicate', id: 'price' });
  });

  test('once: the same again is already so, and no other outcome follows', () => {
    after(...lost)
      .when(close('lost', { reason: 'price' }))
      .thenNothing();
    for (const command of [close('lost', { reason: 'rival' }), close('dormant', { reason: 'noAnswer' })]) {
      after(...lost)
        .when(command)
        .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
    }
    after(...offering)
      .when(close('lost', { reason: 'price' }), on(msFrom(day(5), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(5) });
  });

  test('as won only when it is: that ends its delivery, and no other outcome replaces the win PRJ-33', () => {
    after(...offering)
      .when(close('won'))
      .thenRefused({ type: 'ContractNotSigned' });
    after(...discovered)
      .when(close('won'))
      .thenRefused({ type: 'ProjectNotOpened', project: 'p1' });
    after(...won)
      .when(close('won'))
      .thenEvents(closed('won'));
    after(...won, closed('won'))
      .when(close('won'))
      .thenNothing();
    after(...won)
      .when(close('won', { reason: 'price' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'won', id: 'price' });
    after(...won)
      .when(close('lost', { reason: 'price' }))
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'won', since: day(8) });
    after(...lost)
      .when(close('won'))
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
  });
});

describe('a project is opened again', () => {
  const reopen = (reason = 'resumed') => ask('ReopenProject', { reason });
  const reopened = [
    was(20, 'ProjectReopened', { reason: 'resumed' }),
    was(20, 'PhaseEntered', { phases: ['offer'], cause: 'reopening' }),
  ];

  test('in the phase it stood in, whatever the outcome but won', () => {
    after(...lost)
      .when(reopen())
      .thenEvents(...reopened);
    after(...lost, ...reopened)
      .when(reopen())
      .thenNothing();
    expect(replay<Project, (typeof lost)[number]>(projectFold, [...lost, ...reopened])).not.toHaveProperty('ended');
    after(...won)
      .when(reopen())
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'won', since: day(8) });
    after(...discovered)
      .when(reopen())
      .thenRefused({ type: 'ProjectNotOpened', project: 'p1' });
  });

  test('for a reason that the playbook lists, not before it ended', () => {
    after(...lost)
      .when(reopen('whim'))
      .thenRefused({ type: 'UndefinedTerm', list: 'projects.reopening', id: 'whim' });
    after(...lost)
      .when(reopen(), on(msFrom(day(6), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(6) });
  });

  test('and may be won then', () => {
    after(...lost, ...reopened)
      .when(ask('SignContract', {}))
      .thenEvents(was(20, 'ContractSigned', {}), was(20, 'PhaseEntered', { phases: ['delivery'], cause: 'signing' }));
    after(...opened)
      .when(reopen())
      .thenNothing();
  });
});
