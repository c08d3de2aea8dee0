/**
 * The four gates of a key-account project. The source gives their names; what they ask is our default.
 *
 * @source PRJ-5, PRJ-7, PRJ-12, PRJ-24, PRJ-28, PRJ-36, Q9, Q10, GAT-12
 */
import type { Criterion, Gate } from '../process/index.js';
import { named, term } from './words.js';

const exitOf = (phase: string): Gate['guards'] => ({ at: 'exit', phase: term(phase) });

const must = (test: Criterion['test'], id: string, en: string, zh: string): Criterion => ({
  ...named(id, en, zh),
  must: true,
  test,
});
const should = (...criterion: Parameters<typeof must>): Criterion => ({ ...must(...criterion), must: false });

const done = (activity: string): Criterion['test'] => ({ by: 'activity', activity: term(activity) });
const met = (layer: string): Criterion['test'] => ({ by: 'layer', layer: term(layer) });
const judged: Criterion['test'] = { by: 'reviewers' };

/** Is the information worth a project? Small projects ask it by circulation. */
const preliminary: Gate = {
  ...named('preliminary', 'Preliminary review', '初步评审'),
  guards: exitOf('informationCollection'),
  criteria: [
    must(done('customerNeed'), 'needKnown', "The customer's need is known", '客户需求已了解'),
    should(done('advanceInformation'), 'regionKnown', 'Information was collected beforehand', '事前信息已收集'),
    must(judged, 'worthAProject', 'The information is worth a project', '信息值得做成项目'),
  ],
  reviewerRoles: [term('reviewer')],
  form: 'meeting',
  reviewers: 2,
  simplifications: [{ size: term('small'), form: 'circulation', reviewers: 1 }],
};

/** Are project, budget and team approved? Not before the four analyses. */
const establishment: Gate = {
  ...named('establishment', 'Establishment review', '立项评审'),
  guards: exitOf('conceptExchange'),
  criteria: [
    must({ by: 'analysis', analysis: 'customer' }, 'customerAnalysed', 'The customer is analysed', '客户分析已完成'),
    must({ by: 'analysis', analysis: 'own' }, 'ownSideAnalysed', 'Our own side is analysed', '自身分析已完成'),
    must({ by: 'analysis', analysis: 'competitor' }, 'rivalsAnalysed', 'Competitors are analysed', '对手分析已完成'),
    must(
      { by: 'analysis', analysis: 'environment' },
      'environmentAnalysed',
      'The environment is analysed',
      '环境分析已完成',
    ),
    should({ by: 'needBudgeted' }, 'needBudgeted', 'The need is budgeted and planned', '预算和规划已算进去'),
    {
      ...must(judged, 'projectApproved', 'Project, budget and team are approved', '项目、预算和项目组获得认可'),
      minimumScore: 6,
    },
  ],
  reviewerRoles: [term('salesDirector'), term('technicalReviewer')],
  form: 'meeting',
  reviewers: 2,
  simplifications: [],
};

/** Are the terms approved? It guards the signing of the contract. */
const commercial: Gate = {
  ...named('commercial', 'Commercial review', '商务评审'),
  guards: { at: 'signing' },
  criteria: [
    must(done('technicalConfirmation'), 'technicallyConfirmed', 'The technology is confirmed', '技术已确认'),
    must(done('solutionFixing'), 'solutionFixed', 'The solution is fixed', '方案已确定'),
    must(
      { by: 'document', document: term('contractDraft') },
      'contractDrafted',
      'The contract is drafted',
      '合同草案已具备',
    ),
    should(met('auxiliary'), 'auxiliaryLayerCovered', 'The auxiliary layer is covered', '辅助层已覆盖'),
    should(met('technical'), 'technicalLayerCovered', 'The technical layer is covered', '技术层已覆盖'),
    should(met('execution'), 'executionLayerCovered', 'The execution layer is covered', '执行层已覆盖'),
    must(met('decision'), 'decisionLayerCovered', 'The decision layer is covered', '决策层已覆盖'),
    { ...must(judged, 'termsAcceptable', 'The terms are acceptable', '商务条件可以接受'), minimumScore: 6 },
  ],
  reviewerRoles: [term('salesDirector'), term('commercialReviewer')],
  form: 'meeting',
  reviewers: 2,
  simplifications: [],
};

/** Is the relationship fit for an extension? The summary should be there, but may come later. */
const customerRelationship: Gate = {
  ...named('customerRelationship', 'Customer-relationship review', '客户关系评审'),
  guards: exitOf('implementationSummary'),
  criteria: [
    must(done('implementation'), 'implemented', 'The project is implemented', '项目已实施'),
    should(done('projectSummary'), 'summarised', 'The project is summarised', '项目已总结'),
    must(judged, 'relationshipFit', 'The relationship is fit for an extension', '客户关系适合延伸'),
  ],
  reviewerRoles: [term('salesDirector')],
  form: 'meeting',
  reviewers: 1,
  simplifications: [],
};

export const gates: ReadonlyArray<Gate> = [preliminary, establishment, commercial, customerRelationship];
