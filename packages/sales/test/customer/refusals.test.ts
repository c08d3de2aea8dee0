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

/** A question that is refused in one way; asked on day 30 where no context is given. */
type Case<Refusal> = readonly [
  history: ReadonlyArray<CustomerEvent>,
  command: CustomerCommand,
  refusal: Refusal,
  context?: CustomerContext,
];

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
  NoPlaybook: [
    entered,
    ask('OpenJourney', {}),
    { type: 'NoPlaybook' },
    { ...on(30), playbook: { phase: 'unpublished' } },
  ],
  EffectiveInFuture: [
    shopper,
    ask('DecidePurchase', {}),
    { type: 'EffectiveInFuture', effectiveAt: day(31), now: day(30) },
    { ...on(30), effectiveAt: day(31) },
  ],
  EffectiveBeforeLast: [
    collected,
    ask('AcceptProspect', { screenedBy: 'mia' }),
    { type: 'EffectiveBeforeLast', dimension: 'record', last: day(1) },
    { ...on(30), effectiveAt: day(0) },
  ],
  UndefinedTerm: [
    entered,
    ask('AdvanceStage', { to: 'owner' }),
    { type: 'UndefinedTerm', list: 'stages', id: 'owner' },
  ],
  CustomerUnknown: [[], ask('OpenJourney', {}), { type: 'CustomerUnknown', customer: 'c1' }],
  CustomerNotEntered: [accepted, ask('OpenJourney', {}), { type: 'CustomerNotEntered', status: 'accepted' }],
  CustomerAlreadyCollected: [
    collected,
    ask('CollectProspect', { collectedBy: 'bob', sheet: { source: 'walkIn', mobile: '139' } }),
    { type: 'CustomerAlreadyCollected' },
  ],
  CustomerAlreadyEntered: [entered, ask('AcceptProspect', { screenedBy: 'mia' }), { type: 'CustomerAlreadyEntered' }],
  ContactDatumMissing: [
    [],
    ask('CollectProspect', { collectedBy: 'ada', sheet: { source: 'walkIn' } }),
    { type: 'ContactDatumMissing' },
  ],
  ProspectNotPending: [
    accepted,
    ask('RejectProspect', { screenedBy: 'mia', reason: 'noNeed' }),
    { type: 'ProspectNotPending', status: 'accepted' },
  ],
  ProspectNotRejected: [
    collected,
    ask('ResubmitProspect', { resubmittedBy: 'ada' }),
    { type: 'ProspectNotRejected', status: 'pending' },
  ],
  ProspectNotAccepted: [collected, ask('EnterCustomer', {}), { type: 'ProspectNotAccepted', status: 'pending' }],
  SelfScreeningForbidden: [
    collected,
    ask('AcceptProspect', { screenedBy: 'ada' }),
    { type: 'SelfScreeningForbidden', collectedBy: 'ada' },
    on(30, dealershipWith({ selfScreening: 'refused' })),
  ],
  JourneyAlreadyOpen: [shopper, ask('OpenJourney', {}), { type: 'JourneyAlreadyOpen', journey: 1, stage: 'shopper' }],
  NoOpenJourney: [won, ask('AdvanceStage', { to: 'shopper' }), { type: 'NoOpenJourney' }],
  StageNotAhead: [
    shopper,
    ask('AdvanceStage', { to: 'prospect' }),
    { type: 'StageNotAhead', from: 'shopper', to: 'prospect' },
  ],
  StageNotBehind: [
    entered,
    ask('RevertStage', { to: 'shopper', reason: 'postponed' }),
    { type: 'StageNotBehind', from: 'prospect', to: 'shopper' },
  ],
  StageNeedsDecidedPurchase: [
    shopper,
    ask('AdvanceStage', { to: 'buyer' }),
    { type: 'StageNeedsDecidedPurchase', stage: 'buyer' },
  ],
  EvidenceMissing: [entered, ask('AdvanceStage', { to: 'shopper' }), { type: 'EvidenceMissing', stage: 'shopper' }],
  PurchaseNotDecided: [shopper, ask('CompletePurchase', {}), { type: 'PurchaseNotDecided', stage: 'shopper' }],
  AmountBelowZero: [
    decided,
    ask('CompletePurchase', { amount: cny(-1) }),
    { type: 'AmountBelowZero', amount: cny(-1) as never },
  ],
  NoSuchMove: [
    shopper,
    ask('CorrectJourneyMove', { target: 3, reason: 'wrongDate' }),
    { type: 'NoSuchMove', target: 3 },
  ],
  NotAChangeOfStage: [
    decided,
    ask('CorrectJourneyMove', { target: 5, reason: 'wrongDate', replacement: { to: 'prospect' } }),
    { type: 'NotAChangeOfStage', target: 5 },
  ],
  CorrectionBreaksHistory: [
    won,
    ask('CorrectJourneyMove', { target: 5, reason: 'wrongDate' }),
    { type: 'CorrectionBreaksHistory', target: 5, broken: 6 },
  ],
  WonAmountOutOfRange: [
    [
      ...decided,
      was(8, 'PurchaseCompleted', { journey: 1, amount: cny(Number.MAX_SAFE_INTEGER) }),
      was(9, 'JourneyOpened', { journey: 2, stage: 'prospect' }),
      was(9, 'PurchaseDecided', { journey: 2, from: 'prospect', to: 'buyer' }),
      was(9, 'PurchaseCompleted', { journey: 2, amount: cny(1) }),
    ],
    ask('ClassifyCustomer', {}),
    {
      type: 'WonAmountOutOfRange',
      cause: { type: 'AmountOutOfRange', currency: 'CNY' as never, amount: '9007199254740992' },
    },
  ],
  DuplicateOfItself: [entered, ask('LinkDuplicate', { of: 'c1' }), { type: 'DuplicateOfItself' }],
  DuplicateTargetNotEntered: [entered, linkTo2, { type: 'DuplicateTargetNotEntered', customer: 'c2' }],
  DuplicateTargetIsDuplicate: [
    entered,
    linkTo2,
    { type: 'DuplicateTargetIsDuplicate', customer: 'c2', of: 'c3' },
    {
      ...on(30),
      other: replay(customerModule.decider, [...entered, was(4, 'DuplicateLinked', { of: 'c3' })]),
    },
  ],
  AlreadyDuplicateOf: [
    [...entered, was(4, 'DuplicateLinked', { of: 'c3' })],
    linkTo2,
    { type: 'AlreadyDuplicateOf', of: 'c3' },
    { ...on(30), other: two },
  ],
  NotInPool: [entered, ask('ClaimFromPool', { by: 'bob' }), { type: 'NotInPool', holder: 'ada' }],
  InPool: [pooled, ask('TransferCustody', { to: 'bob', reason: 'workload' }), { type: 'InPool' }],
  UnderTemporaryCustody: [
    [...pooled, was(4, 'TemporaryCustodyStarted', { manager: 'mia' })],
    ask('ClaimFromPool', { by: 'bob' }),
    { type: 'UnderTemporaryCustody', manager: 'mia' },
  ],
  NotUnderTemporaryCustody: [entered, ask('EndTemporaryCustody', {}), { type: 'NotUnderTemporaryCustody' }],
  TemporaryCustodyWithoutLength: [
    entered,
    ask('StartTemporaryCustody', { manager: 'mia', until: day(29) }),
    { type: 'TemporaryCustodyWithoutLength', from: day(30), until: day(29) },
  ],
};

describe('every way to be turned down is met LAW-5', () => {
  test.each(Object.entries(cases))('%s', (_, [history, command, refusal, context = on(30)]) =>
    after(...history)
      .when(command, context)
      .thenRefused(refusal),
  );
});
