/** Where opportunities come from. @source PRJ-8 */
import type { Named, Term } from '../terms.js';

const channel = (id: string, en: string, zh: string): Named => ({ id: id as Term, name: { en, zh } });

/** The twelve channels, whose ids are fixed; a playbook may rename them, and add others. @source PRJ-8 */
export const opportunityChannels: ReadonlyArray<Named> = [
  channel('customerExchange', 'Customer exchange', '客户交流'),
  channel('marketResearch', 'Market research', '市场调研'),
  channel('mediaInformation', 'Media information', '媒体信息'),
  channel('technicalSupport', 'Technical support', '技术支持'),
  channel('technicalExchange', 'Technical exchange', '技术交流'),
  channel('exhibitionVisit', 'Exhibition visit', '参观展览'),
  channel('bidding', 'Bidding', '投标'),
  channel('communicationMeeting', 'Regular communication meeting', '沟通例会'),
  channel('executiveVisit', 'Executive visit', '高层拜访'),
  channel('weeklySalesReport', 'Weekly sales report', '销售周报'),
  channel('needsSummary', 'Needs summary', '需求总结'),
  channel('experienceSharing', 'Experience sharing', '经验交流'),
];
