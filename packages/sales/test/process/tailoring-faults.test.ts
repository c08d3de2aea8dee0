import type { TailoredProcess, TailoringAsked, TailoringFault } from '@millrace/sales';
import { describe, test } from 'vitest';
import { term } from '../support/playbooks.js';
import { exitOf } from '../support/processes.js';
import { activityOf, merge, moved, plain, refusedAs, withGate, withStage } from '../support/tailorings.js';

/** Places of the stages and gates of the key-account process. */
const [information, concept, planning, signing, delivery, extension] = [0, 1, 2, 3, 4, 5];
const [preliminary, establishment, commercial] = [0, 1, 2];

interface Case<Fault> {
  readonly proposed: TailoredProcess;
  readonly fault: Fault;
  readonly asked?: Partial<TailoringAsked>;
}

/** The last phase is in the stage of one that is not its neighbour. */
const apart = withStage(moved(plain, 'extension', planning), planning, ({ phases }) => ({
  phases: [...phases, term('newProjectExtension')],
}));

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in TailoringFault['type']]: Case<Extract<TailoringFault, { type: Type }>> } = {
  StageEmpty: {
    proposed: { ...plain, stages: [...plain.stages, { phases: [], activities: [], checklist: [] }] },
    fault: { type: 'StageEmpty', place: 7 },
  },
  GateEmpty: {
    proposed: withGate(plain, commercial, () => ({ gates: [] })),
    fault: { type: 'GateEmpty', place: 3 },
  },
  TailoringAdds: {
    proposed: withStage(plain, information, ({ activities }) => ({
      activities: [...activities, { activity: term('dinner'), steps: [] }],
    })),
    fault: { type: 'TailoringAdds', what: 'activity', id: 'dinner' },
  },
  TailoringDoubles: {
    proposed: withStage(plain, signing, ({ activities }) => ({ activities: [...activities, activityOf('strategy')] })),
    fault: { type: 'TailoringDoubles', what: 'activity', id: 'strategy' },
  },
  TailoringDrops: {
    proposed: withStage(plain, concept, ({ activities }) => ({
      activities: activities.filter(({ activity }) => activity !== 'competitorAnalysis'),
    })),
    fault: { type: 'TailoringDrops', what: 'activity', id: 'competitorAnalysis' },
  },
  StepsReordered: {
    proposed: withStage(plain, concept, ({ activities: [first, ...others] }) => ({
      activities: [{ ...activityOf('customerAnalysis'), steps: first?.steps.toReversed() ?? [] }, ...others],
    })),
    fault: { type: 'StepsReordered', activity: 'customerAnalysis' },
  },
  PhasesNotAdjacent: {
    proposed: { ...apart, stages: apart.stages.slice(0, extension) },
    fault: { type: 'PhasesNotAdjacent', phase: 'newProjectExtension', expected: 'negotiationSigning' },
  },
  MergedAcrossSigning: {
    proposed: merge(plain, signing),
    fault: { type: 'MergedAcrossSigning', signedIn: 'negotiationSigning', phase: 'implementationSummary' },
  },
  ChecklistItemMoved: {
    proposed: withStage(
      withStage(plain, planning, ({ checklist }) => ({ checklist: checklist.slice(0, -1) })),
      signing,
      () => ({ checklist: [term('costsPlanned')] }),
    ),
    fault: { type: 'ChecklistItemMoved', item: 'costsPlanned', phase: 'projectPlanning' },
  },
  ActivityMovedAcrossGate: {
    proposed: moved(plain, 'planning', concept),
    fault: { type: 'ActivityMovedAcrossGate', activity: 'planning', gate: 'establishment' },
  },
  GatesMergedWrongly: {
    proposed: { ...merge(plain, information), gates: plain.gates },
    fault: { type: 'GatesMergedWrongly', gate: 'establishment', other: 'preliminary', are: 'apart' },
  },
  GateMisplaced: {
    proposed: withGate(plain, preliminary, () => ({ guards: exitOf('projectPlanning') })),
    fault: {
      type: 'GateMisplaced',
      gate: 'preliminary',
      guards: exitOf('projectPlanning'),
      expected: exitOf('informationCollection'),
    },
  },
  CriteriaNotUnion: {
    proposed: withGate(
      withGate(plain, establishment, ({ criteria }) => ({ criteria: criteria.slice(1) })),
      commercial,
      ({ criteria }) => ({ criteria: [...criteria, term('customerAnalysed')] }),
    ),
    fault: { type: 'CriteriaNotUnion', gate: 'establishment', missing: 'customerAnalysed' },
  },
  ReviewerRolesNotUnion: {
    proposed: withGate(plain, commercial, () => ({ reviewerRoles: [term('salesDirector')] })),
    fault: { type: 'ReviewerRolesNotUnion', gate: 'commercial', missing: 'commercialReviewer' },
  },
  FormNotAllowed: {
    proposed: withGate(plain, preliminary, () => ({ form: 'circulation', reviewers: 1 })),
    fault: { type: 'FormNotAllowed', gate: 'preliminary', form: 'circulation', reviewers: 1 },
    asked: { size: 'large' },
  },
  StagesTouchEntered: {
    proposed: merge(plain, planning),
    fault: { type: 'StagesTouchEntered', phase: 'projectPlanning' },
    asked: { entered: new Set(['informationCollection', 'conceptExchange', 'projectPlanning']) },
  },
  GateAlreadyRequested: {
    proposed: withGate(plain, preliminary, () => ({ form: 'circulation', reviewers: 1 })),
    fault: { type: 'GateAlreadyRequested', gate: 'preliminary' },
    asked: { size: 'small', entered: new Set(['informationCollection']), requested: new Set(['preliminary']) },
  },
};

describe('every fault of a tailoring is met', () => {
  test.each(Object.entries(cases))('%s', (_, { proposed, fault, asked }) => refusedAs(fault, proposed, asked));
});

describe('each part of a template stays, once, and none is added GAT-4 PRJ-36', () => {
  const customerNeed = activityOf('customerNeed');
  const withNeed = (...all: ReadonlyArray<typeof customerNeed>) =>
    withStage(plain, information, ({ activities }) => ({ activities: [...activities.slice(0, -1), ...all] }));

  test.each<[TailoringFault, TailoredProcess]>([
    [
      { type: 'TailoringAdds', what: 'step', id: 'regionFeatures', activity: 'customerNeed' },
      withNeed({ ...customerNeed, steps: [...customerNeed.steps, term('regionFeatures')] }),
    ],
    [
      { type: 'TailoringDoubles', what: 'step', id: 'problem', activity: 'customerNeed' },
      withNeed({ ...customerNeed, steps: [term('problem'), ...customerNeed.steps] }),
    ],
    [
      { type: 'TailoringDrops', what: 'step', id: 'problem', activity: 'customerNeed' },
      withNeed({ ...customerNeed, steps: customerNeed.steps.slice(1) }),
    ],
    [{ type: 'TailoringDoubles', what: 'activity', id: 'customerNeed' }, withNeed(customerNeed, customerNeed)],
    [
      { type: 'TailoringAdds', what: 'phase', id: 'afterlife' },
      withStage(plain, extension, ({ phases }) => ({ phases: [...phases, term('afterlife')] })),
    ],
    [
      { type: 'TailoringDrops', what: 'phase', id: 'newProjectExtension' },
      { ...plain, stages: plain.stages.slice(0, extension) },
    ],
    [
      { type: 'TailoringDoubles', what: 'phase', id: 'implementationSummary' },
      withStage(plain, extension, ({ phases }) => ({ phases: [term('implementationSummary'), ...phases] })),
    ],
    [
      { type: 'TailoringDrops', what: 'checklistItem', id: 'objectivesSet' },
      withStage(plain, planning, ({ checklist }) => ({ checklist: checklist.slice(1) })),
    ],
    [
      { type: 'TailoringAdds', what: 'checklistItem', id: 'coffee' },
      withStage(plain, delivery, () => ({ checklist: [term('coffee')] })),
    ],
    [
      { type: 'TailoringDrops', what: 'gate', id: 'preliminary' },
      { ...plain, gates: plain.gates.slice(1) },
    ],
    [
      { type: 'TailoringDoubles', what: 'gate', id: 'preliminary' },
      { ...plain, gates: [...plain.gates, ...plain.gates.slice(0, 1)] },
    ],
    [
      { type: 'TailoringDrops', what: 'criterion', id: 'needKnown' },
      withGate(plain, preliminary, ({ criteria }) => ({ criteria: criteria.slice(1) })),
    ],
    [
      { type: 'TailoringAdds', what: 'criterion', id: 'liked' },
      withGate(plain, preliminary, ({ criteria }) => ({ criteria: [...criteria, term('liked')] })),
    ],
  ])('%j', (fault, proposed) => refusedAs(fault, proposed));
});
