/** How customers buy, and the phase we should be in meanwhile. @source PRJ-15..17, DLR-15 */
import type { PurchaseFlow } from '../process/index.js';
import { named, term } from './words.js';

const step = (phase: string, id: string, en: string, zh: string) => ({ ...named(id, en, zh), phase: term(phase) });

/** Ten steps, of which the fifth is a tender or what stands in its place. */
const tenSteps = (fifth: PurchaseFlow['steps'][number]): PurchaseFlow['steps'] => [
  step('informationCollection', 'purchaseRequest', 'Purchase request', '购买请求'),
  step('informationCollection', 'projectApplication', 'Project application', '项目申请'),
  step('conceptExchange', 'feasibilityStudy', 'Feasibility study', '项目可行性研究'),
  step('conceptExchange', 'projectProposal', 'Project proposal', '项目计划书'),
  fifth,
  step('projectPlanning', 'technicalPresentation', 'Presentation of the technical solution', '技术方案介绍'),
  step('negotiationSigning', 'technicalTalks', 'Technical talks', '技术洽谈'),
  step('negotiationSigning', 'commercialTalks', 'Commercial negotiation', '商务谈判'),
  step('negotiationSigning', 'contractSigning', 'Signing of the contract', '合同签订'),
  step('implementationSummary', 'contractPerformance', 'Performance of the contract', '合同履行'),
];

export const flows: ReadonlyArray<PurchaseFlow> = [
  {
    ...named('tender', 'Purchase by tender', '招标购买流程'),
    steps: tenSteps(step('projectPlanning', 'invitationToTender', 'Invitation to tender', '招标')),
  },
  {
    ...named('negotiatedBid', 'Purchase by negotiated bid', '议标购买流程'),
    steps: tenSteps(step('projectPlanning', 'negotiatedBidding', 'Negotiated bid', '议标')),
  },
  {
    ...named('telecom', 'Purchase by a telecom operator', '电信购买流程'),
    steps: [
      step('informationCollection', 'constructionPlan', 'Construction plan', '建设计划'),
      step('informationCollection', 'planReview', 'Review of the plan', '规划评审'),
      step('conceptExchange', 'solutionStudy', 'Study of solutions', '方案论证'),
      step('projectPlanning', 'tenderDrafting', 'Drafting of the tender', '标书制作'),
      step('projectPlanning', 'tenderIssue', 'Issue of the tender', '发放标书'),
      step('negotiationSigning', 'tenderAssessment', 'Assessment of the tenders', '标书评定'),
      step('negotiationSigning', 'decisionReview', 'Review of the decision', '决策评审'),
      step('negotiationSigning', 'negotiationAndSigning', 'Negotiation and signing', '谈判签约'),
    ],
  },
  {
    ...named('consumer', 'Purchase by a consumer', '消费者购买决策流程'),
    steps: [
      step('informationCollection', 'needRecognised', 'Need recognised', '需求确认'),
      step('conceptExchange', 'informationGathered', 'Information gathered', '信息收集'),
      step('projectPlanning', 'productsCompared', 'Products compared', '评估可选产品'),
      step('negotiationSigning', 'purchaseDecided', 'Purchase decided', '购买决策'),
      step('negotiationSigning', 'purchaseMade', 'Purchase made', '最终购买行为'),
    ],
  },
];
