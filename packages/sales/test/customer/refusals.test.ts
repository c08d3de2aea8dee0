import { replay } from '@millrace/kernel';
import {
  type CustomerCommand,
  type CustomerContext,
  type CustomerEvent,
  type CustomerRefusal,
  customerModule,
  type GovernanceRefusal,
} from '@millrace/sales';
import { describe, test } from 'vitest';
import {
  accepted,
  after,
  ask,
  collected,
  day,
  dealershipWith,
  decided,
  entered,
  on,
  pooled,
  shopper,
  was,
  won,
} from '../support/story.js';

/** A question that is refused in one way. */
interface Case<Refusal> {
  readonly history: ReadonlyArray<CustomerEvent>;
  readonly command: CustomerCommand;
  readonly context?: CustomerContext;
  readonly refusal: Refusal;
}

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const two = replay(customerModule.decider, entered);
const linkTo2 = ask('LinkDuplicate', { of: 'c2' });

/** Those of who acts and of who receives are shown in tests of their own. */
type Refusal = Exclude<CustomerRefusal | GovernanceRefusal, { type: (typeof elsewhere)[number] }>;
const elsewhere = [
  'NotPermitted',
  'RoleNotHeld',
  'PersonResigned',
  'PersonNotQualified',
  'DataTermsNotAccepted',
] as const;

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in Refusal['type']]: Case<Extract<Refusal, { type: Type }>> } = {
  NoPlaybook: {
    history: entered,
    command: ask('OpenJourney', {}),
    context: { ...on(30), playbook: { phase: 'unpublished' } },
    refusal: { type: 'NoPlaybook' },
  },
  EffectiveInFuture: {
    history: shopper,
    command: ask('DecidePurchase', {}),
    context: { ...on(30), effectiveAt: day(31) },
    refusal: { type: 'EffectiveInFuture', effectiveAt: day(31), now: day(30) },
  },
  EffectiveBeforeLast: {
    history: collected,
    command: ask('AcceptProspect', { screenedBy: 'mia' }),
    context: { ...on(30), effectiveAt: day(0) },
    refusal: { type: 'EffectiveBeforeLast', dimension: 'record', last: day(1) },
  },
  UndefinedTerm: {
    history: entered,
    command: ask('AdvanceStage', { to: 'owner' }),
    refusal: { type: 'UndefinedTerm', list: 'stages', id: 'owner' },
  },
  CustomerUnknown: {
    history: [],
    command: ask('OpenJourney', {}),
    refusal: { type: 'CustomerUnknown', customer: 'c1' },
  },
  CustomerNotEntered: {
    history: accepted,
    command: ask('OpenJourney', {}),
    refusal: { type: 'CustomerNotEntered', status: 'accepted' },
  },
  CustomerAlreadyCollected: {
    history: collected,
    command: ask('CollectProspect', { collectedBy: 'bob', sheet: { source: 'walkIn', mobile: '139' } }),
    refusal: { type: 'CustomerAlreadyCollected' },
  },
  CustomerAlreadyEntered: {
    history: entered,
    command: ask('AcceptProspect', { screenedBy: 'mia' }),
    refusal: { type: 'CustomerAlreadyEntered' },
  },
  ContactDatumMissing: {
    history: [],
    command: ask('CollectProspect', { collectedBy: 'ada', sheet: { source: 'walkIn' } }),
    refusal: { type: 'ContactDatumMissing' },
  },
  ProspectNotPending: {
    history: accepted,
    command: ask('RejectProspect', { screenedBy: 'mia', reason: 'noNeed' }),
    refusal: { type: 'ProspectNotPending', status: 'accepted' },
  },
  ProspectNotRejected: {
    history: collected,
    command: ask('ResubmitProspect', { resubmittedBy: 'ada' }),
    refusal: { type: 'ProspectNotRejected', status: 'pending' },
  },
  ProspectNotAccepted: {
    history: collected,
    command: ask('EnterCustomer', {}),
    refusal: { type: 'ProspectNotAccepted', status: 'pending' },
  },
  SelfScreeningForbidden: {
    history: collected,
    command: ask('AcceptProspect', { screenedBy: 'ada' }),
    context: on(30, dealershipWith({ selfScreening: 'refused' })),
    refusal: { type: 'SelfScreeningForbidden', collectedBy: 'ada' },
  },
  JourneyAlreadyOpen: {
    history: shopper,
    command: ask('OpenJourney', {}),
    refusal: { type: 'JourneyAlreadyOpen', journey: 1, stage: 'shopper' },
  },
  NoOpenJourney: {
    history: won,
    command: ask('AdvanceStage', { to: 'shopper' }),
    refusal: { type: 'NoOpenJourney' },
  },
  StageNotAhead: {
    history: shopper,
    command: ask('AdvanceStage', { to: 'prospect' }),
    refusal: { type: 'StageNotAhead', from: 'shopper', to: 'prospect' },
  },
  StageNotBehind: {
    history: entered,
    command: ask('RevertStage', { to: 'shopper', reason: 'postponed' }),
    refusal: { type: 'StageNotBehind', from: 'prospect', to: 'shopper' },
  },
  StageNeedsDecidedPurchase: {
    history: shopper,
    command: ask('AdvanceStage', { to: 'buyer' }),
    refusal: { type: 'StageNeedsDecidedPurchase', stage: 'buyer' },
  },
  EvidenceMissing: {
    history: entered,
    command: ask('AdvanceStage', { to: 'shopper' }),
    refusal: { type: 'EvidenceMissing', stage: 'shopper' },
  },
  PurchaseNotDecided: {
    history: shopper,
    command: ask('CompletePurchase', {}),
    refusal: { type: 'PurchaseNotDecided', stage: 'shopper' },
  },
  AmountBelowZero: {
    history: decided,
    command: ask('CompletePurchase', { amount: cny(-1) }),
    refusal: { type: 'AmountBelowZero', amount: cny(-1) as never },
  },
  NoSuchMove: {
    history: shopper,
    command: ask('CorrectJourneyMove', { target: 3, reason: 'wrongDate' }),
    refusal: { type: 'NoSuchMove', target: 3 },
  },
  NotAChangeOfStage: {
    history: decided,
    command: ask('CorrectJourneyMove', { target: 5, reason: 'wrongDate', replacement: { to: 'prospect' } }),
    refusal: { type: 'NotAChangeOfStage', target: 5 },
  },
  CorrectionBreaksHistory: {
    history: won,
    command: ask('CorrectJourneyMove', { target: 5, reason: 'wrongDate' }),
    refusal: { type: 'CorrectionBreaksHistory', target: 5, broken: 6 },
  },
  WonAmountOutOfRange: {
    history: [
      ...decided,
      was(8, 'PurchaseCompleted', { journey: 1, amount: cny(Number.MAX_SAFE_INTEGER) }),
      was(9, 'JourneyOpened', { journey: 2, stage: 'prospect' }),
      was(9, 'PurchaseDecided', { journey: 2, from: 'prospect', to: 'buyer' }),
      was(9, 'PurchaseCompleted', { journey: 2, amount: cny(1) }),
    ],
    command: ask('ClassifyCustomer', {}),
    refusal: {
      type: 'WonAmountOutOfRange',
      cause: { type: 'AmountOutOfRange', currency: 'CNY' as never, amount: '9007199254740992' },
    },
  },
  DuplicateOfItself: {
    history: entered,
    command: ask('LinkDuplicate', { of: 'c1' }),
    refusal: { type: 'DuplicateOfItself' },
  },
  DuplicateTargetNotEntered: {
    history: entered,
    command: linkTo2,
    refusal: { type: 'DuplicateTargetNotEntered', customer: 'c2' },
  },
  DuplicateTargetIsDuplicate: {
    history: entered,
    command: linkTo2,
    context: {
      ...on(30),
      other: replay(customerModule.decider, [...entered, was(4, 'DuplicateLinked', { of: 'c3' })]),
    },
    refusal: { type: 'DuplicateTargetIsDuplicate', customer: 'c2', of: 'c3' },
  },
  AlreadyDuplicateOf: {
    history: [...entered, was(4, 'DuplicateLinked', { of: 'c3' })],
    command: linkTo2,
    context: { ...on(30), other: two },
    refusal: { type: 'AlreadyDuplicateOf', of: 'c3' },
  },
  NotInPool: {
    history: entered,
    command: ask('ClaimFromPool', { by: 'bob' }),
    refusal: { type: 'NotInPool', holder: 'ada' },
  },
  InPool: {
    history: pooled,
    command: ask('TransferCustody', { to: 'bob', reason: 'workload' }),
    refusal: { type: 'InPool' },
  },
  UnderTemporaryCustody: {
    history: [...pooled, was(4, 'TemporaryCustodyStarted', { manager: 'mia' })],
    command: ask('ClaimFromPool', { by: 'bob' }),
    refusal: { type: 'UnderTemporaryCustody', manager: 'mia' },
  },
  NotUnderTemporaryCustody: {
    history: entered,
    command: ask('EndTemporaryCustody', {}),
    refusal: { type: 'NotUnderTemporaryCustody' },
  },
  TemporaryCustodyWithoutLength: {
    history: entered,
    command: ask('StartTemporaryCustody', { manager: 'mia', until: day(29) }),
    refusal: { type: 'TemporaryCustodyWithoutLength', from: day(30), until: day(29) },
  },
};

describe('every way to be turned down is met LAW-5', () => {
  test.each(Object.entries(cases))('%s', (_, { history, command, context = on(30), refusal }) =>
    after(...history)
      .when(command, context)
      .thenRefused(refusal),
  );
});
