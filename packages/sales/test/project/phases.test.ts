import type { ProjectRefusal } from '@millrace/sales';
import { describe, test } from 'vitest';
import {
  after,
  ask,
  confirmed,
  gated,
  gatedOn,
  lost,
  offering,
  on,
  opened,
  openedGated,
  was,
  won,
} from '../support/projecting.js';
import { day, msFrom } from '../support/story.js';

const advance = (to: string) => ask('AdvancePhase', { to });
const outOfOrder = (phase: string, ...expected: ReadonlyArray<string>): ProjectRefusal => ({
  type: 'PhaseOutOfOrder',
  phase,
  expected,
});

describe('a phase', () => {
  const ready = [...opened, confirmed];

  test('is entered after the one before it, once the checklist is confirmed PRJ-4 GAT-1', () => {
    after(...opened)
      .when(advance('offer'))
      .thenRefused({ type: 'ChecklistIncomplete', items: ['called'] });
    after(...ready)
      .when(advance('offer'))
      .thenEvents(was(20, 'PhaseEntered', { phases: ['offer'], cause: 'advance' }));
  });

  test('that is the one the project is in is already so; any other than the next is out of order GAT-1', () => {
    after(...ready)
      .when(advance('lead'))
      .thenNothing();
    after(...ready)
      .when(advance('delivery'))
      .thenRefused(outOfOrder('delivery', 'offer'));
    after(...offering)
      .when(advance('lead'))
      .thenRefused(outOfOrder('lead', 'delivery'));
    after(...won)
      .when(advance('offer'))
      .thenRefused(outOfOrder('offer'));
    after(...ready)
      .when(advance('dreaming'))
      .thenRefused({ type: 'PhaseUnknown', phase: 'dreaming' });
  });

  test('after signing takes a signed contract PRJ-33', () => {
    after(...offering)
      .when(advance('delivery'))
      .thenRefused({ type: 'ContractNotSigned' });
  });

  test('behind a gate takes its go GAT-1', () => {
    gated(...openedGated, confirmed)
      .when(advance('offer'))
      .thenRefused({ type: 'GateNotPassed', gate: 'screen' });
  });

  test('is not entered on hold GAT-2', () => {
    const review = { review: 'r1', gates: ['screen'] };
    gated(
      ...openedGated,
      confirmed,
      was(5, 'GateReviewRequested', { ...review, requestedBy: 'ada', plannedTeam: [] }),
      was(6, 'GateDecided', {
        ...review,
        decision: 'hold',
        chair: 'mia',
        reviewers: [{ person: 'mia', role: 'manager' }],
        independence: 'independent',
        form: 'meeting',
        criteria: [],
        evidence: [],
      }),
    )
      .when(advance('offer'), gatedOn(7))
      .thenRefused({ type: 'OnHold', review: 'r1' });
  });

  test('is not entered before the latest move, nor once the project has ended', () => {
    after(...ready)
      .when(advance('offer'), on(msFrom(day(3), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(3) });
    after(...lost)
      .when(advance('delivery'))
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
  });
});

describe('an item of a checklist', () => {
  const confirm = (item: string) => ask('ConfirmChecklistItem', { item });

  test('is confirmed once its phase was entered, once Q10', () => {
    after(...opened)
      .when(confirm('called'), on(4))
      .thenEvents(confirmed);
    after(...opened, confirmed)
      .when(confirm('called'))
      .thenNothing();
    after(...opened)
      .when(confirm('danced'))
      .thenRefused({ type: 'UndefinedTerm', list: 'checklist', id: 'danced' });
  });

  test('is dated back no further than the opening, and not confirmed after the end', () => {
    after(...opened)
      .when(confirm('called'), on(msFrom(day(3), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(3) });
    after(...opened, was(6, 'ProjectClosed', { outcome: 'lost', reason: 'price' }))
      .when(confirm('called'))
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
  });
});
