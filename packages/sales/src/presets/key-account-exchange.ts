/** The first two phases of a key-account project, and what is done in them. @source PRJ-6, PRJ-7, PRJ-10..14, PRJ-21..23 */
import type { Phase } from '../process/index.js';
import { named } from './words.js';

/** Phase 0. The source's list of files is what the collection leaves behind. @source PRJ-4, PRJ-10, PRJ-12, PRJ-13, PRJ-42 */
export const informationCollection: Phase = {
  ...named('informationCollection', 'Information collection', '信息收集'),
  rottingDays: 30,
  checklist: [],
  activities: [
    { ...named('opportunityDiscovery', 'Discovery of a market opportunity', '发现市场机会'), steps: [] },
    {
      ...named('advanceInformation', 'Short-term collection of information beforehand', '短期的事前信息收集'),
      steps: [
        named('regionFeatures', 'Features of the region', '区域特性'),
        named('rivalDealers', 'Strength of rival dealers', '竞争厂代理店势力'),
        named('tradeMix', 'Mix of trades', '业种构成'),
      ],
      deliverables: [
        named('customerCards', 'Customer cards', '顾客卡'),
        named('map', 'Map', '地图'),
        named('customerList', 'Customer list', '客户名单'),
        named('companyMaterial', 'Company material', '公司资料'),
        named('handoverFile', 'Handover file of the predecessor', '前任者交接文件'),
        named('yearbook', 'Yearbook of industry and commerce', '工商年鉴'),
        named('phoneBook', 'Phone book', '电话簿'),
      ],
    },
    {
      ...named('customerNeed', 'Customer need', '客户需求'),
      steps: [
        named('problem', 'What is the problem the customer faces?', '客户面临的问题是什么?'),
        named('productOrService', 'Is a product needed, or a service?', '需要的是产品还是服务?'),
        named('reason', 'Why is it needed?', '为什么需要?'),
        named('budgetedAndPlanned', 'Is it budgeted and planned?', '预算和规划有没有算进去?'),
        named('realNeed', 'The real need, beside the stated request', '真正的需求'),
        named('downstreamNeed', "The needs of the customer's customers", '客户的客户的需求'),
      ],
    },
  ],
};

/** Phase 1. The review of the establishment is the gate behind it. @source PRJ-4, PRJ-7, PRJ-11, PRJ-14, PRJ-21..23, PRJ-29 */
export const conceptExchange: Phase = {
  ...named('conceptExchange', 'Concept exchange', '概念交流'),
  rottingDays: 60,
  checklist: [],
  activities: [
    {
      ...named('customerAnalysis', 'Customer analysis', '客户分析'),
      analysis: 'customer',
      steps: [
        named('needAnalysis', 'Need analysis', '需求分析'),
        named('decisionAnalysis', 'Decision analysis', '决策分析'),
        named('internalRelationAnalysis', 'Analysis of internal relations', '内部关系分析'),
      ],
    },
    {
      ...named('decisionChain', 'Decision chain', '决策链'),
      steps: [
        named('purchaseFlow', "What is the customer's purchase flow?", '客户购买流程是什么?'),
        named('chainAndProcess', "What are the customer's decision chain and process?", '客户决策链与决策过程?'),
        named(
          'strategicRelations',
          'How are strategic relations to key people built?',
          '怎样与关键人物建立战略级合作关系?',
        ),
      ],
    },
    {
      ...named('ownAnalysis', 'Own analysis', '自身分析'),
      analysis: 'own',
      steps: [
        named('marketPosition', 'Market position', '市场位置'),
        named('salesPosition', 'Sales position', '销售位置'),
        named('projectElements', 'Project elements', '项目要素'),
        named('productAnalysis', 'Product analysis', '产品分析'),
      ],
    },
    {
      ...named('competitorAnalysis', 'Competitor analysis', '对手分析'),
      analysis: 'competitor',
      steps: [
        named('productTraits', 'Product traits', '产品特点'),
        named('strategicRegions', 'Strategic regions', '战略区域重点'),
        named('salesPolicy', 'Sales policy', '销售政策'),
        named('projectElements', 'Project elements', '项目要素'),
        named('productAnalysis', 'Product analysis', '产品分析'),
      ],
    },
    {
      ...named('environmentAnalysis', 'Environment analysis', '环境分析'),
      analysis: 'environment',
      steps: [
        named('industry', 'State and development of the industry', '行业现状与发展'),
        named('localCompetition', 'Trend of local competition', '当地竞争趋势'),
        named('customerSurroundings', "Surroundings of the customer's site", '客户所在地环境'),
      ],
    },
    { ...named('executiveRelations', 'Breakthrough to executives', '高层关系突破'), steps: [] },
    {
      ...named('projectEstablishment', 'Project establishment', '项目立项'),
      steps: [
        named('establishmentElements', 'Establishment elements', '立项要素'),
        named('teamFormation', 'Team fixed', '确定项目团队'),
      ],
      deliverables: [
        named('projectAnalysis', 'Project analysis', '项目分析'),
        named('projectTeam', 'Project team', '项目组'),
        named('organisation', 'Organisation', '组织'),
      ],
    },
  ],
};
