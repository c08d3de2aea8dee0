/** The customer's side of a key-account project. @source PRJ-18, PRJ-19, PRJ-25, PRJ-27, Q37 */
import type { DecisionFactor, Department } from '../process/index.js';
import type { Named } from '../terms.js';
import { named, term } from './words.js';

const under = (superior: string, ...department: Parameters<typeof named>): Department => ({
  ...named(...department),
  reportsTo: term(superior),
});

/**
 * Departments of PRJ-18, then the example of PRJ-19 as a tree. The source's drawing is lost: who reports
 * to whom below the deputies is our reading.
 */
export const departments: ReadonlyArray<Department> = [
  named('planningConstructionOffice', 'Planning and construction office', '计划建设处'),
  named('operationMaintenanceOffice', 'Operation and maintenance office', '运营维护处'),
  named('telecomOperationOffice', 'Telecom operation office', '电信运营处'),
  named('financeDepartment', 'Finance department', '财务部门'),
  named('designInstitute', 'Design institute', '设计院'),
  named('chiefEngineer', 'Chief engineer', '总工程师'),
  named('bureauLeadership', 'Bureau leadership', '局领导'),
  named('bureauHead', 'Head of the bureau', '局长'),
  under('bureauHead', 'operationDeputy', 'Deputy for operation and maintenance', '运维副局长'),
  under('bureauHead', 'constructionDeputy', 'Deputy for planning and construction', '计建副局长'),
  under('bureauHead', 'staffDeputy', 'Deputy for staff and logistics', '人事后勤副局长'),
  under('operationDeputy', 'dataCompany', 'Data company', '数据公司'),
  under('operationDeputy', 'businessOperation', 'Business operation', '经营部'),
  under('operationDeputy', 'maintenance', 'Operation and maintenance', '运维部'),
  under('constructionDeputy', 'construction', 'Planning and construction', '计建部'),
  under('constructionDeputy', 'planningFinance', 'Planning and finance', '计财部'),
  under('constructionDeputy', 'supply', 'Supply bureau', '供应局'),
  under('staffDeputy', 'office', 'Office', '办公室'),
  under('staffDeputy', 'discipline', 'Discipline and inspection', '纪监处'),
  under('staffDeputy', 'humanResources', 'Human resources', '人力资源'),
  under('businessOperation', 'serviceHall', 'Service hall', '营业厅'),
  under('maintenance', 'equipmentCentre', 'Equipment maintenance centre', '设备维护中心'),
  under('maintenance', 'lineCentre', 'Line maintenance centre', '线维中心'),
  under('maintenance', 'networkCentre', 'Network management centre', '网管中心'),
];

/** Kinds of relation that are professional; families, friends and intimates are left out. */
export const relations: ReadonlyArray<Named> = [
  named('superior', 'Superior', '上司'),
  named('subordinate', 'Subordinate', '下属'),
  named('government', 'Government', '政府'),
  named('customer', 'Customer', '客户'),
  named('financialInstitution', 'Financial institution', '金融机构'),
  named('competitor', 'Competitor', '竞争对手'),
  named('secretary', 'Secretary', '秘书'),
  named('colleague', 'Colleague', '同事'),
  named('customersCustomer', "Customer's customer", '客户的客户'),
];

/** What decides for the customer; the weights are our default. */
export const decisionFactors: ReadonlyArray<DecisionFactor> = [
  { ...named('stability', 'Stability of the product', '产品稳定性'), weightBp: 2_000 },
  { ...named('afterSales', 'Prompt and effective after-sales service', '及时有效售后'), weightBp: 1_500 },
  { ...named('functions', 'Meets the functional needs', '满足功能需求'), weightBp: 2_000 },
  { ...named('lastingUse', 'Lasting usefulness', '效用长期保证'), weightBp: 1_500 },
  { ...named('price', 'Competitive price', '有竞争力价格'), weightBp: 2_000 },
  { ...named('delivery', 'Time of delivery', '交货期'), weightBp: 1_000 },
];
