import type { BusinessId } from '@millrace/kernel';
import {
  boardModule,
  customerModule,
  periodModule,
  personModule,
  playbookModule,
  pledgeModule,
  presets,
  projectModule,
  saleModule,
  unitModule,
} from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { afterOf, askOf, joined, rulesOf, staffOn } from '../support/staff-story.js';

/** Every command there is. */
const commands = [
  playbookModule,
  personModule,
  unitModule,
  customerModule,
  periodModule,
  pledgeModule,
  saleModule,
  projectModule,
  boardModule,
].flatMap((module) => module.commands.types);

const roles = ['seller', 'manager', 'businessHead', 'operator', 'import'];

/** Roles that a preset has besides, of persons who review. */
const reviewing = new Map([['keyAccount', ['reviewer', 'salesDirector', 'technicalReviewer', 'commercialReviewer']]]);

const words = (text: string): ReadonlyArray<string> => text.trim().split(/\s+/);

/** The commands that few may ask for, each with those roles; every other command of persons is in `common`. */
const selling = words(`
  CollectProspect ResubmitProspect UpdateDataSheet LogContact OpenJourney AdvanceStage RevertStage DecidePurchase
  CompletePurchase CloseJourney ObserveBuyerStep ProposeClass ClaimFromPool AcceptDataTerms SwearPledge WithdrawPledge
`);
const answering = words('ConsentToDonation DeclineDonation');
const managing = words(`
  AcceptProspect RejectProspect EnterCustomer CorrectJourneyMove ClassifyCustomer LinkDuplicate UnlinkDuplicate
  AssignCustody TransferCustody ReleaseToPool StartTemporaryCustody EndTemporaryCustody JoinTeam LeaveTeam
  QualifyForPost ExpireQualification OpenPeriod SetTarget HoldPledgeMeeting AnnounceIncentive HoldSettlementMeeting
  PublishLeaderboard CorrectLeaderboard CreditSale ReverseCredit WaiveDonation
`);
const heading = words(`
  JoinStaff RenamePerson GrantRole RevokeRole ResignSeller OpenUnit RenameUnit AppointUnitLeader ReleaseUnitLeader
  CloseUnit PublishPlaybook
`);
const settling = words(`
  CutOffPeriod SettlePledge AdjustSettlement CompleteSettlement ClosePeriod PayReward ReceiveDonation ReturnDonation
`);

const reviewingGates = words('DecideGate FulfilCondition');
const sellingProjects = words(`
  DiscoverOpportunity TouchChannel OpenProject OpenExtension JoinProjectTeam LeaveProjectTeam ConfirmChecklistItem
  AdvancePhase SignContract RequestGateReview DoStep FinishActivity RecordDocument RecordAnalysis EstablishProject
  RecordRegionProfile NoteCompetitor RateDecisionFactors RecordSwot SetObjective ChooseStrategy BaselinePlan
  MapStakeholder SetStakeholderStrategy RelateStakeholders UseTactic FlagDirectBenefit AssessRelationshipLevel
  AssessQualification ObservePurchaseStep SetPhaseBudget BookCost AssessProbability EstimateAmount ExpectClose
`);
const managingProjects = words(`
  TransferProject TailorProcess MigrateProcess ReopenProject WaiveActivity CloseProject AmendContract
  TerminateContract
`);

/** Where projects are run; elsewhere they are the operator's alone. */
const withProjects = [
  { what: reviewingGates, by: [...roles, ...(reviewing.get('keyAccount') ?? [])] },
  { what: sellingProjects, by: roles },
  { what: managingProjects, by: ['manager', 'businessHead', 'operator', 'import'] },
];
const withoutProjects = withProjects.map(({ what }) => ({ what, by: ['operator'] }));

/** Who may ask for what: each command in one row only. */
const matrix = [
  { what: selling, by: roles },
  { what: answering, by: ['seller', 'manager', 'businessHead', 'operator'] },
  { what: managing, by: ['manager', 'businessHead', 'operator', 'import'] },
  { what: heading, by: ['businessHead', 'operator', 'import'] },
  { what: settling, by: ['businessHead', 'operator'] },
];

describe.each([...presets])('the permissions of the preset %s REL-12', (name, preset) => {
  const all = [...roles, ...(reviewing.get(name) ?? [])];
  const { permissions } = preset;
  const rows = [...matrix, ...(preset.projects === undefined ? withoutProjects : withProjects)];
  const listed = permissions.allow === 'listed' ? permissions.roles : [];
  const may = (role: string, command: string): boolean => {
    const permitted = listed.find((one) => one.role === role)?.commands ?? [];
    return permitted === 'all' || permitted.some((type) => type === command);
  };

  test('are of these roles, two of which no person holds', () => {
    expect(listed.map(({ role }) => role)).toEqual(all);
    expect(listed.filter(({ holder }) => holder === 'system').map(({ role }) => role)).toEqual(['operator', 'import']);
  });

  test('every cell: who is not listed for a command may not ask for it', () => {
    expect(rows.flatMap(({ what }) => what).sort()).toEqual([...commands].sort());
    const cells = rows.flatMap(({ what, by }) => what.flatMap((command) => all.map((role) => ({ command, role, by }))));
    const wrong = cells.filter(({ command, role, by }) => may(role, command) !== by.includes(role));
    expect(wrong).toEqual([]);
    expect(cells).toHaveLength(commands.length * all.length);
  });

  test('sellers do not settle, nor does an import', () => {
    for (const command of [...settling, 'WaiveDonation']) expect(may('seller', command)).toBe(false);
    for (const command of [...settling, ...answering]) expect(may('import', command)).toBe(false);
  });

  test('name commands that a playbook knows, and all of them', () => {
    const reviewers = listed.filter(({ role }) => !roles.includes(role));
    const everything = {
      ...preset,
      permissions: { allow: 'listed' as const, roles: [...reviewers, roleOf(commands)] },
    };
    afterOf(...joined)
      .when(
        askOf('RenamePerson', { name: 'Ada' }),
        staffOn(30, { ...rulesOf(everything), actor: 'robot' as BusinessId, role: 'robot' as BusinessId }),
      )
      .thenNothing();
  });
});

const roleOf = (all: ReadonlyArray<string>) => ({
  role: 'robot' as never,
  name: { en: 'Robot', zh: '机器人' },
  holder: 'system' as const,
  commands: all as never,
});
