import { keyAccount, type Playbook } from '@millrace/sales';
import { test } from 'vitest';
import { gateOf, ours } from '../support/key-account.js';
import { named, term } from '../support/playbooks.js';
import { day } from '../support/story.js';
import {
  after,
  ask,
  asked,
  both,
  decided,
  did,
  entered,
  go,
  known,
  later,
  on,
  openedUnder,
  playbookWith,
  requested,
  was,
} from './gate-story.js';

test('PRJ-5 a go opens the next phase in the same write, and says how each criterion stood', () => {
  after(...asked)
    .when(go(), on(10))
    .thenEvents(decided(10, 'go'), entered(10, 'conceptExchange', 'go', 'r1'));
});

test('LAW-39 a review is chaired by one of its reviewers, and not by who asked for it', () => {
  after(...asked)
    .when(go({ chair: 'oto' }))
    .thenRefused({ type: 'ChairNotReviewer', chair: 'oto' });
  const own = [
    ...known,
    was(5, 'GateReviewRequested', { ...requested(5, 'r1', 'preliminary').data, requestedBy: 'mia' }),
  ];
  after(...own)
    .when(go())
    .thenRefused({ type: 'ChairRequestedReview', chair: 'mia' });
  after(...own)
    .when(go({ chair: 'noa' }), on(10))
    .thenEvents(decided(10, 'go', { chair: 'noa' }), entered(10, 'conceptExchange', 'go', 'r1'));
});

test('GAT-7 every role is filled from outside the team, by as many as the gate asks for, who hold it', () => {
  const ofTeam = [
    ...asked,
    was(6, 'TeamMemberJoined', { person: 'mia' }),
    was(6, 'TeamMemberJoined', { person: 'noa' }),
  ];
  after(...ofTeam)
    .when(go())
    .thenRefused({ type: 'RoleNotFilled', role: 'reviewer' });
  after(...ofTeam, was(7, 'TeamMemberLeft', { person: 'mia' }))
    .when(go(), on(10))
    .thenEvents(decided(10, 'go'), entered(10, 'conceptExchange', 'go', 'r1'));
  const other = { person: 'mia', role: 'other' };
  after(...asked)
    .when(
      go({
        reviewers: [
          { person: 'mia', role: 'salesDirector' },
          { person: 'noa', role: 'other' },
        ],
      }),
    )
    .thenRefused({ type: 'RoleNotFilled', role: 'reviewer' });
  const three = [
    ...openedUnder(playbookWith({ gates: [{ ...gateOf('preliminary'), reviewers: 3 }] })),
    did(3, 'customerNeed'),
  ];
  after(...three, requested(5, 'r1', 'preliminary'))
    .when(
      go({ reviewers: [...both, other] }),
      on(10, playbookWith({ gates: [{ ...gateOf('preliminary'), reviewers: 3 }] })),
    )
    .thenRefused({ type: 'ReviewTooSmall', found: 2, needed: 3 });
  after(...asked)
    .when(go({ reviewers: [...both, { person: 'oto', role: 'reviewer' }] }))
    .thenRefused({ type: 'ReviewerWithoutRole', person: 'oto', role: 'reviewer' });
  after(...asked)
    .when(go({ reviewers: [...both, { person: 'zed', role: 'reviewer' }] }))
    .thenRefused({ type: 'PersonUnknown', person: 'zed' });
});

test('LAW-39 who acts as a person decides, asks and confirms in his own name', () => {
  const { permissions } = keyAccount;
  if (permissions.allow === 'all') throw new Error('the preset allows everything');
  const commands = ['RequestGateReview', 'DecideGate', 'FulfilCondition'].map(term);
  const playbook: Playbook = {
    ...keyAccount,
    permissions: {
      ...permissions,
      roles: permissions.roles.map((one) => (one.role === 'reviewer' ? { ...one, commands } : one)),
    },
  };
  const as = (actor: string) => on(10, playbook, { actor, role: 'reviewer' });
  const there = [...openedUnder(playbook), did(3, 'customerNeed'), requested(5, 'r1', 'preliminary')];
  after(...there)
    .when(go(), as('noa'))
    .thenRefused({ type: 'NotForAnother', person: 'mia', actor: 'noa' });
  after(...there)
    .when(go(), as('mia'))
    .thenEvents(decided(10, 'go'), entered(10, 'conceptExchange', 'go', 'r1'));
  const request = ask('RequestGateReview', { review: 'r1', gate: 'preliminary', requestedBy: 'ada' });
  after(...there.slice(0, 3))
    .when(request, as('bob'))
    .thenRefused({ type: 'NotForAnother', person: 'ada', actor: 'bob' });
  const condition = { id: 'papers', text: 'Send the papers', due: day(20) };
  after(...there, decided(8, 'conditionalGo', { conditions: [condition] }))
    .when(ask('FulfilCondition', { review: 'r1', condition: 'papers', confirmedBy: 'mia' }), as('noa'))
    .thenRefused({ type: 'NotForAnother', person: 'mia', actor: 'noa' });
});

test('Q10 a go through a gate needs the checklist of the stage too', () => {
  const [first, ...others] = ours.process.phases;
  if (first === undefined) throw new Error('no phase');
  const playbook = playbookWith({ phases: [{ ...first, checklist: [named('called'), named('met')] }, ...others] });
  const there = [...openedUnder(playbook), did(3, 'customerNeed'), requested(5, 'r1', 'preliminary')];
  const called = was(4, 'ChecklistItemConfirmed', { phase: 'informationCollection', item: 'called' });
  const met = was(4, 'ChecklistItemConfirmed', { phase: 'informationCollection', item: 'met' });
  after(...there, called)
    .when(go(), on(10, playbook))
    .thenRefused({ type: 'ChecklistIncomplete', items: ['met'] });
  after(...there, called, met)
    .when(go(), on(10, playbook))
    .thenEvents(decided(10, 'go'), entered(10, 'conceptExchange', 'go', 'r1'));
  const condition = { id: 'papers', text: 'Send the papers', due: day(20) };
  after(...there, called)
    .when(go({ decision: 'conditionalGo', conditions: [condition] }), on(10, playbook))
    .thenEvents(decided(10, 'conditionalGo', { conditions: [condition] }));
  const fulfil = ask('FulfilCondition', { review: 'r1', condition: 'papers', confirmedBy: 'mia' });
  after(...there, decided(10, 'conditionalGo', { conditions: [condition] }))
    .when(fulfil, on(11, playbook))
    .thenRefused({ type: 'ChecklistIncomplete', items: ['called', 'met'] });
});

test('GAT-8 evidence is an event, or a document, and no later than the decision', () => {
  after(...asked)
    .when(go({ evidence: [{ revision: 4 }] }))
    .thenRefused({ type: 'EvidenceUnknown', revision: 4, revisions: 4 });
  const hash = 'a'.repeat(64);
  after(...asked)
    .when(go({ evidence: [{ document: hash, at: later(10) }] }), on(10))
    .thenRefused({ type: 'EvidenceLater', at: later(10), decidedAt: day(10) });
  const evidence = [{ document: hash, at: day(10) }];
  after(...asked)
    .when(go({ evidence }), on(10))
    .thenEvents(decided(10, 'go', { evidence }), entered(10, 'conceptExchange', 'go', 'r1'));
});

test('PRJ-5 a decision is no earlier than its request, and of a project that goes on', () => {
  after(...asked)
    .when(go({ evidence: [] }), on(4))
    .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(5) });
  after(...asked, was(6, 'ProjectClosed', { outcome: 'lost', reason: 'price' }))
    .when(go())
    .thenRefused({ type: 'ProjectEnded', project: 'x1', outcome: 'lost', since: day(6) });
});

test('Q11 a hold ends with the next decision of its gate, and when the project is opened again', () => {
  after(
    ...asked,
    decided(10, 'hold'),
    was(11, 'ProjectClosed', { outcome: 'dormant' }),
    was(12, 'ProjectReopened', { reason: 'resumed' }),
    entered(12, 'informationCollection', 'reopening'),
  )
    .when(ask('AdvancePhase', { to: 'conceptExchange' }))
    .thenRefused({ type: 'GateNotPassed', gate: 'preliminary' });
  after(
    ...asked,
    decided(10, 'hold'),
    requested(11, 'r2', 'preliminary'),
    decided(12, 'go', { review: 'r2' }),
    entered(12, 'conceptExchange', 'go', 'r2'),
  )
    .when(ask('AdvancePhase', { to: 'projectPlanning' }))
    .thenRefused({ type: 'GateNotPassed', gate: 'establishment' });
});
