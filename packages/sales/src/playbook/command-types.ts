/** Every command that a playbook may permit, by the module that answers it; a test holds the list to them. */
const byModule = {
  playbook: 'PublishPlaybook',
  person: `
    JoinStaff RenamePerson GrantRole RevokeRole JoinTeam LeaveTeam QualifyForPost ExpireQualification
    AcceptDataTerms ResignSeller
  `,
  unit: 'OpenUnit RenameUnit AppointUnitLeader ReleaseUnitLeader CloseUnit',
  customer: `
    CollectProspect ResubmitProspect AcceptProspect RejectProspect EnterCustomer UpdateDataSheet LogContact
    OpenJourney AdvanceStage RevertStage DecidePurchase CompletePurchase CloseJourney CorrectJourneyMove
    ObserveBuyerStep ProposeClass ClassifyCustomer LinkDuplicate UnlinkDuplicate AssignCustody TransferCustody
    ReleaseToPool ClaimFromPool StartTemporaryCustody EndTemporaryCustody
  `,
  period: `
    OpenPeriod SetTarget HoldPledgeMeeting AnnounceIncentive CutOffPeriod CompleteSettlement HoldSettlementMeeting
    ClosePeriod
  `,
  pledge: `
    SwearPledge WithdrawPledge SettlePledge AdjustSettlement ConsentToDonation DeclineDonation WaiveDonation
    ReceiveDonation ReturnDonation PayReward
  `,
  sale: 'CreditSale ReverseCredit',
  project: `
    DiscoverOpportunity TouchChannel OpenProject TransferProject JoinProjectTeam LeaveProjectTeam TailorProcess
    MigrateProcess ConfirmChecklistItem AdvancePhase SignContract AmendContract TerminateContract CloseProject
    ReopenProject OpenExtension RequestGateReview DecideGate FulfilCondition DoStep FinishActivity WaiveActivity
    RecordDocument RecordAnalysis EstablishProject RecordRegionProfile NoteCompetitor RateDecisionFactors RecordSwot
    SetObjective ChooseStrategy BaselinePlan MapStakeholder SetStakeholderStrategy RelateStakeholders UseTactic
    FlagDirectBenefit AssessRelationshipLevel AssessQualification ObservePurchaseStep SetPhaseBudget BookCost
    AssessProbability EstimateAmount ExpectClose
  `,
  board: 'PublishLeaderboard CorrectLeaderboard',
};

/** The types of these commands. */
export const commandTypes: ReadonlySet<string> = new Set(
  Object.values(byModule).flatMap((types) => types.trim().split(/\s+/)),
);
