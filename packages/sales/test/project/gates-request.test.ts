import { test } from 'vitest';
import { day } from '../support/story.js';
import {
  after,
  ask,
  asked,
  decided,
  exchanging,
  go,
  known,
  negotiating,
  on,
  opened,
  requested,
  was,
} from './gate-story.js';

const request = (more: object = {}) =>
  ask('RequestGateReview', { review: 'r1', gate: 'preliminary', requestedBy: 'ada', ...more });

test('PRJ-5 a review of the gate in front is requested, and naming it twice is safe', () => {
  after(...known)
    .when(request({ plannedTeam: ['bob', 'bob'] }))
    .thenEvents(requested(50, 'r1', 'preliminary', ['bob']));
  after(...asked)
    .when(request())
    .thenNothing();
  after(...asked)
    .when(request({ requestedBy: 'mia' }))
    .thenRefused({ type: 'ReviewIdTaken', review: 'r1' });
});

test('Q10 only the gate at the end of the current stage is reviewed', () => {
  after(...known)
    .when(request({ gate: 'none' }))
    .thenRefused({ type: 'GateUnknown', gate: 'none' });
  after(...known)
    .when(request({ gate: 'commercial' }))
    .thenRefused({ type: 'GateNotAtExit', gate: 'commercial', phase: 'informationCollection' });
  after(...exchanging)
    .when(request({ review: 'r2' }))
    .thenRefused({ type: 'GateNotAtExit', gate: 'preliminary', phase: 'conceptExchange' });
});

test('PRJ-5 one review of a gate at a time, and none once it is passed', () => {
  after(...asked)
    .when(request({ review: 'r2' }))
    .thenRefused({ type: 'ReviewUndecided', review: 'r1', gate: 'preliminary' });
  const passed = [
    ...negotiating,
    requested(23, 'r3', 'commercial'),
    decided(24, 'go', { review: 'r3', gates: ['commercial'] }),
  ];
  after(...passed)
    .when(request({ review: 'r4', gate: 'commercial' }))
    .thenRefused({ type: 'GateAlreadyPassed', gate: 'commercial', review: 'r3' });
});

test('LAW-39 a review is requested by somebody known, in his own name, and of somebody known', () => {
  after(...known)
    .when(request({ requestedBy: 'zed' }))
    .thenRefused({ type: 'PersonUnknown', person: 'zed' });
  after(...known)
    .when(request({ plannedTeam: ['zed'] }))
    .thenRefused({ type: 'PersonUnknown', person: 'zed' });
});

test('PRJ-5 a review is requested no earlier than the last move, and of a project that goes on', () => {
  after(...exchanging)
    .when(request({ review: 'r2', gate: 'establishment' }), on(9))
    .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(10) });
  after(...opened.slice(0, 1))
    .when(request())
    .thenRefused({ type: 'ProjectNotOpened', project: 'x1' });
  after(...known, was(6, 'ProjectClosed', { outcome: 'lost', reason: 'price' }))
    .when(request())
    .thenRefused({ type: 'ProjectEnded', project: 'x1', outcome: 'lost', since: day(6) });
});

test('PRJ-5 a decision is of a review that was requested, once, while its gate is in front', () => {
  after(...known)
    .when(go())
    .thenRefused({ type: 'ReviewUnknown', review: 'r1' });
  after(...exchanging)
    .when(go())
    .thenRefused({ type: 'ReviewAlreadyDecided', review: 'r1', decision: 'go' });
});
