/** Who may do what with the projects of an organisation that sells to key accounts. @source trust.md REL-12 */
import type { RolePermissions } from '../playbook/index.js';
import { role, roles } from './organisation.js';
import { term } from './words.js';

const terms = (types: string) => types.trim().split(/\s+/).map(term);

/** That reviews are independent is seen to by rules, whoever decides. */
const reviewing = terms('DecideGate FulfilCondition');

const selling = [
  ...reviewing,
  ...terms(`
    DiscoverOpportunity TouchChannel OpenProject OpenExtension JoinProjectTeam LeaveProjectTeam ConfirmChecklistItem
    AdvancePhase SignContract RequestGateReview DoStep FinishActivity RecordDocument RecordAnalysis EstablishProject
    RecordRegionProfile NoteCompetitor RateDecisionFactors RecordSwot SetObjective ChooseStrategy BaselinePlan
    MapStakeholder SetStakeholderStrategy RelateStakeholders UseTactic FlagDirectBenefit AssessRelationshipLevel
    AssessQualification ObservePurchaseStep SetPhaseBudget BookCost AssessProbability EstimateAmount ExpectClose
  `),
];

const managing = [
  ...selling,
  ...terms(`
    TransferProject TailorProcess MigrateProcess ReopenProject WaiveActivity CloseProject AmendContract
    TerminateContract
  `),
];

/** What a role may do with projects, beside what it may do in every sales organisation. */
const ofProjects = new Map<string, ReadonlyArray<ReturnType<typeof term>>>([
  ['seller', selling],
  ['manager', managing],
  ['businessHead', managing],
  ['import', managing],
]);

const reviewer = (id: string, en: string, zh: string): RolePermissions => ({
  ...role(id, en, zh),
  holder: 'person',
  commands: reviewing,
});

/** The roles of every sales organisation, with projects; and those of persons who review. */
export const keyAccountRoles: ReadonlyArray<RolePermissions> = [
  ...roles.map((one) => ({
    ...one,
    commands: one.commands === 'all' ? one.commands : [...one.commands, ...(ofProjects.get(one.role) ?? [])],
  })),
  reviewer('reviewer', 'Reviewer', '评审员'),
  reviewer('salesDirector', 'Sales director', '销售负责人'),
  reviewer('technicalReviewer', 'Technical reviewer', '技术评审员'),
  reviewer('commercialReviewer', 'Commercial reviewer', '商务评审员'),
];
