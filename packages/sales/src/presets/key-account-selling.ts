/** What sellers of key-account projects know and pick from. @source PRJ-7, PRJ-9, PRJ-28..30, PRJ-39, PRJ-41 */
import type { Named } from '../terms.js';
import { named } from './words.js';

/** PRJ-39: A to D. */
export const saleTypes: ReadonlyArray<Named> = [
  named('consumable', 'One-off consumable', '一次消费品'),
  named('productWithService', 'Product with service', '带有服务的产品'),
  named('repeatedService', 'One purchase turned into repeated service', '将一次产品购买变为多次服务'),
  named('bundle', 'Bundle of products', '组合产品销售'),
];

/** PRJ-28: from the top. */
export const relationshipLadder: ReadonlyArray<Named> = [
  named('strategicPartner', 'Important strategic partner', '重要战略伙伴'),
  named('deepConsensus', 'Deep recognition, consensus on long-term cooperation', '全面深层次认同, 长期合作共识'),
  named(
    'fullService',
    'Full service such as technical support and joint development, and joint ventures',
    '技术支持、联合开发等全方位服务和合资合作',
  ),
  named('valueEmphasis', 'Stress on product value and competitive advantage', '强调产品含金量和竞争优势'),
  named('simpleResponse', 'Simple response to requirements', '简单响应和满足要求'),
];

/** What the founding of a project settles. The source names the elements only as such: these are our default. */
export const establishment: ReadonlyArray<Named> = [
  named('need', 'Customer need', '客户需求'),
  named('analysis', 'Project analysis', '项目分析'),
  named('budget', 'Budget', '预算'),
  named('team', 'Project team', '项目组'),
  named('keyTasks', 'Key tasks', '关键任务'),
  named('implementationPlan', 'Implementation plan', '实施计划'),
  named('controlPlan', 'Control plan', '控制计划'),
];

/** PRJ-29, PRJ-41: ways to executives; then PRJ-30: notes on rapport. */
export const tactics: ReadonlyArray<Named> = [
  named('companyVisit', 'Visit to our company', '公司考察'),
  named('executiveVisit', 'Executive visit', '高层拜访'),
  named('informalExchange', 'Informal exchange, without a tie', '非打领带式的感情交流'),
  named('referenceSite', 'Visit to a reference site', '样板点参观'),
  named('valueChain', 'Cooperation in the value chain', '价值链合作'),
  named('managementServiceCulture', 'By way of management, service and culture', '从管理/服务/文化入手'),
  named('alumni', 'A person who can reach them, alumni', '寻找专人校友'),
  named('oldRelations', 'Use of old relations', '老关系利用'),
  named('commonInterest', 'Community of interest', '利益共同体'),
  named(
    'existingMarkets',
    "Full use of the company's existing market relations",
    '将公司以前的老市场关系要充分利用起来',
  ),
  named('articlesAndSpeeches', "Remember the customer's articles and speeches", '记住客户文章/讲话'),
  named('pride', 'What they are proud of', '骄傲的事'),
  named('knowledgeMarketing', 'Knowledge marketing', '知识营销'),
  named('greatestInterest', 'The person or matter they care for most', '最感兴趣的人或事'),
];

/** PRJ-9. */
export const knowledge: ReadonlyArray<Named> = [
  named('companyAndIndustry', 'Our company and the industry', '本公司及业界知识'),
  named('products', "Our products and other companies' products", '本公司与其它公司产品知识'),
  named('salesSkills', 'Sales skills', '销售技巧'),
  named('customerInformation', 'Customer information', '客户资讯'),
  named('salesPolicy', 'Sales policy', '销售方针'),
  named('generalTopics', 'Broad topics of conversation', '广泛知识话题'),
  named('manners', 'Bearing and manners', '气质礼仪'),
];
