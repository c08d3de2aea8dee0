/**
 * The playbook of an organisation that sells projects to key accounts: six phases, four gates, and the
 * people and pledges of a sales organisation, with roles that review.
 *
 * @source requirements PRJ-4..43, Q9, Q10, DLR-15
 */
import type { Playbook } from '../playbook/index.js';
import { opportunityChannels, type ProcessTemplate, type ProjectRules } from '../process/index.js';
import { decisionFactors, departments, relations } from './key-account-customer.js';
import { implementationSummary, newProjectExtension } from './key-account-delivery.js';
import { conceptExchange, informationCollection } from './key-account-exchange.js';
import { flows } from './key-account-flows.js';
import { gates } from './key-account-gates.js';
import { keyAccountRoles } from './key-account-roles.js';
import { establishment, knowledge, relationshipLadder, saleTypes, tactics } from './key-account-selling.js';
import { negotiationSigning, projectPlanning } from './key-account-signing.js';
import { salesOrganisation } from './sales-organisation.js';
import { named, term } from './words.js';

const process: ProcessTemplate = {
  ...named('keyAccount', 'Key-account project', '大客户销售项目'),
  phases: [
    informationCollection,
    conceptExchange,
    projectPlanning,
    negotiationSigning,
    implementationSummary,
    newProjectExtension,
  ],
  gates,
  signedIn: negotiationSigning.id,
  flows,
  layers: [
    named('auxiliary', 'Auxiliary layer', '辅助层'),
    named('technical', 'Technical layer', '技术层'),
    named('execution', 'Execution layer', '执行层'),
    named('decision', 'Decision layer', '决策层'),
  ],
  sizes: [
    named('small', 'Small project', '小型项目'),
    named('medium', 'Medium project', '中型项目'),
    named('large', 'Large project', '大型项目'),
  ],
};

const projects: ProjectRules = {
  processes: [process],
  channels: opportunityChannels,
  saleTypes,
  relationshipLadder,
  establishment,
  decisionFactors,
  departments,
  relations,
  tactics,
  knowledge,
  lost: [
    named('rivalChosen', 'A competitor was chosen', '选择竞争对手'),
    named('price', 'Price', '价格'),
    named('technology', 'Technology', '技术'),
    named('relationship', 'Relationship', '客户关系'),
    named('projectCancelled', 'The customer cancelled the project', '客户取消项目'),
    named('noBudget', 'No budget', '没有预算'),
  ],
  reopening: [
    named('customerResumed', 'The customer took it up again', '客户重新启动'),
    named('rivalFailed', 'The competitor failed', '竞争对手未履约'),
    named('budgetGranted', 'A budget was granted', '预算获批'),
  ],
  waiving: [
    named('notApplicable', 'Does not apply to this project', '本项目不适用'),
    named('doneByCustomer', 'The customer does it', '由客户自行完成'),
    named('agreed', 'Agreed with the customer', '与客户约定'),
  ],
  overBudget: 'refused',
  behaviours: {
    minimumProjects: 3,
    storytellerAdvancedAtMostBp: 2_000,
    pusherSigningAtLeastBp: 8_000,
    earlySpenderAtLeastBp: 5_000,
  },
};

export const keyAccount: Playbook = {
  ...salesOrganisation,
  name: term('keyAccount'),
  permissions: { allow: 'listed', roles: keyAccountRoles },
  projects,
};
