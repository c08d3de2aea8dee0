/** What the presets have in common: roles with their permissions, and how performance is settled. */
import type { PerformanceRules, RolePermissions } from '../playbook/index.js';
import { named, term } from './words.js';

const terms = (types: string) => types.trim().split(/\s+/).map(term);

const selling = terms(`
  CollectProspect ResubmitProspect UpdateDataSheet LogContact OpenJourney AdvanceStage RevertStage DecidePurchase
  CompletePurchase CloseJourney ObserveBuyerStep ProposeClass ClaimFromPool
`);

const swearing = terms('AcceptDataTerms SwearPledge WithdrawPledge');

/** Nobody answers for another, so only persons are asked. */
const answering = terms('ConsentToDonation DeclineDonation');

const own = [...swearing, ...answering];

const staffing = terms(`
  JoinStaff RenamePerson GrantRole RevokeRole ResignSeller OpenUnit RenameUnit AppointUnitLeader ReleaseUnitLeader
  CloseUnit
`);

const managing = terms(`
  AcceptProspect RejectProspect EnterCustomer CorrectJourneyMove ClassifyCustomer LinkDuplicate UnlinkDuplicate
  AssignCustody TransferCustody ReleaseToPool StartTemporaryCustody EndTemporaryCustody
  JoinTeam LeaveTeam QualifyForPost ExpireQualification OpenPeriod SetTarget HoldPledgeMeeting AnnounceIncentive
  HoldSettlementMeeting PublishLeaderboard CorrectLeaderboard CreditSale ReverseCredit WaiveDonation
`);

const publishing = terms('PublishPlaybook');

const settling = terms(`
  CutOffPeriod SettlePledge AdjustSettlement CompleteSettlement ClosePeriod PayReward ReceiveDonation ReturnDonation
`);

/**
 * Sellers, managers and the business head hold their roles as persons; `operator` and `import` are no
 * persons. What is imported is what happened; nothing is settled by it.
 */
export const roles: ReadonlyArray<RolePermissions> = [
  { ...role('seller', 'Seller', '销售员'), holder: 'person', commands: [...selling, ...own] },
  { ...role('manager', 'Sales manager', '销售经理'), holder: 'person', commands: [...selling, ...own, ...managing] },
  {
    ...role('businessHead', 'Business head', '企业负责人'),
    holder: 'person',
    commands: [...selling, ...own, ...managing, ...staffing, ...settling, ...publishing],
  },
  { ...role('operator', 'Operator', '系统操作员'), holder: 'system', commands: 'all' },
  {
    ...role('import', 'Import', '数据导入'),
    holder: 'system',
    commands: [...selling, ...swearing, ...managing, ...staffing, ...publishing],
  },
];

/** A role without its permissions. */
export function role(id: string, en: string, zh: string) {
  const { id: name, name: label } = named(id, en, zh);
  return { role: name, name: label };
}

/** Contracts count, a missed pledge proposes the whole donation, everybody sees the whole board. */
export const performance: PerformanceRules = {
  creditBasis: 'contract',
  donationRule: 'allOrNothing',
  settlementDueDays: 5,
  boards: { ranking: 'competition', tieBreak: 'id', participants: 'all', visibility: { show: 'all' } },
  refund: [
    named('returned', 'Goods returned', '退货'),
    named('cancelled', 'Contract cancelled', '合同取消'),
    named('priceReduced', 'Price reduced', '降价'),
    named('mistake', 'Recorded by mistake', '误录'),
  ],
  waiver: [named('hardship', 'Hardship', '困难'), named('goodCause', 'Good cause', '正当理由')],
};
