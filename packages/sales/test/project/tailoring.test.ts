import { replay } from '@millrace/kernel';
import { plainProcess, projectFold, type TailoredProcess } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { named, term } from '../support/playbooks.js';
import { exitOf, gate, phase, works } from '../support/processes.js';
import { after, ask, confirmed, openedUnder, playbookWith, under, was } from '../support/projecting.js';
import { day, msFrom } from '../support/story.js';

/** Four phases before the last, a gate in the middle of them. */
const long = {
  phases: [
    phase('lead'),
    phase('study', [], { checklist: [named('seen')] }),
    phase('draft'),
    phase('offer'),
    phase('delivery'),
  ],
  gates: [
    gate('screen', exitOf('study'), { simplifications: [{ size: term('small'), form: 'circulation', reviewers: 1 }] }),
  ],
  flows: [],
};
const template = { ...works, ...long };
const on = under(playbookWith(long));
const opened = openedUnder(on(3), template);
const plain = plainProcess(template);

/** The second and third phase as one, and the gate between them at its end. */
const merged: TailoredProcess = {
  stages: [
    ...plain.stages.slice(0, 1),
    { phases: [term('study'), term('draft')], activities: [], checklist: [term('seen')] },
    ...plain.stages.slice(3),
  ],
  gates: plain.gates.map((one) => ({ ...one, guards: exitOf('draft') })),
};
const tailor = (process: TailoredProcess, size?: string) =>
  ask('TailorProcess', { process, ...(size === undefined ? {} : { size }) } as never);
const tailored = was(20, 'ProcessTailored', { process: merged } as never);

describe('a process is tailored', () => {
  test('by a statement of the whole of it; the same again is already so PRJ-36', () => {
    after(...opened)
      .when(tailor(merged), on(20))
      .thenEvents(tailored);
    after(...opened, tailored)
      .when(tailor({ ...merged, gates: merged.gates.toReversed() }), on(20))
      .thenNothing();
    after(...opened)
      .when(tailor(plain), on(20))
      .thenNothing();
  });

  test('and merged phases are entered together at that instant PRJ-36', () => {
    const entered = was(20, 'PhaseEntered', { phases: ['study', 'draft'], cause: 'advance' });
    for (const to of ['study', 'draft']) {
      after(...opened, tailored)
        .when(ask('AdvancePhase', { to }), on(20))
        .thenEvents(entered);
      after(...opened, tailored, entered)
        .when(ask('AdvancePhase', { to }), on(20))
        .thenNothing();
    }
    after(...opened, tailored, entered)
      .when(ask('AdvancePhase', { to: 'offer' }), on(20))
      .thenRefused({ type: 'GateNotPassed', gate: 'screen' });
  });

  test('until it goes over to a template as it is, and stands in the same phase there PRJ-36', () => {
    const ungated = { ...merged, gates: [] };
    const history = [
      ...opened,
      was(4, 'ProcessTailored', { process: ungated } as never),
      was(5, 'PhaseEntered', { phases: ['study', 'draft'], cause: 'advance' }),
      was(6, 'PhaseEntered', { phases: ['offer'], cause: 'advance' }),
    ];
    const migrated = was(7, 'ProcessMigrated', {
      template: 'works',
      playbook: 'later',
      process: { ...plain, gates: [] },
      signedIn: 'offer',
    } as never);
    expect(replay(projectFold, history)).toMatchObject({ stage: 2 });
    expect(replay(projectFold, [...history, migrated])).toMatchObject({ stage: 3, movedAt: day(7), playbook: 'later' });
  });

  test('where nothing is dropped, and no phase was entered nor gate requested before PRJ-36 GAT-4', () => {
    const dropped = { ...merged, gates: [] };
    after(...opened)
      .when(tailor(dropped), on(20))
      .thenRefused({ type: 'TailoringDrops', what: 'gate', id: 'screen' });
    const inStudy = [...opened, was(5, 'PhaseEntered', { phases: ['study'], cause: 'advance' })];
    after(...inStudy)
      .when(tailor(merged), on(20))
      .thenRefused({ type: 'StagesTouchEntered', phase: 'study' });
    const asked = { review: 'r1', gates: ['screen'], requestedBy: 'ada', plannedTeam: [] };
    after(...inStudy, was(6, 'GateReviewRequested', asked))
      .when(tailor({ ...plain, gates: plain.gates.map((one) => ({ ...one, reviewers: 2 })) }), on(20))
      .thenRefused({ type: 'GateAlreadyRequested', gate: 'screen' });
  });

  test('by the class of size of the project, as the template has it PRJ-36', () => {
    const simple = { ...plain, gates: plain.gates.map((one) => ({ ...one, form: 'circulation' as const })) };
    after(...opened)
      .when(tailor(simple), on(20))
      .thenRefused({ type: 'FormNotAllowed', gate: 'screen', form: 'circulation', reviewers: 1 });
    after(...opened)
      .when(tailor(simple, 'tiny'), on(20))
      .thenRefused({ type: 'UndefinedTerm', list: 'sizes', id: 'tiny' });
    const small = was(20, 'ProcessTailored', { process: simple, size: 'small' } as never);
    after(...opened)
      .when(tailor(simple, 'small'), on(20))
      .thenEvents(small);
    after(...opened)
      .when(tailor(plain, 'small'), on(20))
      .thenEvents(was(20, 'ProcessTailored', { process: plain, size: 'small' } as never));
    // The size stands until another is stated.
    after(...opened, small)
      .when(tailor({ ...merged, gates: merged.gates.map((one) => ({ ...one, form: 'circulation' as const })) }), on(20))
      .thenEvents(
        was(20, 'ProcessTailored', {
          process: { ...merged, gates: merged.gates.map((one) => ({ ...one, form: 'circulation' })) },
        } as never),
      );
  });

  test('not before the latest move, nor after the end', () => {
    after(...opened)
      .when(tailor(merged), on(msFrom(day(3), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(3) });
    after(...opened, confirmed, was(6, 'ProjectClosed', { outcome: 'lost', reason: 'price' }))
      .when(tailor(merged), on(20))
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
    after(...opened, tailored)
      .when(ask('AdvancePhase', { to: 'study' }), on(19))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(20) });
  });
});

test('GAT-1 conditions of a review open nothing where its gate stands elsewhere after a migration', () => {
  const apart = {
    ...template,
    gates: [gate('fresh', exitOf('study')), gate('screen', exitOf('draft'))],
  };
  const conditions = [{ id: 'papers', text: 'papers', due: day(30) }];
  const fulfil = ask('FulfilCondition', { review: 'r1', condition: 'papers', confirmedBy: 'mia' });
  const waiting = [
    ...opened,
    tailored,
    was(20, 'PhaseEntered', { phases: ['study', 'draft'], cause: 'advance' }),
    was(20, 'GateReviewRequested', { review: 'r1', gates: ['screen'], requestedBy: 'ada', plannedTeam: [] }),
    was(20, 'GateDecided', {
      ...{ review: 'r1', gates: ['screen'], decision: 'conditionalGo', chair: 'mia', conditions, criteria: [] },
      ...{
        reviewers: [{ person: 'mia', role: 'manager' }],
        independence: 'independent',
        form: 'meeting',
        evidence: [],
      },
    } as never),
    was(20, 'ProcessMigrated', { template: 'works', playbook: 'v2', process: plainProcess(apart), signedIn: 'offer' }),
  ];
  after(...waiting)
    .when(fulfil, on(21))
    .thenRefused({ type: 'GateNotAtExit', gate: 'screen', phase: 'study' });
  const entered = (phase: string, cause: 'advance' | 'conditionsFulfilled', more: object = {}) =>
    was(21, 'PhaseEntered', { phases: [phase], cause, ...more } as never);
  after(...waiting, entered('draft', 'advance'))
    .when(fulfil, on(21))
    .thenEvents(
      was(21, 'ConditionFulfilled', { review: 'r1', condition: 'papers', confirmedBy: 'mia', late: false }),
      entered('offer', 'conditionsFulfilled', { review: 'r1' }),
    );
});

test('PRJ-38 GAT-6 what led to the contract is not waived, though it was put behind the signing', () => {
  const free = { ...works, gates: [] };
  const onFree = under(playbookWith(free));
  const [lead, offer, delivery] = plainProcess(free).stages;
  if (lead === undefined || offer === undefined || delivery === undefined) throw new Error('no stages');
  const moved = {
    stages: [
      lead,
      { ...offer, activities: [] },
      { ...delivery, activities: [...offer.activities, ...delivery.activities] },
    ],
    gates: [],
  };
  const waive = (activity: string) =>
    ask('WaiveActivity', { activity, reason: 'agreed', requestedBy: 'ada', approver: 'mia' });
  const won = [
    ...openedUnder(onFree(3), free),
    was(4, 'ProcessTailored', { process: moved } as never),
    was(5, 'PhaseEntered', { phases: ['offer'], cause: 'advance' }),
    was(6, 'ContractSigned', {}),
    was(6, 'PhaseEntered', { phases: ['delivery'], cause: 'signing' }),
  ];
  after(...openedUnder(onFree(3), free))
    .when(tailor(moved), onFree(4))
    .thenEvents(was(4, 'ProcessTailored', { process: moved } as never));
  after(...won)
    .when(waive('bid'), onFree(20))
    .thenRefused({ type: 'WaivedBeforeSigning', activity: 'bid', phase: 'offer' });
  after(...won)
    .when(waive('handover'), onFree(20))
    .thenEvents(
      was(20, 'ActivityWaived', {
        ...{ activity: 'handover', reason: 'agreed', requestedBy: 'ada', approver: 'mia', sole: true },
      }),
    );
});

test('Q10 an item of a phase that was not entered yet is not confirmed', () => {
  after(...opened)
    .when(ask('ConfirmChecklistItem', { item: 'seen' }), on(20))
    .thenRefused({ type: 'PhaseNotEntered', phase: 'study' });
});
