import { test } from 'vitest';
import { gateOf, ours } from '../support/key-account.js';
import { cny } from '../support/playbooks.js';
import {
  after,
  ask,
  asked,
  decided,
  did,
  entered,
  go,
  known,
  negotiating,
  on,
  openedUnder,
  playbookWith,
  requested,
  was,
} from './gate-story.js';

const alone = { chair: 'ada', reviewers: [{ person: 'ada', role: 'reviewer' }] };
const byOneself = { ...alone, independence: 'self' };
const opens = entered(10, 'conceptExchange', 'go', 'r1');

test('PRJ-37 who has a project alone reviews himself, and it is never disguised', () => {
  after(...asked)
    .when(go(alone), on(10))
    .thenEvents(decided(10, 'go', byOneself), opens);
  after(...asked)
    .when(go({ ...alone, reviewers: [...alone.reviewers, { person: 'mia', role: 'other' }] }))
    .thenRefused({ type: 'ChairRequestedReview', chair: 'ada' });
});

test('PRJ-37 nobody reviews himself where somebody else is, was or is to be on the team', () => {
  const refused = { type: 'SelfReviewNotAllowed', others: ['bob'] } as const;
  const joined = was(4, 'TeamMemberJoined', { person: 'bob' });
  after(...asked, joined)
    .when(go(alone))
    .thenRefused(refused);
  after(...asked, joined, was(4, 'TeamMemberLeft', { person: 'bob' }))
    .when(go(alone))
    .thenRefused(refused);
  after(...known, requested(5, 'r1', 'preliminary', ['bob']))
    .when(go(alone))
    .thenRefused(refused);
  after(...known, requested(5, 'r1', 'preliminary', ['ada']))
    .when(go(alone), on(10))
    .thenEvents(decided(10, 'go', byOneself), opens);
  after(...asked)
    .when(go({ chair: 'mia', reviewers: [{ person: 'mia', role: 'reviewer' }] }))
    .thenRefused({ type: 'ReviewTooSmall', found: 1, needed: 2 });
});

const ceiling = { selfReviewUpTo: cny(100_000) };
const capped = playbookWith({ gates: ours.process.gates.map((gate) => ({ ...gate, ...ceiling })) });
const early = [...openedUnder(capped), did(3, 'customerNeed'), requested(5, 'r1', 'preliminary')];
const worth = (minor: number) => was(6, 'AmountEstimated', { amount: cny(minor) });

test('Q13 nobody reviews himself above the ceiling; an amount not known matters at signing only', () => {
  after(...early)
    .when(go(alone), on(10, capped))
    .thenEvents(decided(10, 'go', byOneself), opens);
  after(...early, worth(100_000))
    .when(go(alone), on(10, capped))
    .thenEvents(decided(10, 'go', byOneself), opens);
  after(...early, worth(100_001))
    .when(go(alone), on(10, capped))
    .thenRefused({ type: 'SelfReviewAboveCeiling', minor: 100_001, ceiling: 100_000 });

  const terms = ask('DecideGate', {
    ...{ review: 'r3', decision: 'go', ...alone, evidence: [] },
    criteria: [{ criterion: 'termsAcceptable', met: true, score: 6 }],
  });
  const atSigning = [...openedUnder(capped), ...negotiating.slice(2), requested(23, 'r3', 'commercial')];
  after(...atSigning)
    .when(terms, on(50, capped))
    .thenRefused({ type: 'SelfReviewAmountUnknown', ceiling: 100_000 });
  const passed = was(50, 'GateDecided', {
    ...{ review: 'r3', gates: ['commercial'], decision: 'go', ...byOneself, form: 'meeting', evidence: [] },
    criteria: [
      ...['technicallyConfirmed', 'solutionFixed', 'contractDrafted'].map((id) => onRecord(id, true)),
      ...['auxiliary', 'technical', 'execution'].map((layer) => onRecord(`${layer}LayerCovered`, false)),
      onRecord('decisionLayerCovered', true),
      { criterion: 'termsAcceptable', must: true, met: true, by: 'reviewers', score: 6 },
    ],
  });
  // At signing a go opens nothing: the contract does.
  after(...atSigning, worth(100_000))
    .when(terms, on(50, capped))
    .thenEvents(passed);

  // What grew since is not signed on that go, and may be reviewed by others.
  const grown = was(51, 'AmountEstimated', { amount: cny(100_001) });
  const outgrown = { type: 'SelfReviewAboveCeiling', minor: 100_001, ceiling: 100_000 } as const;
  const again = ask('RequestGateReview', { review: 'r4', gate: 'commercial', requestedBy: 'ada' });
  after(...atSigning, worth(100_000), passed)
    .when(again, on(52, capped))
    .thenRefused({ type: 'GateAlreadyPassed', gate: 'commercial', review: 'r3' } as never);
  after(...atSigning, worth(100_000), passed, grown)
    .when(ask('SignContract', {}), on(52, capped))
    .thenRefused(outgrown);
  after(...atSigning, worth(100_000), passed)
    .when(ask('SignContract', { amount: cny(100_001) }), on(52, capped))
    .thenRefused(outgrown);
  after(...atSigning, worth(100_000), passed, grown)
    .when(again, on(52, capped))
    .thenEvents(requested(52, 'r4', 'commercial'));
});

const onRecord = (criterion: string, must: boolean) => ({ criterion, must, met: true, by: 'record' });

test('Q13 of gates that are merged the lowest ceiling holds', () => {
  const higher = { ...gateOf('establishment'), selfReviewUpTo: cny(200_000) };
  const playbook = playbookWith({ gates: [{ ...gateOf('preliminary'), ...ceiling }, higher] });
  const merged = [
    ...openedUnder(playbook, [true]),
    was(5, 'GateReviewRequested', {
      review: 'r1',
      gates: ['preliminary', 'establishment'],
      requestedBy: 'ada',
      plannedTeam: [],
    }),
  ];
  after(...merged, worth(150_000))
    .when(go({ ...alone, decision: 'hold' }), on(10, playbook))
    .thenRefused({ type: 'SelfReviewAboveCeiling', minor: 150_000, ceiling: 100_000 });
});
