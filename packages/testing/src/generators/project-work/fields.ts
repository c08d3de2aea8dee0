import type { BusinessId } from '@millrace/kernel';
import type { Need, ProjectCommand, Term } from '@millrace/sales';
import fc from 'fast-check';
import {
  date,
  dates,
  grade,
  hash,
  mostly,
  nothing,
  oneOf,
  stepOf,
  termOf,
  texts,
  type Vocabulary,
  words,
} from './vocabulary.js';

/** Commands about the life and the gates of a project. */
type Other =
  | 'DiscoverOpportunity'
  | 'TouchChannel'
  | 'OpenProject'
  | 'TransferProject'
  | 'JoinProjectTeam'
  | 'LeaveProjectTeam'
  | 'TailorProcess'
  | 'MigrateProcess'
  | 'ConfirmChecklistItem'
  | 'AdvancePhase'
  | 'SignContract'
  | 'AmendContract'
  | 'TerminateContract'
  | 'CloseProject'
  | 'ReopenProject'
  | 'OpenExtension'
  | 'RequestGateReview'
  | 'DecideGate'
  | 'FulfilCondition';

/** Commands about the work and the money of a project. */
export type ProjectWorkType = Exclude<ProjectCommand['type'], Other>;

type Fields = {
  readonly [Type in ProjectWorkType]: fc.Arbitrary<Omit<Extract<ProjectCommand, { type: Type }>, 'type' | 'project'>>;
};

const known = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);

/** What a customer asks for and needs. */
export const needs: fc.Arbitrary<Need> = fc.record({
  problem: words,
  wants: fc.constantFrom('product' as const, 'service' as const, 'both' as const),
  reason: words,
  budgeted: known,
  planned: known,
  statedRequest: words,
  realNeed: words,
});

const stakeholder = fc.constantFrom('s1', 's2', 's3') as fc.Arbitrary<BusinessId>;

const assessed = ['metrics', 'economicBuyer', 'champion', 'identifiedPain'] as const;

/** Some of what is assessed, or nothing. */
const qualification = mostly(
  fc.subarray([...assessed], { minLength: 1 }),
  fc.subarray([...assessed], { maxLength: 0 }),
).chain((fields) => fc.record(Object.fromEntries(fields.map((field) => [field, grade]))));

/** The fields of each command, by its type. */
export const fieldsOf = ({ rules, template, phase, activityThat, amount, person: by }: Vocabulary): Fields => {
  const activities = template.phases.flatMap((one) => one.activities);
  const documents = activities.flatMap(({ deliverables = [] }) => deliverables);
  const analyses = activities.flatMap(({ analysis: kind, steps }) => (kind === undefined ? [] : [{ kind, steps }]));
  const named = activityThat(() => true).map(({ id }) => id);
  const stepped = mostly(
    activityThat(({ steps, analysis }) => steps.length > 0 && analysis === undefined),
    activityThat(() => true),
  );
  const finished = mostly(
    activityThat(({ analysis }) => analysis === undefined),
    activityThat(() => true),
  );
  const rating = fc.record(
    { factor: termOf(rules.decisionFactors), own: grade, rival: grade },
    { requiredKeys: ['factor', 'own'] },
  );
  const planned = fc
    .tuple(
      fc.record(
        { activity: named, responsible: by, accountable: by, informed: fc.array(by, { maxLength: 1 }) },
        { requiredKeys: ['activity', 'responsible'] },
      ),
      dates,
    )
    .map(([work, when]) => ({ ...work, ...when }));
  const elements = rules.establishment.map(({ id: element }) => ({ element, text: 'Settled' }));
  return {
    DoStep: stepped.chain(({ id, steps }) => fc.record({ activity: fc.constant(id), step: stepOf(steps), by })),
    FinishActivity: fc.record({ activity: finished.map(({ id }) => id), by }),
    WaiveActivity: fc.record({
      activity: mostly(named, fc.constant('toString' as Term)),
      reason: termOf(rules.waiving),
      requestedBy: by,
      approver: by,
    }),
    RecordDocument: fc.record({ document: termOf(documents), hash }),
    RecordAnalysis: fc
      .tuple(oneOf(analyses, { kind: 'own', steps: [] }), fc.constantFrom(true, true, true, false), needs)
      .chain(([{ kind, steps }, knows, need]) =>
        fc
          .record({ part: stepOf(steps), finding: words, by })
          .map((rest) => ({ kind, ...rest, ...(knows && kind === 'customer' ? { need } : {}) })),
      ),
    EstablishProject: fc.record({
      elements: mostly(fc.constant(elements), fc.subarray([...elements, ...elements.slice(0, 1)])),
      team: fc.array(by, { maxLength: 3 }),
    }),
    RecordRegionProfile: fc.record({
      region: fc.constantFrom('North', 'South'),
      features: texts,
      rivals: texts,
      trades: texts,
      sources: fc.array(termOf(documents), { maxLength: 2 }),
    }),
    NoteCompetitor: fc.record({ competitor: fc.constantFrom('Acme', 'Zenith'), note: words }),
    RateDecisionFactors: fc.record({
      ratings: mostly(fc.array(rating, { minLength: 1, maxLength: 2 }), fc.array(rating, { maxLength: 0 })),
    }),
    RecordSwot: fc.record({ strengths: texts, weaknesses: texts, opportunities: texts, threats: texts }),
    SetObjective: fc.record({ objective: words, parts: texts }),
    ChooseStrategy: fc.record({ strategy: words }),
    BaselinePlan: fc.record({
      goal: words,
      phases: fc.array(
        fc.tuple(phase, dates).map(([id, when]) => ({ phase: id, ...when })),
        { maxLength: 1 },
      ),
      activities: fc.array(planned, { maxLength: 2 }),
    }),
    MapStakeholder: fc
      .tuple(
        fc.record(
          {
            stakeholder,
            layer: termOf(template.layers),
            influence: grade,
            stance: fc.constantFrom('supporter' as const, 'neutral' as const, 'opponent' as const, 'unknown' as const),
            keyDecisionMaker: fc.boolean(),
            name: fc.constant('Wang'),
            department: termOf(rules.departments),
          },
          { requiredKeys: ['stakeholder', 'layer', 'influence', 'stance', 'keyDecisionMaker'] },
        ),
        fc.constantFrom(true, false, false, false),
        stakeholder,
      )
      .map(([map, reports, reportsTo]) => (reports ? { ...map, reportsTo } : map)),
    SetStakeholderStrategy: fc.record({ stakeholder, strategy: words }),
    RelateStakeholders: fc.record({ from: stakeholder, to: stakeholder, relation: termOf(rules.relations) }),
    UseTactic: fc.record({ tactic: termOf(rules.tactics), by, stakeholder }, { requiredKeys: ['tactic', 'by'] }),
    FlagDirectBenefit: fc.record({ stakeholder, note: words }),
    AssessRelationshipLevel: fc.record({ rung: termOf(rules.relationshipLadder), by }),
    AssessQualification: fc.record({
      qualification,
      by,
    }),
    ObservePurchaseStep: oneOf(template.flows, nothing).chain(({ id, steps }) =>
      fc.record({ flow: fc.constant(id), step: termOf(steps) }),
    ),
    SetPhaseBudget: fc.record({ phase, amount }),
    BookCost: fc.record(
      { phase, amount, by, late: fc.boolean(), approver: by, reference: words },
      { requiredKeys: ['phase', 'amount', 'by'] },
    ),
    AssessProbability: fc.record({
      phase,
      by,
      bp: mostly(fc.constantFrom(0, 2_500, 5_000, 10_000), fc.constantFrom(-1, 10_001)),
    }),
    EstimateAmount: fc.record({ amount }),
    ExpectClose: fc.record({ on: date }),
  };
};
