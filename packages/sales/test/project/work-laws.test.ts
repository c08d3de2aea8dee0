import { type ProjectEvent, projectModule } from '@millrace/sales';
import { deciderLaws, type ProjectWorkType, projectWorkCommands, type Reach } from '@millrace/testing';
import { describe, expect, test } from 'vitest';
import { delivered, inExchange, inMerged, lost, openedBy, recycled, signed } from '../support/project-at-work.js';
import { contextAt, workInvariants } from '../support/project-work-laws.js';

interface Part {
  readonly name: string;
  readonly history: ReadonlyArray<ProjectEvent>;
  readonly phases: ReadonlyArray<string>;
  readonly types?: ReadonlyArray<ProjectWorkType>;
  readonly runs: number;
}

const exchange = { history: inExchange, phases: ['conceptExchange'] };
const delivery = { history: signed, phases: ['implementationSummary', 'newProjectExtension'] };
const merged = { history: inMerged, phases: ['conceptExchange', 'projectPlanning'] };
const back = { history: recycled, phases: ['conceptExchange', 'negotiationSigning'] };
const money = ['SetPhaseBudget', 'BookCost', 'AssessProbability', 'EstimateAmount', 'ExpectClose'] as const;

/** Of everything, where projects may stand; then of what belongs together, so that much of it is met. */
const parts: ReadonlyArray<Part> = [
  { name: 'everything at the analyses', ...exchange, runs: 10 },
  { name: 'everything in a merged stage', ...merged, runs: 10 },
  { name: 'everything after a recycle', ...back, runs: 10 },
  { name: 'everything once signed', ...delivery, runs: 10 },
  { name: 'everything once lost', ...exchange, history: lost, runs: 4 },
  { name: 'everything once delivered', ...delivery, history: delivered, runs: 4 },
  { name: 'steps', ...merged, types: ['DoStep', 'FinishActivity', 'RecordAnalysis', 'RecordDocument'], runs: 25 },
  { name: 'documents', ...exchange, types: ['RecordDocument'], runs: 6 },
  { name: 'waivers', ...delivery, types: ['WaiveActivity', 'EstablishProject', 'FinishActivity'], runs: 15 },
  { name: 'waivers too early', ...back, types: ['WaiveActivity'], runs: 4 },
  {
    name: 'people',
    ...exchange,
    types: ['MapStakeholder', 'RelateStakeholders', 'SetStakeholderStrategy', 'UseTactic', 'FlagDirectBenefit'],
    runs: 15,
  },
  {
    name: 'facts',
    ...exchange,
    types: ['RateDecisionFactors', 'ObservePurchaseStep', 'EstablishProject', 'BaselinePlan'],
    runs: 25,
  },
  { name: 'money', ...back, types: money, runs: 15 },
  { name: 'money of a merged stage', ...merged, types: money, runs: 10 },
];

const reaches: Array<Reach> = [];

describe.each(parts)('laws of a project at work: $name', ({ name, history, phases, types, runs }) => {
  const { cases, reach } = deciderLaws({
    name,
    decider: { ...projectModule.decider, initial: openedBy(history) },
    commands: projectWorkCommands({ phases }, types),
    context: contextAt,
    events: projectModule.events,
    invariants: workInvariants,
    // The same cost again is another cost.
    repeatable: ({ type }) => type !== 'BookCost',
    length: 40,
    runs,
    // The counts below are of these very histories; a run with another seed is made by changing this one.
    seed: 20_261_129,
  });
  reaches.push(reach);
  for (const { name: title, run } of cases) test(title, run);
});

/** What the laws are about; `recorded` and `nothing` beside the refusals. */
const met: { readonly [command: string]: ReadonlyArray<string> } = {
  DoStep: ['recorded', 'nothing', 'StepOutOfOrder', 'StepUnknown', 'AnalysisExpected', 'PhaseNotEntered'],
  FinishActivity: ['recorded', 'StepsMissing', 'PhaseNotEntered'],
  WaiveActivity: ['recorded', 'WaivedBeforeSigning', 'WaivedUnsigned', 'UndefinedTerm'],
  RecordDocument: ['recorded', 'nothing', 'UndefinedTerm'],
  RecordAnalysis: ['recorded', 'nothing', 'StepOutOfOrder'],
  EstablishProject: ['recorded', 'ElementsMissing', 'PersonUnknown'],
  RateDecisionFactors: ['recorded', 'GradeOutOfRange', 'DoubledTerm', 'SaysNothing'],
  BaselinePlan: ['recorded', 'PersonUnknown'],
  MapStakeholder: ['recorded', 'ReportsInCircle', 'StakeholderUnknown', 'GradeOutOfRange'],
  RelateStakeholders: ['recorded', 'RelatedToItself', 'StakeholderUnknown'],
  ObservePurchaseStep: ['recorded', 'nothing', 'PurchaseStepBehind'],
  SetPhaseBudget: ['recorded', 'nothing'],
  BookCost: ['recorded', 'CostNotCurrent', 'PhaseNotEntered', 'OverBudget', 'AmountNotPositive', 'ProjectEnded'],
  AssessProbability: ['recorded', 'PhaseNotCurrent', 'ProbabilityOutOfRange', 'ProjectEnded'],
  EstimateAmount: ['recorded', 'nothing', 'ProjectEnded'],
  ExpectClose: ['recorded', 'nothing', 'ProjectEnded'],
};

test('the histories of these laws meet what they are about', () => {
  const cells = reaches.flatMap((reach) => reach.cells());
  const times = (command: string, outcome: string) =>
    cells.filter((cell) => cell.command === command && cell.outcome === outcome).reduce((n, cell) => n + cell.times, 0);
  const seldom = Object.entries(met).flatMap(([command, outcomes]) =>
    outcomes.map((outcome) => ({ command, outcome, times: times(command, outcome) })).filter((cell) => cell.times < 10),
  );
  expect(seldom).toEqual([]);
});
