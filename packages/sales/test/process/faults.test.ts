import { opportunityChannels, type Playbook, type PlaybookFault } from '@millrace/sales';
import { describe, test } from 'vitest';
import type { FaultOfProjects } from '../playbook/project-faults.js';
import { asked, cny, named, term } from '../support/playbooks.js';
import {
  atSigning,
  criterion,
  exitOf,
  flow,
  gate,
  gateAsking,
  phase,
  processWith,
  projectsWith,
  works,
} from '../support/processes.js';

interface Case<Fault> {
  readonly playbook: Playbook;
  readonly fault: Fault;
}

const process = 'works';
const behaviours = {
  minimumProjects: 1,
  storytellerAdvancedAtMostBp: 0,
  pusherSigningAtLeastBp: 10_000,
  earlySpenderAtLeastBp: 5_000,
};
const weighing = (id: string, weightBp: number) => ({ ...named(id), weightBp });

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in FaultOfProjects]: Case<Extract<PlaybookFault, { type: Type }>> } = {
  ChannelMissing: {
    playbook: projectsWith({ channels: opportunityChannels.filter(({ id }) => id !== 'bidding') }),
    fault: { type: 'ChannelMissing', channel: 'bidding' },
  },
  WeightOutOfRange: {
    playbook: projectsWith({ decisionFactors: [weighing('price', 10_000), weighing('colour', 0)] }),
    fault: { type: 'WeightOutOfRange', factor: 'colour', weightBp: 0, most: 10_000 },
  },
  WeightsNotWhole: {
    playbook: projectsWith({ decisionFactors: [weighing('price', 6_000), weighing('colour', 3_999)] }),
    fault: { type: 'WeightsNotWhole', sum: 9_999, expected: 10_000 },
  },
  BehaviourOutOfRange: {
    playbook: projectsWith({ behaviours: { ...behaviours, pusherSigningAtLeastBp: 10_001 } }),
    fault: { type: 'BehaviourOutOfRange', behaviour: 'pusherSigningAtLeastBp', bp: 10_001, most: 10_000 },
  },
  BehaviourWithoutSample: {
    playbook: projectsWith({ behaviours: { ...behaviours, minimumProjects: 0 } }),
    fault: { type: 'BehaviourWithoutSample', minimumProjects: 0 },
  },
  ReportsToItself: {
    playbook: projectsWith({
      departments: [
        { ...named('shop'), reportsTo: term('sales') },
        { ...named('sales'), reportsTo: term('head') },
        { ...named('head'), reportsTo: term('sales') },
      ],
    }),
    fault: { type: 'ReportsToItself', department: 'sales' },
  },
  ReservedPhase: {
    playbook: processWith({ phases: [...works.phases, phase('signed')] }),
    fault: { type: 'ReservedPhase', process, phase: 'signed' },
  },
  FlowStepTooEarly: {
    playbook: processWith({ flows: [flow('hasty', ['asks', 'lead'], ['orders', 'offer'], ['asksAgain', 'lead'])] }),
    fault: { type: 'FlowStepTooEarly', process, flow: 'hasty', step: 'asksAgain', phase: 'lead', after: 'offer' },
  },
  RotsAtOnce: {
    playbook: processWith({ phases: [...works.phases, phase('later', [], { rottingDays: 0 })] }),
    fault: { type: 'RotsAtOnce', process, phase: 'later', rottingDays: 0 },
  },
  GateAtNoPhase: {
    playbook: processWith({ gates: [gate('screen', exitOf('leed'))] }),
    fault: { type: 'GateAtNoPhase', process, gate: 'screen', phase: 'leed' },
  },
  GateBeyondLastPhase: {
    playbook: processWith({ gates: [gate('end', exitOf('delivery'))] }),
    fault: { type: 'GateBeyondLastPhase', process, gate: 'end', phase: 'delivery' },
  },
  BoundaryGuardedTwice: {
    playbook: processWith({
      gates: [gate('terms', atSigning), gate('screen', exitOf('lead')), gate('price', atSigning)],
    }),
    fault: { type: 'BoundaryGuardedTwice', process, gate: 'price', other: 'terms' },
  },
  GateWithoutReviewers: {
    playbook: processWith({ gates: [gate('screen', exitOf('lead'), { reviewerRoles: [] })] }),
    fault: { type: 'GateWithoutReviewers', process, gate: 'screen' },
  },
  GateRoleOfNobody: {
    playbook: processWith({
      gates: [gate('screen', exitOf('lead'), { reviewerRoles: [term('manager'), term('bishop')] })],
    }),
    fault: { type: 'GateRoleOfNobody', process, gate: 'screen', role: 'bishop' },
  },
  GateDecidedByNobody: {
    playbook: processWith({ gates: [gate('screen', exitOf('lead'), { reviewerRoles: [term('seller')] })] }),
    fault: { type: 'GateDecidedByNobody', process, gate: 'screen', roles: ['seller'] },
  },
  ReviewerRoleDoubled: {
    playbook: processWith({
      gates: [gate('screen', exitOf('lead'), { reviewerRoles: [term('manager'), term('seller'), term('manager')] })],
    }),
    fault: { type: 'ReviewerRoleDoubled', process, gate: 'screen', role: 'manager' },
  },
  GateReviewersBelowOne: {
    playbook: processWith({ gates: [gate('screen', exitOf('lead'), { reviewers: 0 })] }),
    fault: { type: 'GateReviewersBelowOne', process, gate: 'screen', reviewers: 0 },
  },
  CeilingCurrency: {
    playbook: processWith({
      gates: [gate('terms', atSigning, { selfReviewUpTo: { ...cny(1), currency: 'EUR' as never } })],
    }),
    fault: { type: 'CeilingCurrency', process, gate: 'terms', currency: 'EUR', expected: 'CNY' },
  },
  CeilingBelowZero: {
    playbook: processWith({ gates: [gate('terms', atSigning, { selfReviewUpTo: cny(-1) })] }),
    fault: { type: 'CeilingBelowZero', process, gate: 'terms', minor: -1 },
  },
  CriterionTestsNothing: {
    playbook: processWith({
      gates: [gateAsking('terms', atSigning, criterion('signedPaper', { by: 'document', document: term('papers') }))],
    }),
    fault: { type: 'CriterionTestsNothing', process, criterion: 'signedPaper', list: 'documents', id: 'papers' },
  },
  CriterionBehindGate: {
    playbook: processWith({
      gates: [gateAsking('screen', exitOf('lead'), criterion('bidMade', { by: 'activity', activity: term('bid') }))],
    }),
    fault: { type: 'CriterionBehindGate', process, gate: 'screen', criterion: 'bidMade', id: 'bid', phase: 'offer' },
  },
  MinimumScoreOutOfRange: {
    playbook: processWith({
      gates: [gateAsking('screen', exitOf('lead'), { ...criterion('liked'), minimumScore: 11 })],
    }),
    fault: { type: 'MinimumScoreOutOfRange', process, criterion: 'liked', minimumScore: 11 },
  },
};

describe('every fault of what a playbook says of projects is met', () => {
  test.each(Object.entries(cases))('%s', (_, { playbook, fault }) => asked(playbook).thenRefused(fault));
});
